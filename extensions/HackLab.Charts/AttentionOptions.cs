namespace HackLab.Charts;

/// <summary>Settings of attention maps.</summary>
public sealed record AttentionOptions : FigureOptions
{
    /// <summary>What each head is called, shape [heads]; null for <c>head 0</c> and so on.</summary>
    public IReadOnlyList<string>? HeadNames { get; init; }

    /// <summary>What is looked at, shape [keys], if that differs from what looks.</summary>
    public IReadOnlyList<string>? Keys { get; init; }

    /// <summary>How many heads stand side by side, 1 to 6; null for up to three.</summary>
    public int? Columns { get; init; }

    /// <summary>The colours.</summary>
    public ColourMap ColourMap { get; init; } = ColourMap.Viridis;

    /// <summary>The weight of the last colour; null for the largest weight.</summary>
    public double? Most { get; init; }
}
