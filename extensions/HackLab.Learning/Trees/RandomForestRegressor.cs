using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// A random forest that predicts a number: the mean of many deep trees, each grown on rows drawn with replacement and with
/// questions
/// chosen from a few features drawn anew (L. Breiman, "Random Forests", Machine Learning 45, 2001). Features need no scaling, and
/// values may be missing (NaN).
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class RandomForestRegressor : IRegressor, IRichDisplay, IStoredModel<RandomForestRegressor>
{
    private readonly Forest _forest;

    private RandomForestRegressor(IReadOnlyList<string> features, Forest forest, double score, float[] unseen) =>
        (Features, _forest, OutOfBagScore, OutOfBagPredictions) = (features, forest, score, unseen);

    static string IStoredModel<RandomForestRegressor>.Kind => nameof(RandomForestRegressor);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>How many trees there are: fewer than asked for if the cell was interrupted.</summary>
    public int Trees => _forest.Trees.Count;

    /// <summary>
    /// R² on the training rows, 1 − Σ(y − yHat)² / Σ(y − mean)², each predicted only by the trees that have not seen it: an
    /// honest score
    /// without test rows. NaN if every tree has seen every row, or all targets are equal.
    /// </summary>
    public double OutOfBagScore { get; }

    /// <summary>
    /// What the trees that have not seen a training row predict for it, shape [n]; NaN where all have. Empty after loading.
    /// </summary>
    public IReadOnlyList<float> OutOfBagPredictions { get; }

    /// <summary>
    /// The share of the fall of squared error that each feature's questions brought, the mean over the trees; they sum to 1.
    /// </summary>
    public IReadOnlyList<FeatureImportance> Importances => _forest.Importances(Features);

    /// <summary>Learns to predict a number from a table's features.</summary>
    /// <param name="data">Rows, whose classes are not looked at; values may be missing (NaN). Weights count, if there are
    /// any.</param>
    /// <param name="targets">The number of each row, all finite, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The forest; an interrupted cell keeps the trees that were done.</returns>
    /// <exception cref="ArgumentException">No rows, targets that do not fit, or a setting out of range.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell before the first tree was done.</exception>
    /// <example><code>var forest = RandomForestRegressor.Fit(train, mass); float[] yHat = forest.Predict(test);</code></example>
    public static RandomForestRegressor Fit(TabularData data, float[] targets, RandomForestOptions? options = null)
    {
        RowInput.CheckRows(data);
        RowInput.CheckTargets(targets, data.Count, nameof(targets));
        double mean = targets.Average(v => (double)v);
        (Forest forest, float[] unseen) = ForestFit.Grow(
            data, new SquaredErrorCriterion(targets, mean), options ?? new(), maxFeatures: Math.Max(1, data.FeatureCount / 3));
        return new RandomForestRegressor([.. data.Features.Select(f => f.Name)], forest, Score(targets, unseen), unseen);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d]; NaN where a value is missing.</param>
    /// <param name="y">The number of each row, all finite, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a target is not finite, or a setting is out of range.</exception>
    /// <example><code>var forest = RandomForestRegressor.Fit(x, y, new() { MinSamplesLeaf = 5 });</code></example>
    public static RandomForestRegressor Fit(float[] x, float[] y, RandomForestOptions? options = null) =>
        Fit(RowInput.Table(x, y), y, options);

    /// <inheritdoc/>
    public float[] Predict(ReadOnlySpan<float> x) => _forest.Predict(x);

    /// <inheritdoc/>
    public string ToHtml() => ImportanceTable.Of(ToString(), Importances).ToHtml();

    /// <inheritdoc/>
    public string ToText() => ImportanceTable.Of(ToString(), Importances).ToText();

    /// <summary>Its size and its out-of-bag R² in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
            $"Random forest, {Features.Count} features: {Trees} trees, out-of-bag R² {OutOfBagScore:0.000}");

    void IStoredModel<RandomForestRegressor>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("outOfBagScore", OutOfBagScore);
        _forest.Write(to);
    }

    static RandomForestRegressor IStoredModel<RandomForestRegressor>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        return new RandomForestRegressor(features, Forest.Read(from, features.Length, 1), from.AnyNumber("outOfBagScore"), []);
    }

    private static double Score(float[] y, float[] unseen)
    {
        int[] judged = [.. Enumerable.Range(0, y.Length).Where(i => !float.IsNaN(unseen[i]))];
        if (judged.Length == 0) return double.NaN;
        double mean = judged.Average(i => (double)y[i]), all = judged.Sum(i => Square(y[i] - mean));
        return all > 0 ? 1 - (judged.Sum(i => Square((double)y[i] - unseen[i])) / all) : double.NaN;
    }

    private static double Square(double value) => value * value;
}
