using HackLab.Simulation.Disks;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class DiskSimulatorTests
{
    [Fact]
    public void A_gap_is_as_deep_and_as_wide_as_Kanagawa_found()
    {
        // q = 10⁻³, h = 0.05, α = 10⁻³: K = 10⁻⁶/(3.125·10⁻⁷·10⁻³) = 3200
        var gap = new PlanetGap(50, 1e-3, 0.05, 1e-3);
        Assert.Equal(3200, PlanetGap.Torque(1e-3, 0.05, 1e-3), 1e-9);
        Assert.Equal(1.0 / 129, gap.Depth, 1e-12);
        Assert.Equal(1.0 / 129, gap.At(50), 1e-12);
        Assert.Equal(0.41 * Math.Sqrt(1e-3) * Math.Pow(0.05, -0.75) * Math.Pow(1e-3, -0.25) * 50, gap.Width, 1e-9);
        Assert.Equal(0.5, gap.At(50 + (gap.Width / 2)), 1e-9);
        Assert.Equal(0.5, gap.At(50 - (gap.Width / 2)), 1e-9);
        Assert.Equal(1, gap.At(400), 1e-12);
        Assert.True(new PlanetGap(50, 1e-3, 0.05, 1e-3, age: 0.5).Depth > gap.Depth);
        Assert.Equal(1, new PlanetGap(50, 1e-3, 0.05, 1e-3, age: 0).Depth);
    }

    [Fact]
    public void A_wake_begins_at_the_planet_and_winds_as_waves_do()
    {
        // A wave of pattern speed Ωp: |dφ/dr| = |Ω − Ωp|/c, and c = h·Ωp·rp·x^−¼.
        foreach (double x in (double[])[0.3, 0.7, 1.4, 3])
        {
            double step = 1e-6, slope = (SpiralWake.Azimuth(x + step, 0.06) - SpiralWake.Azimuth(x - step, 0.06)) / (2 * step);
            double expected = -Math.Abs(Math.Pow(x, -1.5) - 1) / (0.06 * Math.Pow(x, -0.25));
            Assert.Equal(expected, slope, 1e-4);
            Assert.Equal(expected, SpiralWake.Slope(x, 0.06), 1e-9);
        }
        Assert.Equal(0, SpiralWake.Azimuth(1, 0.06), 1e-12);
    }

    [Fact]
    public void A_beam_keeps_the_light_and_has_the_width_and_direction_it_is_given()
    {
        const int size = 65;
        var point = new double[size * size];
        point[(32 * size) + 32] = 1;
        double[] seen = new Beam(12, 7, Math.PI / 6).Convolve(point, size);
        (double sum, double xx, double yy, double xy) = (0, 0, 0, 0);
        for (int i = 0; i < seen.Length; i++)
        {
            (double x, double y) = ((i % size) - 32, (i / size) - 32);
            (sum, xx, yy, xy) = (sum + seen[i], xx + (x * x * seen[i]), yy + (y * y * seen[i]), xy + (x * y * seen[i]));
        }
        double half = Math.Sqrt((0.25 * (xx - yy) * (xx - yy)) + (xy * xy)), mean = 0.5 * (xx + yy), perSigma = Math.Sqrt(8 * Math.Log(2));
        Assert.Equal(1, sum, 1e-9);
        Assert.Equal(12, perSigma * Math.Sqrt(mean + half), 0.25);
        Assert.Equal(7, perSigma * Math.Sqrt(mean - half), 0.1);
        Assert.Equal(Math.PI / 6, 0.5 * Math.Atan2(2 * xy, xx - yy), 0.01);
    }

    [Fact]
    public void Noise_has_the_level_asked_for()
    {
        DiskRun run = Plain() with { Noise = 0.02 };
        DiskSnapshot snapshot = DiskSimulator.TakeOf(run, 3, 0, 128);
        double square = 0;
        for (int i = 0; i < snapshot.Observed.Length; i++) square += Math.Pow(snapshot.Observed[i] - snapshot.NoiseFree[i] - Offset(snapshot), 2);
        double peak = snapshot.NoiseFree.Max();
        Assert.Equal(0.02 * peak, Math.Sqrt(square / snapshot.Observed.Length), 0.003);

        // Both have the same zero point but for that of the darkest pixel.
        static double Offset(DiskSnapshot s) => s.Observed.Zip(s.NoiseFree, (a, b) => (double)a - b).Average();
    }

    [Fact]
    public void A_plain_disk_seen_face_on_is_round_and_tilted_it_is_as_narrow_as_the_cosine()
    {
        DiskSnapshot face = DiskSimulator.TakeOf(Plain(), 1, 0, 201), tilted = DiskSimulator.TakeOf(Plain() with { Inclination = 60, OpticalDepth = 0.001 }, 1, 0, 201);
        for (int k = 1; k < 100; k++)
        {
            Assert.Equal(face.Sky[(100 * 201) + 100 + k], face.Sky[((100 - k) * 201) + 100], 1e-5f);
            Assert.Equal(face.Sky[(100 * 201) + 100 + k], face.Sky[(100 * 201) + 100 - k], 1e-5f);
        }
        // Position angle 0: the long axis is upright; at cos 60° = ½ a point k across lies 2k from the star.
        for (int k = 10; k < 50; k++) Assert.Equal(tilted.Sky[((100 - (2 * k)) * 201) + 100], tilted.Sky[(100 * 201) + 100 + k], 2e-4f);
    }

    [Fact]
    public void A_planet_makes_a_dark_ring_at_its_orbit_and_moves_on_between_snapshots()
    {
        DiskRun run = Plain() with { Planets = [new Planet(2e-3, 80) { Glow = 3 }], OpticalDepth = 0.3 };
        DiskSnapshot without = DiskSimulator.TakeOf(Plain() with { OpticalDepth = 0.3 }, 1, 3, 200);
        DiskSnapshot first = DiskSimulator.TakeOf(run, 1, 0, 200), last = DiskSimulator.TakeOf(run, 1, 3, 200);
        Assert.True(RingMean(last, 80) < 0.5 * RingMean(without, 80));
        Assert.True(RingMean(last, 80) < RingMean(first, 80));   // deeper with time
        // Kepler: in 37.3 turns at 50 AU it makes 37.3·(80/50)^−3/2 of its own.
        double turns = 3 * 37.3 * Math.Pow(1.6, -1.5) * 2 * Math.PI;
        Assert.Equal(0, Math.IEEERemainder(Brightest(last) - Brightest(first) - turns, 2 * Math.PI), 0.05);

        static double Brightest(DiskSnapshot s) => Enumerable.Range(0, 720).Select(k => k * Math.PI / 360).MaxBy(a => At(s.Sky, 80, a));

        static double RingMean(DiskSnapshot s, double r) => Enumerable.Range(0, 360).Average(k => (double)At(s.OpticalDepth, r, k * Math.PI / 180));

        // Position angle 0: the long axis points up, azimuths run from it to the left.
        static float At(float[] picture, double r, double azimuth) =>
            picture[((int)(100 - (r * Math.Cos(azimuth) / 2)) * 200) + (int)(100 - (r * Math.Sin(azimuth) / 2))];
    }

    [Fact]
    public void A_seed_gives_the_same_pictures_and_a_larger_set_begins_with_them()
    {
        DiskImages few = Generate(6, 9), many = Generate(17, 9);
        Assert.Equal(few.X, many.X[..few.X.Length]);
        Assert.Equal([0, 0, 0, 0, 1, 1], few.Run);
        Assert.Equal([0, 1, 2, 3, 0, 1], few.Snapshot);
        Assert.NotEqual(few.X, Generate(6, 10).X);
        Assert.Equal(DiskSimulator.TakeOf(DiskSimulator.RunOf(9, 1), 9, 1, 32).Observed, few.X[(5 * 32 * 32)..]);
        Assert.All(many.X, pixel => Assert.InRange(pixel, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DiskSimulator.Generate(1, 601, cancellation: CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => DiskSimulator.Generate(8, 32, cancellation: new CancellationToken(true)));

        static DiskImages Generate(int count, long seed) => DiskSimulator.Generate(count, 32, seed, cancellation: TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Runs_have_planets_of_the_published_masses_and_orbits_and_keep_their_distance()
    {
        DiskRun[] runs = [.. Enumerable.Range(0, 2000).Select(i => DiskSimulator.RunOf(5, i))];
        Assert.InRange(runs.Average(run => run.Planets.Count > 0 ? 1.0 : 0), 0.5, 0.6);
        Assert.Equal([0, 1, 2, 3, 4], runs.Select(run => run.Planets.Count).Distinct().Order());
        foreach (DiskRun run in runs)
        {
            Assert.InRange(run.Inclination, 0, 80);
            Assert.All(run.Planets, p => Assert.InRange(p.Mass, 1.6e-5, 4.8e-3));
            Assert.All(run.Planets, p => Assert.InRange(p.Radius, 17, 152));
            foreach ((Planet inner, Planet outer) in run.Planets.Zip(run.Planets.Skip(1)))
            {
                double hill = 0.5 * (inner.Radius + outer.Radius) * Math.Cbrt((inner.Mass + outer.Mass) / 3);
                Assert.True(outer.Radius - inner.Radius > 4.999 * hill);
            }
        }
    }

    [Fact]
    public void Logarithmic_brightness_and_back_is_the_same_brightness()
    {
        float[] pixels = [1, 0.5f, 0.002f, 0.0005f, float.NaN];
        DiskBrightness.Apply(pixels, DiskStretch.Logarithmic);
        Assert.Equal([1, 0.89966f, 0.10034f, 0, 0], pixels.Select(v => MathF.Round(v, 5)));
        Assert.Equal(0.5f, DiskBrightness.FromLogarithmic(pixels[1]), 1e-6f);
        Assert.Equal(0, DiskBrightness.FromLogarithmic(pixels[3]));
    }

    private static DiskRun Plain() => new()
    {
        BeamMajor = 8, BeamMinor = 8, Noise = 1e-6, AspectRatio = 0.05, Viscosity = 1e-3, DensitySlope = 1, TaperRadius = 100, OpticalDepth = 1,
    };
}
