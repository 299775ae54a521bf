using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>
/// k-means++: the first center is a row by chance, each other a row with a probability that grows with its squared distance to
/// the nearest center so far. Of 2 + log k draws the one that leaves the least distance is taken (Arthur and Vassilvitskii, 2007).
/// </summary>
internal static class KMeansPlusPlus
{
    internal static double[] Choose(PackedPoints rows, int k, int d, SeededRandom random, CancellationToken token)
    {
        int n = rows.Count, draws = 2 + (int)Math.Log(k);
        var centers = new double[k * d];
        double[] nearest = new double[n];
        Array.Fill(nearest, double.PositiveInfinity);
        nearest = Nearer(rows, random.NextInt(n), nearest, centers.AsSpan(0, d), token, out double total);
        for (int c = 1; c < k; c++)
        {
            (double[]? Nearest, double Total, double[] Center) best = (null, double.PositiveInfinity, []);
            for (int draw = 0; draw < draws; draw++)
            {
                var center = new double[d];
                double[] left = Nearer(rows, Draw(nearest, random.NextDouble() * total), nearest, center, token, out double sum);
                if (best.Nearest is null || sum < best.Total) best = (left, sum, center);
            }
            best.Center.CopyTo(centers, c * d);
            (nearest, total) = (best.Nearest!, best.Total);
        }
        return centers;
    }

    // The squared distance of each row to the nearest center if this row became one.
    private static double[] Nearer(PackedPoints rows, int chosen, double[] nearest, Span<double> center, CancellationToken token, out double total)
    {
        Vectors.Widen(rows.Row(chosen), center);
        var left = new double[nearest.Length];
        total = RowBlocks.Map(
            rows.Count, 4096,
            (start, end) =>
            {
                double sum = 0;
                for (int i = start; i < end; i++)
                {
                    left[i] = Math.Min(nearest[i], Vectors.SquaredDistance(rows.Row(i), rows.Row(chosen)));
                    sum += left[i];
                }
                return sum;
            },
            token).Sum();
        return left;
    }

    private static int Draw(double[] weights, double at)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            at -= weights[i];
            if (at < 0) return i;
        }
        return weights.Length - 1;
    }
}
