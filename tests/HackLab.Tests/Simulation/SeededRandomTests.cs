using HackLab.Simulation.Numerics;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class SeededRandomTests
{
    [Fact]
    public void The_state_1_2_3_4_gives_the_published_numbers_of_xoshiro256_starstar()
    {
        var random = new SeededRandom(1UL, 2, 3, 4);
        ulong[] reference = [11520, 0, 1509978240, 1215971899390074240, 1216172134540287360, 607988272756665600, 16172922978634559625, 8476171486693032832];
        Assert.Equal(reference, reference.Select(_ => random.NextUInt64()));
    }

    [Fact]
    public void Streams_and_seeds_differ_and_repeat()
    {
        Assert.Equal(new SeededRandom(5, 3).NextUInt64(), new SeededRandom(5, 3).NextUInt64());
        Assert.Equal(4, new[] { new SeededRandom(5), new SeededRandom(6), new SeededRandom(5, 1), new SeededRandom(5, 2) }.Select(r => r.NextUInt64()).Distinct().Count());
    }

    [Fact]
    public void Distributions_have_their_means_and_spreads()
    {
        const int N = 200_000;
        var random = new SeededRandom(1);
        double[] normal = [.. Enumerable.Range(0, N).Select(_ => random.NextNormal())];
        double[] exponential = [.. Enumerable.Range(0, N).Select(_ => random.NextExponential())];
        int[] faces = new int[6];
        for (int i = 0; i < N; i++) faces[random.NextInt(6)]++;

        // Five standard errors.
        Assert.InRange(normal.Average(), -0.012, 0.012);
        Assert.InRange(normal.Average(x => x * x), 0.984, 1.016);
        Assert.InRange(exponential.Average(), 0.988, 1.012);
        Assert.All(faces, count => Assert.InRange(count, (N / 6) - 900, (N / 6) + 900));
    }

    [Fact]
    public void Portable_functions_agree_with_the_systems_to_the_last_digits()
    {
        var random = new SeededRandom(2);
        for (int i = 0; i < 100_000; i++)
        {
            double x = (random.NextDouble() - 0.5) * 40, y = (random.NextDouble() - 0.5) * 40, positive = Math.Exp(x);
            Close(Math.Log(positive), PortableMath.Log(positive), 1);
            Close(Math.Exp(x), PortableMath.Exp(x), Math.Exp(x));
            Close(Math.Atan2(y, x), PortableMath.Atan2(y, x), 1);
            Close(Math.Asinh(x), PortableMath.Asinh(x), 1);
        }
        Assert.Equal(Math.PI, PortableMath.Atan2(0, -1), 15);
        Assert.Equal(-Math.PI / 2, PortableMath.Atan2(-1, 0), 15);
        Assert.Equal(0, PortableMath.Log(1));

        static void Close(double expected, double actual, double scale) =>
            Assert.True(Math.Abs(expected - actual) <= 4e-15 * Math.Max(scale, Math.Abs(expected)), $"{expected:R} and {actual:R}");
    }
}
