using HackLab.Data;

namespace HackLab.Learning;

/// <summary>Settings of cross-validation and of the searches; change them by <c>with</c>.</summary>
public sealed record SearchOptions
{
    /// <summary>k, in how many parts the rows are cut; each part tests once what the others were fitted on. At least 2.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>
    /// The group of each row, shape [n]: rows of one group are never both fitted and tested on. Null if rows are independent; folds
    /// of classified rows then keep the share of each class.
    /// </summary>
    public IReadOnlyList<int>? Groups { get; init; }

    /// <summary>Another seed makes other folds, and a <see cref="RandomSearch"/> draws others.</summary>
    public int Seed { get; init; } = 42;

    /// <summary>How good a classifier is on test rows: the larger, the better. Null for the share of rows it gets right.</summary>
    /// <example><code>new SearchOptions { Score = (model, rows) => Metrics.Auc(rows.Y, model.PredictScore(rows)) }</code></example>
    public Func<IClassifier, TabularData, double>? Score { get; init; }

    /// <summary>
    /// How good predictions ŷ (the second array) of y (the first) are: the larger, the better. Null for R², 1 − Σ(y − ŷ)² / Σ(y − ȳ)².
    /// </summary>
    public Func<float[], float[], double>? RegressionScore { get; init; }

    /// <summary>The most wall-clock seconds that a search takes, above 0; a setting that has begun is finished, then the best is refitted.</summary>
    public double MaxSeconds { get; init; } = double.PositiveInfinity;

    /// <summary>Called after each setting.</summary>
    public Action<SearchTrial>? OnTrial { get; init; }
}
