namespace HackLab.Charts;

/// <summary>The settings of figures whose two axes are numbers.</summary>
public abstract record AxesOptions : FigureOptions
{
    /// <summary>The horizontal axis' ends; null for those of the data.</summary>
    public (double From, double To)? XRange { get; init; }

    /// <summary>The vertical axis' ends; null for those of the data.</summary>
    public (double From, double To)? YRange { get; init; }

    /// <summary>Whether the horizontal axis counts differences or ratios.</summary>
    public Scale XScale { get; init; }

    /// <summary>Whether the vertical axis counts differences or ratios.</summary>
    public Scale YScale { get; init; }
}
