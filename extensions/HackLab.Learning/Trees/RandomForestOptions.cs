namespace HackLab.Learning;

/// <summary>Settings of random forests; change them by <c>with</c>.</summary>
public sealed record RandomForestOptions
{
    /// <summary>How many trees, at least 1.</summary>
    public int Trees { get; init; } = 100;

    /// <summary>For classes: what a question shall make small. Numbers have the squared error.</summary>
    public Impurity Impurity { get; init; } = Impurity.Gini;

    /// <summary>The most questions on the way to a leaf, at least 1; no limit unless set.</summary>
    public int MaxDepth { get; init; } = int.MaxValue;

    /// <summary>The most leaves of a tree, at least 2; no limit unless set.</summary>
    public int MaxLeaves { get; init; } = int.MaxValue;

    /// <summary>The fewest different rows of a leaf, at least 1.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>
    /// How many features each question is chosen from, drawn anew, at least 1; null for √d of d features to tell classes apart,
    /// and
    /// a third of them to predict numbers, as Breiman advises.
    /// </summary>
    public int? MaxFeatures { get; init; }

    /// <summary>
    /// Whether each tree sees as many rows as there are, drawn with replacement; else all trees see all rows once.
    /// </summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>How much each training row counts, shape [n]; null takes the table's weights, or all alike.</summary>
    public double[]? RowWeights { get; init; }

    /// <summary>How many threads work at once; 0 for one per processor. The model is the same for any number.</summary>
    public int Threads { get; init; }

    /// <summary>The same seed gives the same forest on every machine.</summary>
    public long Seed { get; init; } = 42;
}
