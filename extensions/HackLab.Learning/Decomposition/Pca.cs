using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Principal components: the directions in which the rows spread most, the eigenvectors of their covariance, the widest first
/// (Hotelling, 1933; Bishop, <i>Pattern Recognition and Machine Learning</i>, 12.1). Wide features outweigh narrow ones, so give it
/// scaled features unless all have the same unit.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class Pca : IModel, ITransformer, IRichDisplay, IStoredModel<Pca>
{
    private readonly double[] _means, _components, _variances;
    private readonly double _total;

    private Pca(IReadOnlyList<string> features, double[] means, double[] components, double[] variances, double total, bool whiten) =>
        (Features, _means, _components, _variances, _total, Whiten) = (features, means, components, variances, total, whiten);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>Whether the new values are divided by their standard deviation.</summary>
    public bool Whiten { get; }

    /// <summary>The mean of each feature, shape [d].</summary>
    public IReadOnlyList<double> Means => _means;

    /// <summary>
    /// The directions, shape [k, d], of length 1 and at right angles to each other; each has its largest value above 0, as a
    /// direction and its opposite are the same component.
    /// </summary>
    public IReadOnlyList<double> Components => _components;

    /// <summary>The variance along each direction, divided by n − 1, shape [k].</summary>
    public IReadOnlyList<double> ExplainedVariance => _variances;

    /// <summary>The same as a share of the variance of all features, shape [k].</summary>
    public IReadOnlyList<double> ExplainedVarianceRatio => [.. _variances.Select(v => _total > 0 ? v / _total : 0)];

    static string IStoredModel<Pca>.Kind => nameof(Pca);

    /// <summary>Finds the components.</summary>
    /// <param name="train">At least two rows, all values finite; their classes are not used.</param>
    /// <param name="components">k, from 1 to the smaller of n and d; null for all.</param>
    /// <param name="whiten">Whether the new values are divided by their standard deviation.</param>
    /// <exception cref="ArgumentException">Fewer than two rows, values that are not finite, or k out of range.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>var pca = Pca.Fit(train, 2); TabularData plane = pca.Transform(test);</code></example>
    public static Pca Fit(TabularData train, int? components = null, bool whiten = false)
    {
        FitInput.CheckFinite(train);
        int most = Math.Min(train.Count, train.FeatureCount), k = components ?? most;
        if (train.Count < 2) throw new ArgumentException("A spread takes at least two rows.", nameof(train));
        if (k < 1 || k > most) throw FitInput.Setting(nameof(components), k, $"must be from 1 to {most}, the smaller of rows and features");
        (double[] means, double[] directions, double[] variances, double total) = PrincipalAxes.Of(train, k, NotebookHost.Token);
        return new Pca([.. train.Features.Select(f => f.Name)], means, directions, variances, total, whiten);
    }

    /// <summary>Finds the components of plain rows.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite, at least two rows.</param>
    /// <param name="columns">d, the number of features.</param>
    /// <param name="components">k, from 1 to the smaller of n and d; null for all.</param>
    /// <param name="whiten">Whether the new values are divided by their standard deviation.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, values that are not finite, or k out of range.</exception>
    public static Pca Fit(float[] x, int columns, int? components = null, bool whiten = false) => Fit(FitInput.Rows(x, columns), components, whiten);

    /// <summary>The same rows with the features PC1, PC2 …: their places along the directions.</summary>
    /// <inheritdoc/>
    public TabularData Transform(TabularData data)
    {
        float[] x = Transform(Prediction.Checked(data, Features));
        Feature[] features = [.. Enumerable.Range(1, _variances.Length).Select(k => new Feature(string.Create(CultureInfo.InvariantCulture, $"PC{k}")))];
        return new TabularData(data.Name, features, x, data.Y, data.ClassNames, data.Weights);
    }

    /// <summary>The places of plain rows along the directions, (x − mean) · direction, shape [n, k].</summary>
    /// <inheritdoc/>
    public float[] Transform(float[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        int d = Features.Count, k = _variances.Length;
        var places = new float[PredictInput.Rows(x, d) * k];
        RowBlocks.For(places.Length / k, 1024, (start, end) =>
        {
            var row = new double[d];
            for (int i = start; i < end; i++)
            {
                Vectors.Widen(x.AsSpan(i * d, d), row);
                Vectors.AddScaled(row, -1, _means);
                for (int c = 0; c < k; c++) places[(i * k) + c] = (float)(Vectors.Dot(row, _components.AsSpan(c * d, d)) / Scale(c));
            }
        });
        return places;
    }

    /// <summary>Rows from their places: mean + Σ place · direction. What the components left out is lost.</summary>
    /// <param name="places">Shape [n, k]; not changed.</param>
    /// <returns>Shape [n, d].</returns>
    /// <exception cref="ArgumentException">The last row is cut off.</exception>
    /// <example><code>float[] smooth = pca.Inverse(pca.Transform(images));</code></example>
    public float[] Inverse(float[] places)
    {
        ArgumentNullException.ThrowIfNull(places);
        int d = Features.Count, k = _variances.Length;
        var x = new float[PredictInput.Rows(places, k) * d];
        RowBlocks.For(x.Length / d, 1024, (start, end) =>
        {
            var row = new double[d];
            for (int i = start; i < end; i++)
            {
                _means.CopyTo(row, 0);
                for (int c = 0; c < k; c++) Vectors.AddScaled(row, places[(i * k) + c] * Scale(c), _components.AsSpan(c * d, d));
                for (int j = 0; j < d; j++) x[(i * d) + j] = (float)row[j];
            }
        });
        return x;
    }

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Principal components: {_variances.Length} of {Features.Count} features hold {ExplainedVarianceRatio.Sum():P1} of the variance");

    void IStoredModel<Pca>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("means", _means);
        to.Add("components", _components);
        to.Add("variances", _variances);
        to.Add("total", _total);
        to.Add("whiten", Whiten);
    }

    static Pca IStoredModel<Pca>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        double[] variances = from.Doubles("variances");
        if (variances.Length == 0) throw from.Bad("variances", "at least one number", "none");
        int bad = Array.FindIndex(variances, v => v < 0);
        if (bad >= 0) throw from.Bad($"variances[{bad}]", "a number of at least 0", "a negative one");
        return new Pca(
            features, from.Doubles("means", features.Length), from.Doubles("components", checked(variances.Length * features.Length)),
            variances, from.Number("total", 0), from.Flag("whiten"));
    }

    // A direction in which nothing spreads has no unit to be brought to.
    private double Scale(int component) => Whiten && _variances[component] > 0 ? Math.Sqrt(_variances[component]) : 1;

    private Table Show()
    {
        double sum = 0;
        var rows = new List<object?[]>();
        foreach (double ratio in ExplainedVarianceRatio)
        {
            sum += ratio;
            rows.Add([$"PC{rows.Count + 1}", _variances[rows.Count], ratio, sum]);
        }
        return new Table(
            ToString(), (TableColumn[])[new("component"), new("variance"), new("share", Align.Right, "P1"), new("sum", Align.Right, "P1")], rows);
    }
}
