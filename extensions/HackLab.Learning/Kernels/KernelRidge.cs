using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>Settings of <see cref="KernelRidge"/>; change them by <c>with</c>.</summary>
public sealed record KernelRidgeOptions
{
    /// <summary>How alike two rows are.</summary>
    public KernelKind Kernel { get; init; } = KernelKind.Rbf;

    /// <summary>γ of <see cref="KernelKind.Rbf"/>, above 0; null for 1 / (d · variance of all values).</summary>
    public double? Gamma { get; init; }

    /// <summary>α, how smooth the curve is, above 0.</summary>
    public double Alpha { get; init; } = 1;
}

/// <summary>
/// Kernel ridge regression: ŷ = Σ cᵢ k(xᵢ, x) over the training rows with c = (K + α I)⁻¹ y (Murphy, <i>Machine Learning: A
/// Probabilistic Perspective</i>, 14.4.3). There is no b, so give it y about its mean. It solves n equations: for small sets.
/// </summary>
public sealed class KernelRidge : IRegressor, IStoredModel<KernelRidge>
{
    private const int MostRows = 10_000;   // K of so many is 800 MB, and solving takes minutes

    private readonly Kernel _kernel;
    private readonly float[] _x;
    private readonly double[] _factors;

    private KernelRidge(IReadOnlyList<string> features, Kernel kernel, float[] x, double[] factors) =>
        (Features, _kernel, _x, _factors) = (features, kernel, x, factors);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>c of each training row, shape [n].</summary>
    public IReadOnlyList<double> DualCoefficients => _factors;

    static string IStoredModel<KernelRidge>.Kind => nameof(KernelRidge);

    /// <summary>Learns from rows and their numbers.</summary>
    /// <param name="train">At most 10,000 rows, all values finite; their classes are not used.</param>
    /// <param name="y">The number of each row, shape [n], all finite.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Too many rows, lengths that do not fit, a value that is not finite, or a setting out of range.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>var curve = KernelRidge.Fit(times, brightness, new() { Alpha = 0.1 });</code></example>
    public static KernelRidge Fit(TabularData train, float[] y, KernelRidgeOptions? options = null)
    {
        FitInput.CheckTargets(train, y);
        options ??= new KernelRidgeOptions();
        if (!(options.Alpha > 0 && double.IsFinite(options.Alpha))) throw FitInput.Setting("Alpha", options.Alpha, "must be above 0");
        int n = train.Count, d = train.FeatureCount;
        if (n > MostRows) throw new ArgumentException($"{train.Name} has {n} rows; kernel ridge takes at most {MostRows}: Take some of them.", nameof(train));
        Kernel kernel = Kernel.Of(options.Kernel, options.Gamma, train);
        var k = new double[n * n];
        RowBlocks.For(n, 16, (start, end) =>
        {
            for (int i = start; i < end; i++)
            {
                for (int j = 0; j <= i; j++) k[(i * n) + j] = kernel.At(train.X.AsSpan(i * d, d), train.X.AsSpan(j * d, d));
                k[i * (n + 1)] += options.Alpha;
            }
        }, NotebookHost.Token);
        double[] factors = Triangle.FactorInPlace(k, n, NotebookHost.Token) ? Triangle.Solve(k, Vectors.Widen(y), n)
            : throw new ArgumentException("Alpha is so small that rounding would decide: make it larger.", nameof(options));
        return new KernelRidge([.. train.Features.Select(f => f.Name)], kernel, train.X, factors);
    }

    /// <summary>Learns from plain arrays.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite, at most 10,000 rows.</param>
    /// <param name="y">The number of each row, shape [n], all finite.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Too many rows, lengths that do not fit, a value that is not finite, or a setting out of range.</exception>
    public static KernelRidge Fit(float[] x, float[] y, KernelRidgeOptions? options = null) => Fit(FitInput.Rows(x, y), y, options);

    /// <inheritdoc/>
    public float[] Predict(ReadOnlySpan<float> x)
    {
        int d = Features.Count;
        float[] rows = x.ToArray(), yHat = new float[PredictInput.Rows(x, d)];
        RowBlocks.For(yHat.Length, 16, (start, end) =>
        {
            for (int i = start; i < end; i++) yHat[i] = (float)_kernel.Weighted(_x, _factors, rows.AsSpan(i * d, d));
        }, NotebookHost.Token);
        return yHat;
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => $"Kernel ridge regression, {Features.Count} features, {_factors.Length} rows";

    void IStoredModel<KernelRidge>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        _kernel.Write(to);
        to.Add("x", _x);
        to.Add("factors", _factors);
    }

    static KernelRidge IStoredModel<KernelRidge>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        double[] factors = from.Doubles("factors");
        return new KernelRidge(features, Kernel.Read(from), from.Floats("x", checked(factors.Length * features.Length)), factors);
    }
}
