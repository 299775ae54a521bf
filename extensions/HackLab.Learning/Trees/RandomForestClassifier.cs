using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// A random forest for two or more classes: many deep trees, each grown on rows drawn with replacement and with questions chosen
/// from
/// a few features drawn anew; their probabilities are averaged (L. Breiman, "Random Forests", Machine Learning 45, 2001).
/// Features
/// need no scaling, and values may be missing (NaN).
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class RandomForestClassifier : IClassifier, IRichDisplay, IStoredModel<RandomForestClassifier>
{
    private readonly Forest _forest;

    private RandomForestClassifier(
        IReadOnlyList<string> features, IReadOnlyList<string> classNames, Forest forest, double score, float[] unseen) =>
        (Features, ClassNames, _forest, OutOfBagScore, OutOfBagProbabilities) = (features, classNames, forest, score, unseen);

    static string IStoredModel<RandomForestClassifier>.Kind => nameof(RandomForestClassifier);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>How many trees there are: fewer than asked for if the cell was interrupted.</summary>
    public int Trees => _forest.Trees.Count;

    /// <summary>
    /// The accuracy on the training rows, each judged only by the trees that have not seen it: an honest score without test rows.
    /// NaN if every tree has seen every row.
    /// </summary>
    public double OutOfBagScore { get; }

    /// <summary>
    /// What the trees that have not seen a training row say of it, shape [n, classes]; NaN where all have. Empty after loading.
    /// </summary>
    public IReadOnlyList<float> OutOfBagProbabilities { get; }

    /// <summary>
    /// The share of the fall of impurity that each feature's questions brought, the mean over the trees; they sum to 1.
    /// </summary>
    public IReadOnlyList<FeatureImportance> Importances => _forest.Importances(Features);

    /// <summary>Learns from labelled rows.</summary>
    /// <param name="train">Rows of two or more classes, all present; values may be missing (NaN). Weights count, if there are
    /// any.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The forest; an interrupted cell keeps the trees that were done.</returns>
    /// <exception cref="ArgumentException">No rows, a class without rows, or a setting out of range.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell before the first tree was done.</exception>
    /// <example><code>var forest = RandomForestClassifier.Fit(train); float[] score = forest.PredictScore(test);</code></example>
    public static RandomForestClassifier Fit(TabularData train, RandomForestOptions? options = null)
    {
        RowInput.CheckRows(train);
        RowInput.CheckClasses(train);
        options ??= new RandomForestOptions();
        int classes = train.ClassNames.Count, few = Math.Max(1, (int)Math.Sqrt(train.FeatureCount));
        (Forest forest, float[] unseen) = options.Impurity == Impurity.Gini
            ? ForestFit.Grow(train, new GiniCriterion(train.Y, classes), options, few)
            : ForestFit.Grow(train, new EntropyCriterion(train.Y, classes), options, few);
        int[] said = MostProbable.Of(unseen, classes);
        int[] judged = [.. Enumerable.Range(0, train.Count).Where(i => !float.IsNaN(unseen[i * classes]))];
        double score = judged.Length == 0 ? double.NaN : judged.Count(i => said[i] == train.Y[i]) / (double)judged.Length;
        return new RandomForestClassifier([.. train.Features.Select(f => f.Name)], train.ClassNames, forest, score, unseen);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d]; NaN where a value is missing.</param>
    /// <param name="y">The class of each row, from 0, each with at least one row, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a class has no rows, or a setting is out of range.</exception>
    /// <example><code>var forest = RandomForestClassifier.Fit(x, y, new() { Trees = 200 });</code></example>
    public static RandomForestClassifier Fit(float[] x, int[] y, RandomForestOptions? options = null) =>
        Fit(RowInput.Table(x, y), options);

    /// <inheritdoc/>
    public float[] PredictProbabilities(ReadOnlySpan<float> x) => _forest.Predict(x);

    /// <summary>The most probable class of each row.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public int[] Predict(ReadOnlySpan<float> x) => MostProbable.Of(PredictProbabilities(x), ClassNames.Count);

    /// <inheritdoc/>
    public string ToHtml() => ImportanceTable.Of(ToString(), Importances).ToHtml();

    /// <inheritdoc/>
    public string ToText() => ImportanceTable.Of(ToString(), Importances).ToText();

    /// <summary>Its size and its out-of-bag accuracy in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
            $"Random forest, {Features.Count} features: {Trees} trees, out-of-bag accuracy {OutOfBagScore:0.000}");

    void IStoredModel<RandomForestClassifier>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("classes", ClassNames);
        to.Add("outOfBagScore", OutOfBagScore);
        _forest.Write(to);
    }

    static RandomForestClassifier IStoredModel<RandomForestClassifier>.Read(ModelReader from)
    {
        string[] features = from.Names("features"), classes = from.Names("classes");
        Forest forest = Forest.Read(from, features.Length, classes.Length);
        return new RandomForestClassifier(features, classes, forest, from.AnyNumber("outOfBagScore"), []);
    }
}
