using HackLab.Data.LensingSuperres;
using HackLab.Simulation.Lensing;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class LensPairSimulatorTests
{
    private static readonly Lazy<LensPairs> Pairs = new(() => LensPairSimulator.Generate(24, seed: 8));

    [Fact]
    public void The_sky_has_the_published_level_and_noise()
    {
        SkyStatistics low = SkyStatistics.Of(Pairs.Value.Low, 64), high = SkyStatistics.Of(Pairs.Value.High, 128);
        Assert.Equal(0.12, low.Level, 0.012);
        Assert.Equal(0.039, low.Noise, 0.003);
        Assert.Equal(0.005, high.Noise, 0.0005);
        Assert.True(high.Level < 0.03);
    }

    [Fact]
    public void Both_pictures_of_a_pair_show_the_same_lens()
    {
        // Four fine pixels averaged lie on the coarse one; another pair's picture fits worse.
        for (int i = 0; i < 24; i++) Assert.True(Correlation(i, i) > Correlation(i, (i + 5) % 24), $"pair {i}");
        Assert.InRange(Enumerable.Range(0, 24).Average(i => Correlation(i, i)), 0.85, 1);

        static double Correlation(int low, int high)
        {
            var (a, b) = (new double[4096], new double[4096]);
            for (int i = 0; i < 4096; i++)
            {
                int corner = (high * 16384) + (i / 64 * 256) + (i % 64 * 2);
                float[] fine = Pairs.Value.High;
                (a[i], b[i]) = (Pairs.Value.Low[(low * 4096) + i], fine[corner] + fine[corner + 1] + fine[corner + 128] + fine[corner + 129]);
            }
            double meanA = a.Average(), meanB = b.Average(), ab = 0, aa = 0, bb = 0;
            for (int i = 0; i < 4096; i++)
            {
                (double p, double q) = (a[i] - meanA, b[i] - meanB);
                (ab, aa, bb) = (ab + (p * q), aa + (p * p), bb + (q * q));
            }
            return ab / Math.Sqrt(aa * bb);
        }
    }

    [Fact]
    public void Pairs_depend_on_the_seed_alone()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        LensPairs few = LensPairSimulator.Generate(10, seed: 8, cancellation: token);
        Assert.Equal(Pairs.Value.Low[..few.Low.Length], few.Low);
        Assert.Equal(Pairs.Value.High[..few.High.Length], few.High);
        Assert.NotEqual(few.Low, LensPairSimulator.Generate(10, seed: 9, cancellation: token).Low);
        Assert.Throws<OperationCanceledException>(() => LensPairSimulator.Generate(10, cancellation: new CancellationToken(true)));
        for (int i = 0; i < 10; i++) Assert.Equal((0f, 1f), (few.Low[(i * 4096)..((i + 1) * 4096)].Min(), few.Low[(i * 4096)..((i + 1) * 4096)].Max()));
    }
}
