using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// One-class support vector machine: a border around the usual rows that leaves about a share ν of them outside (Schölkopf et al.,
/// 2001, Neural Computation 13). Give it scaled features, and at most some 20,000 rows: the time grows with n².
/// </summary>
public sealed class OneClassSvm : IAnomalyDetector, IStoredModel<OneClassSvm>
{
    private readonly Kernel _kernel;
    private readonly SupportVectors _vectors;

    private OneClassSvm(IReadOnlyList<string> features, Kernel kernel, SupportVectors vectors, StopReason stopped) =>
        (Features, _kernel, _vectors, Stopped) = (features, kernel, vectors, stopped);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>The number of rows on the border or outside, which make it.</summary>
    public int SupportVectorCount => _vectors.Count;

    /// <summary>Why training ended.</summary>
    public StopReason Stopped { get; }

    static string IStoredModel<OneClassSvm>.Kind => nameof(OneClassSvm);

    /// <summary>Learns what is usual; the classes of the rows are not used.</summary>
    /// <param name="train">Usual rows, all values finite.</param>
    /// <param name="nu">ν, about the share of rows left outside, above 0 and at most 1.</param>
    /// <param name="gamma">γ of exp(−γ ‖x − x'‖²), above 0; null for 1 / (d · variance of all values).</param>
    /// <param name="tolerance">How exact the border is, above 0.</param>
    /// <returns>The border; an interrupted cell keeps what was reached.</returns>
    /// <exception cref="ArgumentException">Values that are not finite, or a setting out of range.</exception>
    /// <example><code>var detector = OneClassSvm.Fit(background, nu: 0.05); float[] anomaly = detector.PredictAnomaly(test);</code></example>
    public static OneClassSvm Fit(TabularData train, double nu = 0.5, double? gamma = null, double tolerance = 1e-3)
    {
        FitInput.CheckFinite(train);
        if (!(nu is > 0 and <= 1)) throw FitInput.Setting(nameof(nu), nu, "must be above 0 and at most 1");
        if (!(tolerance > 0)) throw FitInput.Setting(nameof(tolerance), tolerance, "must be above 0");
        Kernel kernel = Kernel.Of(KernelKind.Rbf, gamma, train);
        int n = train.Count;
        double[] alpha = new double[n], most = new double[n];
        Array.Fill(most, 1);
        for (int i = 0; i < n; i++) alpha[i] = Math.Clamp((nu * n) - i, 0, 1);   // Σα = ν n, which every step keeps
        int[] y = new int[n];
        Array.Fill(y, 1);
        var solver = new SmoSolver(new KernelRows(kernel, train.X, train.FeatureCount), y, new double[n], most, alpha, tolerance);
        SmoFit fit = solver.Run(NotebookHost.Token);
        return new OneClassSvm([.. train.Features.Select(f => f.Name)], kernel, SupportVectors.Of(kernel, train.X, train.FeatureCount, fit), fit.Stopped);
    }

    /// <summary>Learns from plain rows.</summary>
    /// <param name="x">Usual rows, features row after row, shape [n, d], all finite.</param>
    /// <param name="columns">d, the number of features.</param>
    /// <param name="nu">ν, about the share of rows left outside, above 0 and at most 1.</param>
    /// <param name="gamma">γ of exp(−γ ‖x − x'‖²), above 0; null for 1 / (d · variance of all values).</param>
    /// <exception cref="ArgumentException">Lengths do not fit, values that are not finite, or a setting out of range.</exception>
    public static OneClassSvm Fit(float[] x, int columns, double nu = 0.5, double? gamma = null) => Fit(FitInput.Rows(x, columns), nu, gamma);

    /// <summary>How far outside the border each row lies, −Σ α k(x', x) + ρ: above 0 outside, below 0 inside.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n]; NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public float[] PredictAnomaly(ReadOnlySpan<float> x)
    {
        PredictInput.Rows(x, Features.Count);
        return [.. _vectors.Decide(x.ToArray(), Features.Count, NotebookHost.Token).Select(inside => (float)-inside)];
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => $"One-class support vector machine, {Features.Count} features, {SupportVectorCount} support vectors";

    void IStoredModel<OneClassSvm>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        _kernel.Write(to);
        _vectors.Write(to);
        to.Add("stopped", Stopped);
    }

    static OneClassSvm IStoredModel<OneClassSvm>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        Kernel kernel = Kernel.Read(from);
        return new OneClassSvm(features, kernel, SupportVectors.Read(from, kernel, features.Length), from.Choice<StopReason>("stopped"));
    }
}
