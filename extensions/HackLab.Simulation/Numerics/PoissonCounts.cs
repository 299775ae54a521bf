namespace HackLab.Simulation.Numerics;

/// <summary>Whole numbers of the Poisson distribution: how many photons arrive where μ are expected.</summary>
internal static class PoissonCounts
{
    /// <summary>One number; 0 where nothing is expected.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="mean">μ, from 0 to 10⁹.</param>
    internal static int Next(SeededRandom random, double mean)
    {
        if (mean <= 0) return 0;
        return mean < 10 ? Multiplied(random, mean) : Transformed(random, mean);
    }

    // Knuth's method: photons arrive after exponential waits; count those before the end.
    private static int Multiplied(SeededRandom random, double mean)
    {
        double limit = PortableMath.Exp(-mean), product = random.NextDouble();
        int count = 0;
        for (; product > limit; count++) product *= random.NextDouble();
        return count;
    }

    // Hörmann's transformed rejection with squeeze, algorithm PTRS: "The transformed rejection method for generating Poisson
    // random variables", Insurance: Mathematics and Economics 12 (1993) 39. About 1.1 to 1.3 tries for any μ of at least 10.
    private static int Transformed(SeededRandom random, double mean)
    {
        double b = 0.931 + (2.53 * Math.Sqrt(mean)), a = -0.059 + (0.02483 * b);
        double inverseAlpha = 1.1239 + (1.1328 / (b - 3.4)), accept = 0.9277 - (3.6224 / (b - 2));
        double logMean = 0;
        while (true)
        {
            double u = random.NextDouble() - 0.5, v = 1 - random.NextDouble(), distance = 0.5 - Math.Abs(u);
            double k = Math.Floor((((2 * a / distance) + b) * u) + mean + 0.43);
            if (distance >= 0.07 && v <= accept) return (int)k;
            if (k < 0 || (distance < 0.013 && v > distance)) continue;
            if (logMean == 0) logMean = PortableMath.Log(mean);
            double left = PortableMath.Log(v * inverseAlpha / ((a / (distance * distance)) + b));
            if (left <= (k * logMean) - mean - PortableMath.LogFactorial(k)) return (int)k;
        }
    }
}
