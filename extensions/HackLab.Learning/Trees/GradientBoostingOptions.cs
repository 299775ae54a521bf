using HackLab.Data;

namespace HackLab.Learning;

/// <summary>Settings of gradient boosting; change them by <c>with</c>.</summary>
public record GradientBoostingOptions
{
    /// <summary>The most rounds to take, at least 1; each adds a tree (with more than two classes one tree per class).</summary>
    public int MaxIterations { get; init; } = 100;

    /// <summary>How much of each tree is added, above 0: smaller needs more rounds and often ends better.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>The most leaves of a tree, at least 2.</summary>
    public int MaxLeaves { get; init; } = 31;

    /// <summary>The most questions on the way to a leaf, at least 1; no limit unless set.</summary>
    public int MaxDepth { get; init; } = int.MaxValue;

    /// <summary>The fewest rows of a leaf, at least 1.</summary>
    public int MinSamplesLeaf { get; init; } = 20;

    /// <summary>The least sum of second derivatives of a leaf, at least 0: <c>min_child_weight</c> elsewhere.</summary>
    public double MinHessianLeaf { get; init; } = 1e-3;

    /// <summary>λ, at least 0: a leaf's value is −Σg / (Σh + λ), so that leaves of few rows say less.</summary>
    public double L2 { get; init; } = 1;

    /// <summary>A question must lower the loss, summed over the rows, by more than this, at least 0.</summary>
    public double MinGain { get; init; }

    /// <summary>
    /// Into how many bins the values of a feature are sorted at most, 2 to 255; missing values (NaN) have one more.
    /// </summary>
    public int MaxBins { get; init; } = 255;

    /// <summary>The share of the rows that each round learns from, drawn anew, above 0 and at most 1.</summary>
    public double RowFraction { get; init; } = 1;

    /// <summary>The share of the features that each round may ask for, drawn anew, above 0 and at most 1.</summary>
    public double FeatureFraction { get; init; } = 1;

    /// <summary>
    /// Features that predictions must follow: +1 if the prediction (of two classes, the score) may not fall when the feature
    /// grows,
    /// −1 if it may not rise. Not for more than two classes.
    /// </summary>
    public IReadOnlyDictionary<string, int>? Monotone { get; init; }

    /// <summary>How much each training row counts, shape [n]; null takes the table's weights, or all alike.</summary>
    public double[]? RowWeights { get; init; }

    /// <summary>
    /// Rows whose loss is measured after each round but not learnt from; the same features as the training rows.
    /// </summary>
    public TabularData? Validation { get; init; }

    /// <summary>The share of the training rows to set aside as validation rows, at random, at least 0 and below 1.</summary>
    public double ValidationFraction { get; init; }

    /// <summary>
    /// Training ends when the validation loss has not fallen for so many rounds, and the rounds after the best one are taken
    /// back; null to take all rounds. Needs validation rows.
    /// </summary>
    public int? Patience { get; init; }

    /// <summary>The most wall-clock seconds to take, above 0; a round that has begun is finished.</summary>
    public double MaxSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>How many threads work at once; 0 for one per processor. The model is the same for any number.</summary>
    public int Threads { get; init; }

    /// <summary>The same seed draws the same rows and features on every machine.</summary>
    public long Seed { get; init; } = 42;

    /// <summary>Called after each round with all steps so far, for a live curve.</summary>
    public Action<IReadOnlyList<TrainingStep>>? OnStep { get; init; }

    /// <summary>Called once when training has ended, however it ended.</summary>
    public Action? OnEnd { get; init; }
}
