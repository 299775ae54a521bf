using HackLab.Data;
using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>Means and covariances of usual rows, shape [d] and [d, d].</summary>
internal static class CovarianceEstimates
{
    internal static (double[] Means, double[] Covariance, double Shrinkage) Empirical(TabularData data, CancellationToken token)
    {
        double[] means = Moments.Means(data, token), covariance = Moments.Scatter(data, means, token);
        for (int i = 0; i < covariance.Length; i++) covariance[i] /= data.Count;
        return (means, covariance, 0);
    }

    /// <summary>
    /// S drawn to m I, m = tr S / d, by s = b² / c²: c² = ‖S − m I‖² and b² the smaller of c² and Σ ‖xxᵀ − S‖² / n², all norms
    /// divided by d, x about its mean (Ledoit and Wolf, 2004, section 3.2). As Σ ‖xxᵀ − S‖² = Σ ‖x‖⁴ − n ‖S‖², rows are read once.
    /// </summary>
    internal static (double[] Means, double[] Covariance, double Shrinkage) LedoitWolf(TabularData data, CancellationToken token)
    {
        (double[] means, double[] s, _) = Empirical(data, token);
        int n = data.Count, d = means.Length;
        double mean = 0, norm = Vectors.Dot(s, s), fourth = 0;
        for (int j = 0; j < d; j++) mean += s[j * (d + 1)] / d;
        var row = new double[d];
        for (int i = 0; i < n; i++)
        {
            Vectors.Widen(data.Row(i), row);
            double square = Vectors.SquaredDistance(row, means);
            fourth += square * square;
        }
        double c = norm - (d * mean * mean), b = Math.Min(c, ((fourth / n) - norm) / n);
        double shrinkage = c > 0 ? Math.Max(0, b / c) : 0;
        for (int i = 0; i < s.Length; i++) s[i] = ((1 - shrinkage) * s[i]) + (i % (d + 1) == 0 ? shrinkage * mean : 0);
        return (means, s, shrinkage);
    }

    /// <summary>
    /// FastMCD: from d + 1 random rows, C-steps (the h nearest rows by the last estimate make the next one) never raise the
    /// determinant. The best ten of 100 beginnings after two steps go on until they stand still. The best is scaled so that the
    /// median of its squared distances is that of χ² with d degrees of freedom.
    /// </summary>
    internal static (double[] Means, double[] Covariance, double Shrinkage) Robust(TabularData data, int seed, CancellationToken token)
    {
        int n = data.Count, d = data.FeatureCount, h = (n + d + 2) / 2;   // half of n + d + 1, rounded up
        if (n <= 2 * d) throw new ArgumentException($"The closest half of the rows must outnumber the features: {n} rows for {d} features are too few.");
        var begun = new List<(double LogDeterminant, int[] Rows)>();
        for (int start = 0; start < 100; start++)
        {
            token.ThrowIfCancellationRequested();
            int[] rows = Enumerable.Range(0, n).ToArray();
            new SeededRandom(seed, start).Shuffle(rows.AsSpan());
            int count = d + 1;
            while (count < h && Factor(data, rows[..count]) is null) count++;   // until they span all directions
            (double LogDeterminant, int[] Rows)? at = (double.PositiveInfinity, rows[..count]);
            for (int step = 0; step < 2 && at is { } now; step++) at = CStep(data, now.Rows, h);
            if (at is { } reached) begun.Add(reached);
        }
        if (begun.Count == 0) throw new ArgumentException("Most rows lie in a plane: some feature is constant or follows from the others.");
        (double LogDeterminant, int[] Rows) best = (double.PositiveInfinity, []);
        foreach ((double LogDeterminant, int[] Rows) candidate in begun.OrderBy(b => b.LogDeterminant).Take(10))
        {
            (double LogDeterminant, int[] Rows) at = candidate;
            while (CStep(data, at.Rows, h) is { } next && next.LogDeterminant < at.LogDeterminant - 1e-12)
            {
                token.ThrowIfCancellationRequested();
                at = next;
            }
            if (at.LogDeterminant < best.LogDeterminant) best = at;
        }
        (double[] means, double[] covariance, _) = Empirical(data.Take(best.Rows), token);
        double[] squares = Distances(data, means, Triangle.Factor(covariance, d)!);
        Array.Sort(squares);
        double median = squares.Length % 2 == 1 ? squares[squares.Length / 2] : (squares[squares.Length / 2] + squares[(squares.Length / 2) - 1]) / 2;
        double scale = median / MathNet.Numerics.Distributions.ChiSquared.InvCDF(d, 0.5);
        return (means, [.. covariance.Select(value => value * scale)], 0);
    }

    private static double[]? Factor(TabularData data, int[] rows) =>
        Triangle.Factor(Empirical(data.Take(rows), CancellationToken.None).Covariance, data.FeatureCount);

    private static (double LogDeterminant, int[] Rows)? CStep(TabularData data, int[] rows, int h)
    {
        int d = data.FeatureCount;
        (double[] means, double[] covariance, _) = Empirical(data.Take(rows), CancellationToken.None);
        if (Triangle.Factor(covariance, d) is not { } factor) return null;
        double[] squares = Distances(data, means, factor);
        int[] order = Enumerable.Range(0, data.Count).ToArray();
        Array.Sort(squares, order);
        int[] nearest = order[..h];
        return Factor(data, nearest) is { } next ? (2 * Triangle.LogDeterminant(next, d), nearest) : null;
    }

    private static double[] Distances(TabularData data, double[] means, double[] factor)
    {
        int d = means.Length;
        double[] inverse = Triangle.Inverse(factor, d), squares = new double[data.Count], row = new double[d];
        for (int i = 0; i < squares.Length; i++)
        {
            Vectors.Widen(data.Row(i), row);
            Vectors.AddScaled(row, -1, means);
            squares[i] = Triangle.SquaredLength(inverse, row);
        }
        return squares;
    }
}
