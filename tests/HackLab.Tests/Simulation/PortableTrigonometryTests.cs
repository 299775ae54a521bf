using HackLab.Simulation.Numerics;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class PortableTrigonometryTests
{
    [Fact]
    public void Sine_cosine_and_powers_are_those_of_the_system_to_the_last_digits()
    {
        var random = new SeededRandom(3);
        for (int i = 0; i < 20_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * (i % 2 == 0 ? 10 : 2000);
            (double sin, double cos) = PortableMath.SinCos(x);
            Assert.Equal(Math.Sin(x), sin, 1e-15 + (Math.Abs(x) * 2e-17));
            Assert.Equal(Math.Cos(x), cos, 1e-15 + (Math.Abs(x) * 2e-17));
            double power = PortableMath.Pow(Math.Abs(x), 0.7), system = Math.Pow(Math.Abs(x), 0.7);
            Assert.Equal(system, power, 1e-13 * system);
        }
        Assert.Equal((0.0, 1.0), PortableMath.SinCos(0));
    }

    [Fact]
    public void Log_factorials_are_sums_of_logarithms()
    {
        double sum = 0;
        for (int n = 1; n <= 3000; n++)
        {
            sum += Math.Log(n);
            Assert.Equal(sum, PortableMath.LogFactorial(n), 1e-12 * Math.Max(sum, 1) + 1e-12);
        }
        Assert.Equal(0, PortableMath.LogFactorial(0), 1e-15);
    }

    /// <summary>Mean and variance of counts are μ; shares of single counts are e^−μ μ^k / k!, within five standard errors.</summary>
    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(25)]
    [InlineData(850)]
    public void Poisson_counts_have_the_right_distribution(double mean)
    {
        const int draws = 60_000;
        var random = new SeededRandom(12);
        int[] counts = new int[(int)(mean + (10 * Math.Sqrt(mean)) + 20)];
        double sum = 0, squares = 0;
        for (int i = 0; i < draws; i++)
        {
            int k = PoissonCounts.Next(random, mean);
            counts[k]++;
            (sum, squares) = (sum + k, squares + ((k - mean) * (k - mean)));
        }
        Assert.Equal(mean, sum / draws, 5 * Math.Sqrt(mean / draws));
        Assert.Equal(mean, squares / draws, 5 * Math.Sqrt(((2 * mean * mean) + mean) / draws));
        double logProbability = -mean;
        for (int k = 0; k < counts.Length; k++)
        {
            if (k > 0) logProbability += Math.Log(mean / k);
            double expected = draws * Math.Exp(logProbability);
            Assert.True(Math.Abs(counts[k] - expected) <= (5 * Math.Sqrt(expected)) + 4, $"{k}: {counts[k]} of {expected:F1}");
        }
        Assert.Equal(0, PoissonCounts.Next(random, 0));
        Assert.Equal(0, PoissonCounts.Next(random, -1));
    }
}
