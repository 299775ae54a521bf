namespace HackLab.Learning;

/// <summary>Settings of decision trees; change them by <c>with</c>.</summary>
public sealed record DecisionTreeOptions
{
    /// <summary>For classes: what a question shall make small. Numbers have the squared error.</summary>
    public Impurity Impurity { get; init; } = Impurity.Gini;

    /// <summary>The most questions on the way to a leaf, at least 1; no limit unless set.</summary>
    public int MaxDepth { get; init; } = int.MaxValue;

    /// <summary>The most leaves, at least 2; the questions that gain most are asked. No limit unless set.</summary>
    public int MaxLeaves { get; init; } = int.MaxValue;

    /// <summary>The fewest rows that a question may part, at least 2.</summary>
    public int MinSamplesSplit { get; init; } = 2;

    /// <summary>The fewest rows of a leaf, at least 1.</summary>
    public int MinSamplesLeaf { get; init; } = 1;

    /// <summary>A question must lower the mean impurity over all rows by at least this, at least 0.</summary>
    public double MinImpurityDecrease { get; init; }

    /// <summary>How many features each question is chosen from, drawn anew, at least 1; null for all.</summary>
    public int? MaxFeatures { get; init; }

    /// <summary>How much each training row counts, shape [n]; null takes the table's weights, or all alike.</summary>
    public double[]? RowWeights { get; init; }

    /// <summary>The same seed draws the same features on every machine.</summary>
    public long Seed { get; init; } = 42;
}
