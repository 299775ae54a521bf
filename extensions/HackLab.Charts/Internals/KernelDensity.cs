namespace HackLab.Charts.Internals;

/// <summary>
/// A smooth density: a Gaussian hill over each value (M. Rosenblatt, 1956; E. Parzen, 1962), as wide as B. W. Silverman's rule
/// says:
/// 0.9 min(σ, IQR / 1.34) n^(−1/5) (Density Estimation, 1986, eq. 3.31).
/// </summary>
internal static class KernelDensity
{
    private const int MostExact = 3000, Cells = 4096;

    /// <summary>The hills' standard deviation; 0 if all values are equal.</summary>
    public static double Bandwidth(double[] sorted)
    {
        double mean = sorted.Average();
        double sigma = sorted.Length < 2 ? 0 : Math.Sqrt(sorted.Sum(v => (v - mean) * (v - mean)) / (sorted.Length - 1));
        double quartiles = (FiveNumbers.Quantile(sorted, 0.75) - FiveNumbers.Quantile(sorted, 0.25)) / 1.34;
        double spread = quartiles > 0 ? Math.Min(sigma, quartiles) : sigma;
        return 0.9 * spread * Math.Pow(sorted.Length, -0.2);
    }

    /// <summary>The density at some points, shape [points].</summary>
    /// <param name="sorted">The values in order, not all equal.</param>
    /// <param name="points">Where it is wanted, in order.</param>
    public static double[] At(double[] sorted, double[] points)
    {
        double h = Bandwidth(sorted);
        // Many values are first shared between the two nearest of many cells, which moves none by more than a small part of a hill.
        (double[] centres, double[] weights) = sorted.Length <= MostExact
            ? (sorted, Enumerable.Repeat(1.0, sorted.Length).ToArray())
            : Binned(sorted, points[0] - (4 * h), points[^1] + (4 * h));
        double scale = 1 / (sorted.Length * h * Math.Sqrt(2 * Math.PI));
        return [.. points.Select(p => scale * Sum(centres, weights, p, h))];
    }

    private static double Sum(double[] centres, double[] weights, double at, double h)
    {
        // Hills farther than 9 standard deviations away add less than 1e-17 of their height.
        int first = Array.BinarySearch(centres, at - (9 * h));
        double sum = 0;
        for (int i = first < 0 ? ~first : first; i < centres.Length && centres[i] <= at + (9 * h); i++)
        {
            double z = (at - centres[i]) / h;
            sum += weights[i] * Math.Exp(-0.5 * z * z);
        }
        return sum;
    }

    private static (double[] Centres, double[] Weights) Binned(double[] values, double from, double to)
    {
        double step = (to - from) / (Cells - 1);
        var weights = new double[Cells];
        foreach (double value in values)
        {
            double at = (value - from) / step;
            if (at < 0 || at >= Cells - 1) continue;
            int cell = (int)at;
            weights[cell] += 1 - (at - cell);
            weights[cell + 1] += at - cell;
        }
        return ([.. Enumerable.Range(0, Cells).Select(i => from + (i * step))], weights);
    }
}
