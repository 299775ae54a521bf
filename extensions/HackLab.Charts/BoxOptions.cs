namespace HackLab.Charts;

/// <summary>Settings of box and violin plots.</summary>
public sealed record BoxOptions : FigureOptions
{
    /// <summary>Whether the axis of the values counts differences or ratios.</summary>
    public Scale Scale { get; init; }

    /// <summary>The ends of the axis of the values; null for those of the data.</summary>
    public (double From, double To)? Range { get; init; }
}
