using HackLab.Simulation.Numerics;

namespace HackLab.Quantum.Internals;

/// <summary>Results drawn by their probabilities.</summary>
internal static class Shots
{
    internal static ShotCounts Count(double[] probabilities, int shots, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shots, 1);
        var random = new SeededRandom(seed);
        double[] cumulative = Cumulative(probabilities);
        var counts = new int[probabilities.Length];
        for (int i = 0; i < shots; i++) counts[Draw(cumulative, random)]++;
        return new ShotCounts(counts, System.Numerics.BitOperations.Log2((uint)counts.Length));
    }

    internal static double[] Cumulative(double[] probabilities)
    {
        var sums = new double[probabilities.Length];
        double sum = 0;
        for (int i = 0; i < sums.Length; i++) sums[i] = sum += Math.Max(0, probabilities[i]);
        return sums;
    }

    /// <summary>The first result whose running sum is above the drawn number; one of probability 0 never is.</summary>
    internal static int Draw(double[] cumulative, SeededRandom random)
    {
        double u = random.NextDouble() * cumulative[^1];
        int low = 0, high = cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (cumulative[middle] > u) high = middle;
            else low = middle + 1;
        }
        return low;
    }
}
