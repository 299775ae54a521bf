namespace HackLab.Learning.Internals;

/// <summary>The density of a mixture of normal distributions.</summary>
internal sealed class MixtureDensity
{
    private readonly int _d;
    private readonly double[][] _inverses;   // L⁻¹ of Σ = L Lᵀ; of diagonal ones 1 / σ²
    private readonly double[] _constants;    // log w − ½ d log 2π − log det L

    /// <exception cref="ArgumentException">A covariance is not positive definite.</exception>
    internal MixtureDensity(CovarianceKind kind, double[] weights, double[] means, double[] covariances)
    {
        (Kind, Weights, Means, Covariances, _d) = (kind, weights, means, covariances, means.Length / weights.Length);
        (_inverses, _constants) = (new double[weights.Length][], new double[weights.Length]);
        int size = covariances.Length / weights.Length;
        for (int k = 0; k < weights.Length; k++)
        {
            ReadOnlySpan<double> covariance = covariances.AsSpan(k * size, size);
            double[]? factor = kind == CovarianceKind.Full ? Triangle.Factor(covariance, _d) : Roots(covariance);
            if (factor is null) throw new ArgumentException($"Component {k} has become flat: use fewer components or a larger Regularization.");
            _inverses[k] = kind == CovarianceKind.Full ? Triangle.Inverse(factor, _d) : [.. factor.Select(root => 1 / (root * root))];
            double determinant = kind == CovarianceKind.Full ? Triangle.LogDeterminant(factor, _d) : factor.Sum(Math.Log);
            _constants[k] = Math.Log(weights[k]) - (0.5 * _d * Math.Log(2 * Math.PI)) - determinant;
        }
    }

    internal CovarianceKind Kind { get; }

    internal double[] Weights { get; }

    internal double[] Means { get; }

    internal double[] Covariances { get; }

    /// <summary>log wₖ N(x; μₖ, Σₖ) of each component.</summary>
    internal void LogJoint(ReadOnlySpan<double> x, Span<double> log)
    {
        Span<double> centered = _d <= 256 ? stackalloc double[_d] : new double[_d];
        for (int k = 0; k < log.Length; k++)
        {
            ReadOnlySpan<double> mean = Means.AsSpan(k * _d, _d);
            double square;
            if (Kind == CovarianceKind.Diagonal)
            {
                square = Vectors.SquaredDistance(x, mean, _inverses[k]);
            }
            else
            {
                x.CopyTo(centered);
                Vectors.AddScaled(centered, -1, mean);
                square = Triangle.SquaredLength(_inverses[k], centered);
            }
            log[k] = _constants[k] - (0.5 * square);
        }
    }

    private static double[]? Roots(ReadOnlySpan<double> variances)
    {
        double[] roots = [.. variances];
        for (int j = 0; j < roots.Length; j++) roots[j] = Math.Sqrt(roots[j]);
        return roots.All(root => root > 0) ? roots : null;
    }
}
