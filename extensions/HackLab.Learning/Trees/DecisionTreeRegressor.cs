using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// A decision tree that predicts a number: questions about one feature each, chosen so that the rows of a leaf have similar
/// targets,
/// whose mean is predicted (L. Breiman, J. Friedman, R. Olshen, C. Stone, "Classification and Regression Trees", 1984). Features
/// need no scaling, and values may be missing (NaN).
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class DecisionTreeRegressor : IRegressor, IRichDisplay, IStoredModel<DecisionTreeRegressor>
{
    private readonly Tree _tree;

    private DecisionTreeRegressor(IReadOnlyList<string> features, Tree tree) => (Features, _tree) = (features, tree);

    static string IStoredModel<DecisionTreeRegressor>.Kind => nameof(DecisionTreeRegressor);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The most questions on the way to a leaf.</summary>
    public int Depth => _tree.Depth;

    /// <summary>How many leaves there are.</summary>
    public int Leaves => _tree.LeafCount;

    /// <summary>
    /// The share of the whole fall of squared error that each feature's questions brought, the largest first; they sum to 1.
    /// </summary>
    public IReadOnlyList<FeatureImportance> Importances => GainShares.Of(Features, _tree);

    internal Tree Tree => _tree;

    /// <summary>Learns to predict a number from a table's features.</summary>
    /// <param name="data">Rows, whose classes are not looked at; values may be missing (NaN). Weights count, if there are
    /// any.</param>
    /// <param name="targets">The number of each row, all finite, shape [n].</param>
    /// <param name="options">Settings; null for the defaults, which part the rows until all targets of a leaf are equal.</param>
    /// <exception cref="ArgumentException">No rows, targets that do not fit, or a setting out of range.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>var tree = DecisionTreeRegressor.Fit(train, mass, new() { MaxDepth = 4 });</code></example>
    public static DecisionTreeRegressor Fit(TabularData data, float[] targets, DecisionTreeOptions? options = null)
    {
        RowInput.CheckRows(data);
        RowInput.CheckTargets(targets, data.Count, nameof(targets));
        return new DecisionTreeRegressor(
            [.. data.Features.Select(f => f.Name)], TreeFit.Numbers(data, targets, options ?? new()));
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d]; NaN where a value is missing.</param>
    /// <param name="y">The number of each row, all finite, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a target is not finite, or a setting is out of range.</exception>
    /// <example><code>DecisionTreeRegressor.Fit([0, 1, 2, 3], [1f, 1, 5, 5]).Predict([0.5f])   // 1</code></example>
    public static DecisionTreeRegressor Fit(float[] x, float[] y, DecisionTreeOptions? options = null) =>
        Fit(RowInput.Table(x, y), y, options);

    /// <inheritdoc/>
    public float[] Predict(ReadOnlySpan<float> x) => PredictionBlocks.Predict(x, Features.Count, _tree);

    /// <inheritdoc/>
    public string ToHtml() => View().ToHtml();

    /// <inheritdoc/>
    public string ToText() => View().ToText();

    /// <summary>Its size in one line.</summary>
    public override string ToString() => $"Decision tree, {Features.Count} features: {Leaves} leaves, depth {Depth}";

    void IStoredModel<DecisionTreeRegressor>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Part("tree", _tree.Write);
    }

    static DecisionTreeRegressor IStoredModel<DecisionTreeRegressor>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        return new DecisionTreeRegressor(features, Tree.Read(from.Part("tree"), features.Length, 1));
    }

    private TreeView View() =>
        new(_tree, ToString(), Features, value => string.Create(CultureInfo.InvariantCulture, $"{value.Span[0]:G5}"));
}
