using System.Globalization;
using HackLab.Data;
using HackLab.Data.Hosting;
using HackLab.Learning.Files;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>How a <see cref="MahalanobisDetector"/> measures the covariance of the usual rows.</summary>
public enum CovarianceEstimate
{
    /// <summary>S = Σ(x − μ)(x − μ)ᵀ / n, the maximum-likelihood estimate.</summary>
    Empirical,

    /// <summary>
    /// (1 − s) S + s (tr S / d) I with the best s for the number of rows (Ledoit and Wolf, 2004, J. Multivariate Analysis 88): for
    /// few rows of many features.
    /// </summary>
    LedoitWolf,

    /// <summary>
    /// From the half of the rows that lie closest together, so that outliers among the training rows do not count: minimum
    /// covariance determinant (Rousseeuw and Van Driessen, 1999, Technometrics 41), scaled to fit the median row.
    /// </summary>
    Robust,
}

/// <summary>
/// How far a row lies from the middle of the usual ones, in standard deviations in its direction: √((x − μ)ᵀ Σ⁻¹ (x − μ))
/// (Mahalanobis, 1936). For usual rows that are normally distributed its square follows χ² with d degrees of freedom.
/// </summary>
public sealed class MahalanobisDetector : IAnomalyDetector, IStoredModel<MahalanobisDetector>
{
    private readonly double[] _means, _covariance, _inverse;

    private MahalanobisDetector(IReadOnlyList<string> features, double[] means, double[] covariance, double shrinkage)
    {
        (Features, _means, _covariance, Shrinkage) = (features, means, covariance, shrinkage);
        double[] factor = Triangle.Factor(covariance, means.Length) ?? throw new ArgumentException(
            "The covariance is flat: some feature is constant or follows from the others. Leave it out, or use CovarianceEstimate.LedoitWolf.");
        _inverse = Triangle.Inverse(factor, means.Length);
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Features { get; }

    /// <summary>μ, shape [d].</summary>
    public IReadOnlyList<double> Means => _means;

    /// <summary>Σ, shape [d, d].</summary>
    public IReadOnlyList<double> Covariance => _covariance;

    /// <summary>s of <see cref="CovarianceEstimate.LedoitWolf"/>; 0 of the others.</summary>
    public double Shrinkage { get; }

    static string IStoredModel<MahalanobisDetector>.Kind => nameof(MahalanobisDetector);

    /// <summary>Measures the usual rows; their classes are not used.</summary>
    /// <param name="train">Usual rows, more than there are features, all values finite.</param>
    /// <param name="estimate">How the covariance is measured.</param>
    /// <param name="seed">Where the search for the closest half begins.</param>
    /// <exception cref="ArgumentException">Values that are not finite, too few rows, or features that follow from each other.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    /// <example><code>var detector = MahalanobisDetector.Fit(background); float[] anomaly = detector.PredictAnomaly(test);</code></example>
    public static MahalanobisDetector Fit(TabularData train, CovarianceEstimate estimate = CovarianceEstimate.Empirical, int seed = 42)
    {
        FitInput.CheckFinite(train);
        string[] features = [.. train.Features.Select(f => f.Name)];
        (double[] means, double[] covariance, double shrinkage) = estimate switch
        {
            CovarianceEstimate.Robust => CovarianceEstimates.Robust(train, seed, NotebookHost.Token),
            CovarianceEstimate.LedoitWolf => CovarianceEstimates.LedoitWolf(train, NotebookHost.Token),
            _ => CovarianceEstimates.Empirical(train, NotebookHost.Token),
        };
        return new MahalanobisDetector(features, means, covariance, shrinkage);
    }

    /// <summary>Measures plain rows.</summary>
    /// <param name="x">Usual rows, features row after row, shape [n, d], all finite.</param>
    /// <param name="columns">d, the number of features.</param>
    /// <param name="estimate">How the covariance is measured.</param>
    /// <param name="seed">Where the search for the closest half begins.</param>
    /// <exception cref="ArgumentException">Lengths do not fit, values that are not finite, or features that follow from each other.</exception>
    public static MahalanobisDetector Fit(
        float[] x, int columns, CovarianceEstimate estimate = CovarianceEstimate.Empirical, int seed = 42) =>
        Fit(FitInput.Rows(x, columns), estimate, seed);

    /// <summary>The Mahalanobis distance of each row.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n], at least 0; NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public float[] PredictAnomaly(ReadOnlySpan<float> x)
    {
        float[] rows = x.ToArray(), distance = new float[PredictInput.Rows(x, Features.Count)];
        RowBlocks.For(distance.Length, 1024, (start, end) =>
        {
            var row = new double[_means.Length];
            for (int i = start; i < end; i++)
            {
                Vectors.Widen(rows.AsSpan(i * row.Length, row.Length), row);
                Vectors.AddScaled(row, -1, _means);
                distance[i] = (float)Math.Sqrt(Triangle.SquaredLength(_inverse, row));
            }
        });
        return distance;
    }

    /// <summary>What it is, in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"Mahalanobis distance, {Features.Count} features{(Shrinkage > 0 ? $", shrinkage {Shrinkage:0.###}" : "")}");

    void IStoredModel<MahalanobisDetector>.Write(ModelWriter to)
    {
        to.Add("features", Features);
        to.Add("means", _means);
        to.Add("covariance", _covariance);
        to.Add("shrinkage", Shrinkage);
    }

    static MahalanobisDetector IStoredModel<MahalanobisDetector>.Read(ModelReader from)
    {
        string[] features = from.Names("features");
        return new MahalanobisDetector(
            features, from.Doubles("means", features.Length), from.Doubles("covariance", checked(features.Length * features.Length)),
            from.Number("shrinkage", 0, 1));
    }
}
