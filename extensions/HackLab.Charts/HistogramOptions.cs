namespace HackLab.Charts;

/// <summary>Settings of histograms.</summary>
public sealed record HistogramOptions : FigureOptions
{
    /// <summary>How many bins of equal width, 1 to 200.</summary>
    public int Bins { get; init; } = 40;

    /// <summary>What a bin's height means.</summary>
    public BinHeight Heights { get; init; } = BinHeight.Density;

    /// <summary>
    /// The values from and to which bins reach. Null takes all values, unless a thin tail (under 1 % of them) would take more
    /// than a third of the axis; then the axis stops before it. A figure always says how much lies beyond its axis.
    /// </summary>
    public (double From, double To)? Range { get; init; }

    /// <summary>
    /// How many panels stand side by side in a grid of histograms, 1 to 6; null for two where there are four, else three.
    /// </summary>
    public int? Columns { get; init; }

    /// <summary>Whether the axis of the values counts differences or ratios; bins are then equally wide on that axis. All values above zero.</summary>
    public Scale XScale { get; init; }

    /// <summary>Whether heights count differences or ratios, to see thin tails beside high peaks.</summary>
    public Scale YScale { get; init; }
}
