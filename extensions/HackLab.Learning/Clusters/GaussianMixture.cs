using System.Globalization;
using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>
/// A mixture of normal distributions, p(x) = Σ wₖ N(x; μₖ, Σₖ), fitted by expectation maximisation (Dempster, Laird, Rubin, 1977;
/// Bishop, <i>Pattern Recognition and Machine Learning</i>, 9.2). It makes soft groups, and says how unusual a row is: −log p(x).
/// </summary>
public sealed class GaussianMixture : IClusterer, IAnomalyDetector, IStoredModel<GaussianMixture>
{
    private readonly MixtureDensity _density;

    private GaussianMixture(IReadOnlyList<string> features, MixtureDensity density, double logLikelihood, int iterations, StopReason stopped) =>
        (Features, _density, LogLikelihood, Iterations, Stopped) = (features, density, logLikelihood, iterations, stopped);

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <inheritdoc/>
    public int ClusterCount => _density.Weights.Length;

    /// <summary>w, the share of each component, shape [k].</summary>
    public IReadOnlyList<double> Weights => _density.Weights;

    /// <summary>μ, shape [k, d].</summary>
    public IReadOnlyList<double> Means => _density.Means;

    /// <summary>Σ, shape [k, d, d]; of diagonal ones the variances, shape [k, d].</summary>
    public IReadOnlyList<double> Covariances => _density.Covariances;

    /// <summary>The mean log likelihood of a training row, mean(log p(x)), in the last round.</summary>
    public double LogLikelihood { get; }

    /// <summary>The rounds it took.</summary>
    public int Iterations { get; }

    /// <summary>Why it ended.</summary>
    public StopReason Stopped { get; }

    static string IStoredModel<GaussianMixture>.Kind => nameof(GaussianMixture);

    /// <summary>Fits the mixture; the classes of the rows are not used.</summary>
    /// <param name="train">Rows, all values finite.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>The mixture; an interrupted cell keeps what was reached.</returns>
    /// <exception cref="ArgumentException">Values that are not finite, a setting out of range, or a component that became flat.</exception>
    /// <example><code>var mixture = GaussianMixture.Fit(train, new() { Components = 3 });</code></example>
    public static GaussianMixture Fit(TabularData train, GaussianMixtureOptions? options = null)
    {
        FitInput.CheckFinite(train);
        options ??= new GaussianMixtureOptions();
        int k = options.Components;
        if (k < 1 || k > train.Count) throw FitInput.Setting("Components", k, $"must be from 1 to {train.Count}, the number of rows");
        if (options.MaxIterations < 1) throw FitInput.Setting("MaxIterations", options.MaxIterations, "must be at least 1");
        if (!(options.Regularization >= 0)) throw FitInput.Setting("Regularization", options.Regularization, "must be at least 0");
        if (options.StartFrom is { } start && (start.Count != train.Count || start.Any(c => c < 0 || c >= k)))
            throw new ArgumentException($"StartFrom needs a number from 0 to {k - 1} for each of the {train.Count} rows.", nameof(options));
        (MixtureDensity density, double logLikelihood, int iterations, StopReason stopped) = new MixtureSolver(train, options, NotebookHost.Token).Run();
        return new GaussianMixture([.. train.Features.Select(f => f.Name)], density, logLikelihood, iterations, stopped);
    }

    /// <summary>Fits the mixture to plain rows.</summary>
    /// <param name="x">Features, row after row, shape [n, d], all finite.</param>
    /// <param name="columns">d, the number of features.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, values that are not finite, or a setting out of range.</exception>
    public static GaussianMixture Fit(float[] x, int columns, GaussianMixtureOptions? options = null) => Fit(FitInput.Rows(x, columns), options);

    /// <summary>How probable each component is for each row, wₖ N(x; μₖ, Σₖ) / p(x).</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n, k]; each row sums to 1, or is NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public float[] PredictProbabilities(ReadOnlySpan<float> x) => LogPosterior.Probabilities(x, Features.Count, ClusterCount, _density.LogJoint);

    /// <inheritdoc/>
    public int[] PredictCluster(ReadOnlySpan<float> x)
    {
        PredictInput.CheckFinite(x, Features);
        return Prediction.MostProbable(PredictProbabilities(x), ClusterCount);
    }

    /// <summary>How unusual each row is, −log p(x).</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n]; NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public float[] PredictAnomaly(ReadOnlySpan<float> x)
    {
        float[] rows = x.ToArray(), anomaly = new float[PredictInput.Rows(x, Features.Count)];
        RowBlocks.For(anomaly.Length, 1024, (start, end) =>
        {
            double[] row = new double[Features.Count], log = new double[ClusterCount];
            for (int i = start; i < end; i++)
            {
                Vectors.Widen(rows.AsSpan(i * row.Length, row.Length), row);
                _density.LogJoint(row, log);
                anomaly[i] = (float)-Vectors.LogSumExp(log);
            }
        });
        return anomaly;
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Gaussian mixture, {ClusterCount} components, mean log likelihood {LogLikelihood:G6} after {Iterations} rounds");

    void IStoredModel<GaussianMixture>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("covariance", _density.Kind);
        to.Add("weights", _density.Weights);
        to.Add("means", _density.Means);
        to.Add("covariances", _density.Covariances);
        to.Add("logLikelihood", LogLikelihood);
        to.Add("iterations", Iterations);
        to.Add("stopped", Stopped);
    }

    static GaussianMixture IStoredModel<GaussianMixture>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        CovarianceKind kind = from.Choice<CovarianceKind>("covariance");
        double[] weights = from.Doubles("weights");
        weights = from.Shares("weights", weights.Length);
        int size = checked(weights.Length * features.Length);
        double[] covariances = from.Doubles("covariances", checked(kind == CovarianceKind.Full ? size * features.Length : size));
        var density = new MixtureDensity(kind, weights, from.Doubles("means", size), covariances);
        return new GaussianMixture(features, density, from.Number("logLikelihood"), from.Int("iterations"), from.Choice<StopReason>("stopped"));
    }
}
