using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Boosted trees for two or more classes: each round adds a small tree that corrects what is still wrong; the sum goes through
/// the
/// logistic or softmax function. Values are sorted into at most 255 bins once, which makes it fast (J. Friedman, "Greedy function
/// approximation", Annals of Statistics 29, 2001; G. Ke et al., "LightGBM", NeurIPS 2017). Features need no scaling, and values
/// may
/// be missing (NaN): each question learns where such rows go.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class GradientBoostingClassifier : IClassifier
{
    private readonly BoostedTrees _trees;

    private GradientBoostingClassifier(
        IReadOnlyList<string> features, IReadOnlyList<string> classNames, BoostedTrees trees, IReadOnlyList<TrainingStep> log,
        StopReason stopped) =>
        (Features, ClassNames, _trees, Log, Stopped) = (features, classNames, trees, log, stopped);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>
    /// How many rounds the model has; with <see cref="GradientBoostingOptions.Patience"/> those up to the best one.
    /// </summary>
    public int Iterations => _trees.Rounds.Count;

    /// <summary>The mean log loss after every round, the untrained model first.</summary>
    public IReadOnlyList<TrainingStep> Log { get; }

    /// <summary>Why training ended.</summary>
    public StopReason Stopped { get; }

    /// <summary>The share of the whole gain that each feature's questions brought, the largest first; they sum to 1.</summary>
    public IReadOnlyList<FeatureImportance> Importances => _trees.Importances(Features);

    /// <summary>Learns from labelled rows.</summary>
    /// <param name="train">Rows of two or more classes, all present; values may be missing (NaN). Weights count, if there are
    /// any.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The model; <see cref="Stopped"/> says whether it got to the end. An interrupted cell keeps the rounds that were
    /// done.</returns>
    /// <exception cref="ArgumentException">No rows, a class without rows, or a setting out of range.</exception>
    /// <example><code>var model = GradientBoostingClassifier.Fit(train); float[] score = model.PredictScore(test);</code></example>
    public static GradientBoostingClassifier Fit(TabularData train, GradientBoostingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(train);
        options ??= new GradientBoostingOptions();
        BoostingInput.Check(train, options);
        RowInput.CheckClasses(train);
        int[]? monotone = BoostingInput.Monotone(train, options);
        int classes = train.ClassNames.Count;
        if (monotone is not null && classes > 2)
            throw new ArgumentException($"Monotone features are for two classes, but there are {classes}.", nameof(options));
        if (options.Validation is { } given && !given.ClassNames.SequenceEqual(train.ClassNames))
            throw new ArgumentException("The validation rows have other classes than the training rows.", nameof(options));
        (TabularData rows, double[]? weights) = (train, options.RowWeights ?? train.Weights);
        TabularData? validation = options.Validation;
        double[]? validationWeights = validation?.Weights;
        if (options.ValidationFraction > 0)
        {
            (int[] kept, int[] aside) = BoostingInput.SetAside(train.Count, options.ValidationFraction, options.Seed);
            validationWeights = weights is null ? null : [.. aside.Select(i => weights[i])];
            weights = weights is null ? null : [.. kept.Select(i => weights[i])];
            (rows, validation) = (train.Take(kept), train.Take(aside));
            RowInput.CheckClasses(rows);
        }
        RowInput.CheckClassWeights(rows, weights);
        BoostingFit fit;
        try
        {
            var measured = validation is null ? null : new BoostingRows(validation.X, Loss(validation, validationWeights));
            fit = new BoostingTrainer(
                new BoostingRows(rows.X, Loss(rows, weights)), measured, train.FeatureCount, monotone, options).Run();
        }
        finally
        {
            options.OnEnd?.Invoke();
        }
        var trees = new BoostedTrees(fit.Baseline, fit.Rounds, train.FeatureCount);
        return new GradientBoostingClassifier(
            [.. train.Features.Select(f => f.Name)], train.ClassNames, trees, fit.Log, fit.Stopped);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d]; NaN where a value is missing.</param>
    /// <param name="y">The class of each row, from 0, each with at least one row, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a class has no rows, or a setting is out of range.</exception>
    /// <example><code>var model = GradientBoostingClassifier.Fit(x, y, new() { MaxIterations = 50 });</code></example>
    public static GradientBoostingClassifier Fit(float[] x, int[] y, GradientBoostingOptions? options = null) =>
        Fit(RowInput.Table(x, y), options);

    private static BoostingLoss Loss(TabularData rows, double[]? weights)
    {
        float[] y = [.. rows.Y.Select(label => (float)label)];
        return rows.ClassNames.Count == 2 ? new LogLoss(y, weights) : new SoftmaxLoss(y, weights, rows.ClassNames.Count);
    }
}
