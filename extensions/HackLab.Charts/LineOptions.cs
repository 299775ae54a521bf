namespace HackLab.Charts;

/// <summary>Settings of lines and curves.</summary>
public sealed record LineOptions : FigureOptions
{
    /// <summary>Whether each point is marked; null marks them if no line has more than 30.</summary>
    public bool? Points { get; init; }

    /// <summary>The horizontal axis' ends; null for those of the data.</summary>
    public (double From, double To)? XRange { get; init; }

    /// <summary>The vertical axis' ends; null for those of the data.</summary>
    public (double From, double To)? YRange { get; init; }
}
