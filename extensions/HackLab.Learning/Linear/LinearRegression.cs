using System.Globalization;
using HackLab.Data;
using HackLab.Data.Display;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// Linear regression, ŷ = Σ wⱼ xⱼ + b, by least squares, ridge, lasso or elastic net (Hastie, Tibshirani, Friedman, <i>The
/// Elements of Statistical Learning</i>, chapter 3). Penalties weigh features on one scale, so give it scaled features.
/// </summary>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed class LinearRegression : IRegressor, IRichDisplay, IStoredModel<LinearRegression>
{
    private readonly double[] _weights;

    private LinearRegression(IReadOnlyList<string> features, double[] weights, double intercept, StopReason stopped) =>
        (Features, _weights, Intercept, Stopped) = (features, weights, intercept, stopped);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>w, shape [d]: how much ŷ grows when a feature grows by 1.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>b: ŷ of a row of zeros.</summary>
    public double Intercept { get; }

    /// <summary>Why the search ended; least squares and ridge are always <see cref="StopReason.Converged"/>.</summary>
    public StopReason Stopped { get; }

    /// <summary>Each feature with its coefficient w, in feature order.</summary>
    public IReadOnlyList<FeatureImportance> Coefficients => [.. Features.Select((name, j) => new FeatureImportance(name, _weights[j]))];

    static string IStoredModel<LinearRegression>.Kind => nameof(LinearRegression);

    /// <summary>Learns from rows and their numbers.</summary>
    /// <param name="train">Rows, all values finite; their classes are not used.</param>
    /// <param name="y">The number of each row, shape [n], all finite.</param>
    /// <param name="options">Settings; null for least squares.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a value is not finite, or a setting is out of range.</exception>
    /// <example><code>var line = LinearRegression.Fit(jets, energies, new() { Penalty = Penalty.Ridge });</code></example>
    public static LinearRegression Fit(TabularData train, float[] y, LinearRegressionOptions? options = null)
    {
        FitInput.CheckTargets(train, y);
        options ??= new LinearRegressionOptions();
        if (!(options.Alpha >= 0 && double.IsFinite(options.Alpha))) throw FitInput.Setting("Alpha", options.Alpha, "must be at least 0");
        if (!(options.L1Ratio is >= 0 and <= 1)) throw FitInput.Setting("L1Ratio", options.L1Ratio, "must be from 0 to 1");
        if (options.MaxIterations < 1) throw FitInput.Setting("MaxIterations", options.MaxIterations, "must be at least 1");
        (double[] weights, double intercept, StopReason stopped) = new LinearSolver(train, y, options, NotebookHost.Token).Run();
        return new LinearRegression([.. train.Features.Select(f => f.Name)], weights, intercept, stopped);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite.</param>
    /// <param name="y">The number of each row, shape [n], all finite.</param>
    /// <param name="options">Settings; null for least squares.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, a value is not finite, or a setting is out of range.</exception>
    /// <example><code>LinearRegression.Fit([0, 1, 2], [1, 3, 5])   // ŷ = 2 x0 + 1</code></example>
    public static LinearRegression Fit(float[] x, float[] y, LinearRegressionOptions? options = null) => Fit(FitInput.Rows(x, y), y, options);

    /// <inheritdoc/>
    public float[] Predict(ReadOnlySpan<float> x)
    {
        int d = Features.Count;
        var yHat = new float[PredictInput.Rows(x, d)];
        var row = new double[d];
        for (int i = 0; i < yHat.Length; i++)
        {
            Vectors.Widen(x.Slice(i * d, d), row);
            yHat[i] = (float)(Vectors.Dot(row, _weights) + Intercept);
        }
        return yHat;
    }

    /// <inheritdoc/>
    public string ToHtml() => Show().ToHtml();

    /// <inheritdoc/>
    public string ToText() => Show().ToText();

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Linear regression, {Features.Count} features, {_weights.Count(w => w != 0)} in use{(Stopped == StopReason.Converged ? "" : ", not converged")}");

    void IStoredModel<LinearRegression>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("weights", _weights);
        to.Add("intercept", Intercept);
        to.Add("stopped", Stopped);
    }

    static LinearRegression IStoredModel<LinearRegression>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        return new LinearRegression(features, from.Doubles("weights", features.Length), from.Number("intercept"), from.Choice<StopReason>("stopped"));
    }

    private Table Show() => new(
        ToString(), ["feature", "coefficient"],
        [.. Features.Select((name, j) => (object?[])[name, _weights[j]]), ["(intercept)", Intercept]]);
}
