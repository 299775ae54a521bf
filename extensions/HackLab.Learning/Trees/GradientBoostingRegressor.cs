using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Boosted trees that predict a number: each round adds a small tree that corrects what is still wrong. Values are sorted into at
/// most 255 bins once, which makes it fast (J. Friedman, "Greedy function approximation", Annals of Statistics 29, 2001; G. Ke et
/// al., "LightGBM", NeurIPS 2017). Features need no scaling, and values may be missing (NaN).
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed partial class GradientBoostingRegressor : IRegressor
{
    private readonly BoostedTrees _trees;

    private GradientBoostingRegressor(
        IReadOnlyList<string> features, BoostedTrees trees, IReadOnlyList<TrainingStep> log, StopReason stopped,
        RegressionLoss loss) =>
        (Features, _trees, Log, Stopped, Loss) = (features, trees, log, stopped, loss);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>What was made small.</summary>
    public RegressionLoss Loss { get; }

    /// <summary>
    /// How many rounds the model has; with <see cref="GradientBoostingOptions.Patience"/> those up to the best one.
    /// </summary>
    public int Iterations => _trees.Rounds.Count;

    /// <summary>The mean loss after every round, the untrained model first.</summary>
    public IReadOnlyList<TrainingStep> Log { get; }

    /// <summary>Why training ended.</summary>
    public StopReason Stopped { get; }

    /// <summary>The share of the whole gain that each feature's questions brought, the largest first; they sum to 1.</summary>
    public IReadOnlyList<FeatureImportance> Importances => _trees.Importances(Features);

    /// <summary>Learns to predict a number from a table's features.</summary>
    /// <param name="data">Rows, whose classes are not looked at; values may be missing (NaN). Weights count, if there are
    /// any.</param>
    /// <param name="targets">The number of each row, all finite, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The model; <see cref="Stopped"/> says whether it got to the end. An interrupted cell keeps the rounds that were
    /// done.</returns>
    /// <exception cref="ArgumentException">No rows, targets that do not fit, or a setting out of range.</exception>
    /// <example><code>var model = GradientBoostingRegressor.Fit(train, mass); float[] yHat = model.Predict(test);</code></example>
    public static GradientBoostingRegressor Fit(
        TabularData data, float[] targets, GradientBoostingRegressorOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new GradientBoostingRegressorOptions();
        BoostingInput.Check(data, options);
        RowInput.CheckTargets(targets, data.Count, nameof(targets));
        TreeSettings.Require(options.Quantile is > 0 and < 1, "Quantile", options.Quantile, "must be between 0 and 1");
        if (options.Validation is { } given)
            RowInput.CheckTargets(options.ValidationTargets!, given.Count, nameof(options.ValidationTargets));
        (TabularData rows, float[] y, double[]? weights) = (data, targets, options.RowWeights ?? data.Weights);
        (TabularData? validation, float[]? validationY, double[]? validationWeights) =
            (options.Validation, options.ValidationTargets, options.Validation?.Weights);
        if (options.ValidationFraction > 0)
        {
            (int[] kept, int[] aside) = BoostingInput.SetAside(data.Count, options.ValidationFraction, options.Seed);
            (validation, validationY) = (data.Take(aside), [.. aside.Select(i => targets[i])]);
            (rows, y) = (data.Take(kept), [.. kept.Select(i => targets[i])]);
            validationWeights = weights is null ? null : [.. aside.Select(i => weights[i])];
            weights = weights is null ? null : [.. kept.Select(i => weights[i])];
        }
        if (weights is not null) RowInput.CheckWeights(weights, rows.Count);
        BoostingFit fit;
        try
        {
            var learned = new BoostingRows(rows.X, NewLoss(y, weights, options));
            var measured = validation is null ? null
                : new BoostingRows(validation.X, NewLoss(validationY!, validationWeights, options));
            fit = new BoostingTrainer(learned, measured, data.FeatureCount, BoostingInput.Monotone(data, options), options).Run();
        }
        finally
        {
            options.OnEnd?.Invoke();
        }
        var trees = new BoostedTrees(fit.Baseline, fit.Rounds, data.FeatureCount);
        return new GradientBoostingRegressor([.. data.Features.Select(f => f.Name)], trees, fit.Log, fit.Stopped, options.Loss);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d]; NaN where a value is missing.</param>
    /// <param name="y">The number of each row, all finite, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a target is not finite, or a setting is out of range.</exception>
    /// <example><code>var model = GradientBoostingRegressor.Fit(x, y, new() { Loss = RegressionLoss.Absolute });</code></example>
    public static GradientBoostingRegressor Fit(float[] x, float[] y, GradientBoostingRegressorOptions? options = null) =>
        Fit(RowInput.Table(x, y), y, options);

    /// <inheritdoc/>
    public float[] Predict(ReadOnlySpan<float> x) => _trees.Predict(x);

    /// <summary>The predictions after each round, to see how the model came about.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>For each round a new array of shape [n].</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    /// <example><code>double[] error = [.. model.StagedPredictions(test.X).Select(yHat => Metrics.MeanSquaredError(y, yHat))];</code></example>
    public IEnumerable<float[]> StagedPredictions(float[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        PredictionBlocks.Count(x, Features.Count);
        return _trees.Staged(x).Select(raw => (float[])[.. raw]);
    }

    private static BoostingLoss NewLoss(float[] y, double[]? weights, GradientBoostingRegressorOptions options) =>
        options.Loss switch
    {
        RegressionLoss.Absolute => new QuantileLoss(y, weights, q: 0.5, scale: 2),
        RegressionLoss.Quantile => new QuantileLoss(y, weights, options.Quantile, scale: 1),
        _ => new SquaredLoss(y, weights),
    };
}
