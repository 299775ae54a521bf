namespace HackLab.Charts;

/// <summary>Settings of ROC curves.</summary>
public sealed record RocOptions : FigureOptions
{
    /// <summary>What the classes are called, the one to find second; null for "background" and "signal".</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }
}
