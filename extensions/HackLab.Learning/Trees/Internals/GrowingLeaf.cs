namespace HackLab.Learning.Internals;

/// <summary>A leaf while its tree grows.</summary>
internal sealed class GrowingLeaf
{
    public required int Node { get; init; }

    public required int Depth { get; init; }

    /// <summary>In which of the grower's two lists its rows stand, from where and how many.</summary>
    public required int List { get; init; }

    public required int Start { get; init; }

    public required int Count { get; init; }

    public required GradientSum Sum { get; init; }

    public required ValueRange Range { get; init; }

    public long[]? Histogram { get; set; }

    public BinnedSplit Split { get; set; } = BinnedSplit.None;
}
