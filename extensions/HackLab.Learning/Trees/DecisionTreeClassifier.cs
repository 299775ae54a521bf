using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// A decision tree for two or more classes: questions about one feature each, chosen so that the answers part the classes best
/// (L. Breiman, J. Friedman, R. Olshen, C. Stone, "Classification and Regression Trees", 1984). Shown in a notebook it can be
/// read.
/// Features need no scaling, and values may be missing (NaN).
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class DecisionTreeClassifier : IClassifier, IRichDisplay, IStoredModel<DecisionTreeClassifier>
{
    private readonly Tree _tree;

    private DecisionTreeClassifier(IReadOnlyList<string> features, IReadOnlyList<string> classNames, Tree tree) =>
        (Features, ClassNames, _tree) = (features, classNames, tree);

    static string IStoredModel<DecisionTreeClassifier>.Kind => nameof(DecisionTreeClassifier);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> ClassNames { get; }

    /// <summary>The most questions on the way to a leaf.</summary>
    public int Depth => _tree.Depth;

    /// <summary>How many leaves there are.</summary>
    public int Leaves => _tree.LeafCount;

    /// <summary>
    /// The share of the whole fall of impurity that each feature's questions brought, the largest first; they sum to 1.
    /// </summary>
    public IReadOnlyList<FeatureImportance> Importances => GainShares.Of(Features, _tree);

    internal Tree Tree => _tree;

    /// <summary>Learns from labelled rows.</summary>
    /// <param name="train">Rows of two or more classes, all present; values may be missing (NaN). Weights count, if there are
    /// any.</param>
    /// <param name="options">Settings; null for the defaults, which part the rows until no leaf is mixed.</param>
    /// <exception cref="ArgumentException">No rows, a class without rows, or a setting out of range.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>var tree = DecisionTreeClassifier.Fit(train, new() { MaxDepth = 3 });</code></example>
    public static DecisionTreeClassifier Fit(TabularData train, DecisionTreeOptions? options = null)
    {
        RowInput.CheckRows(train);
        RowInput.CheckClasses(train);
        return new DecisionTreeClassifier(
            [.. train.Features.Select(f => f.Name)], train.ClassNames, TreeFit.Classes(train, options ?? new()));
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d]; NaN where a value is missing.</param>
    /// <param name="y">The class of each row, from 0, each with at least one row, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a class has no rows, or a setting is out of range.</exception>
    /// <example><code>var tree = DecisionTreeClassifier.Fit([0, 1, 2, 3], [0, 0, 1, 1]);   // x0 ≤ 1.5?</code></example>
    public static DecisionTreeClassifier Fit(float[] x, int[] y, DecisionTreeOptions? options = null) =>
        Fit(RowInput.Table(x, y), options);

    /// <summary>The shares of the classes among the training rows in each row's leaf.</summary>
    /// <inheritdoc/>
    public float[] PredictProbabilities(ReadOnlySpan<float> x) => PredictionBlocks.Predict(x, Features.Count, _tree);

    /// <summary>The most frequent class of each row's leaf.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public int[] Predict(ReadOnlySpan<float> x) => MostProbable.Of(PredictProbabilities(x), ClassNames.Count);

    /// <inheritdoc/>
    public string ToHtml() => View().ToHtml();

    /// <inheritdoc/>
    public string ToText() => View().ToText();

    /// <summary>Its size in one line.</summary>
    public override string ToString() => $"Decision tree, {Features.Count} features: {Leaves} leaves, depth {Depth}";

    void IStoredModel<DecisionTreeClassifier>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("classes", ClassNames);
        to.Part("tree", _tree.Write);
    }

    static DecisionTreeClassifier IStoredModel<DecisionTreeClassifier>.Read(ModelReader from)
    {
        string[] features = from.Names("features"), classes = from.Names("classes");
        return new DecisionTreeClassifier(features, classes, Tree.Read(from.Part("tree"), features.Length, classes.Length));
    }

    private TreeView View() => new(_tree, ToString(), Features, shares =>
    {
        int largest = MostProbable.Of(shares.ToArray(), shares.Length)[0];
        return string.Create(CultureInfo.InvariantCulture, $"{ClassNames[largest]} {shares.Span[largest]:P1}");
    });
}
