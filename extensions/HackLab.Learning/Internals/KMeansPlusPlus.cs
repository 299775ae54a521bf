using HackLab.Simulation.Numerics;

namespace HackLab.Learning.Internals;

/// <summary>
/// k-means++: the first center is a row by chance, each other a row with a probability that grows with its squared distance to
/// the nearest center so far (Arthur and Vassilvitskii, 2007). Of four draws the one that leaves the least distance is taken.
/// </summary>
internal static class KMeansPlusPlus
{
    internal static double[] Choose(PackedPoints rows, int k, int d, SeededRandom random, CancellationToken token)
    {
        int padded = rows.PaddedCount;
        var centers = new double[k * d];
        var nearest = new float[padded];
        nearest.AsSpan(0, rows.Count).Fill(float.MaxValue);   // rows that only fill up stay at 0: they are never drawn
        double total = 0;
        for (int c = 0; c < k; c++)
        {
            int[] draws = new int[PackedRows.Queries];
            if (c == 0) Array.Fill(draws, random.NextInt(rows.Count));
            else for (int i = 0; i < draws.Length; i++) draws[i] = Draw(nearest.AsSpan(0, rows.Count), random.NextDouble() * total);
            (float[] left, double[] sums) = rows.Nearer(draws, nearest, token);
            int best = Array.IndexOf(sums, sums.Min());
            Vectors.Widen(rows.Row(draws[best]), centers.AsSpan(c * d, d));
            (nearest, total) = (left[(best * padded)..((best + 1) * padded)], sums[best]);
        }
        return centers;
    }

    private static int Draw(ReadOnlySpan<float> weights, double at)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            at -= weights[i];
            if (at < 0) return i;
        }
        return weights.Length - 1;
    }
}
