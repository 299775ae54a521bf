using HackLab.Data;
using HackLab.Simulation.Calorimeter;
using HackLab.Simulation.Numerics;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class ParticleImageSimulatorTests
{
    private const int Size = 2048, Side = 32, Middle = (16 * 32) + 16;

    private static readonly Lazy<LabelledImages> Images = new(() => Datasets.ParticleImages.Load(Size_(6000, 7)));

    private static Size Size_(int n, long seed) => HackLab.Data.Size.Simulated(n, seed);

    [Fact]
    public void The_hottest_crystal_is_always_the_middle_one_and_crystals_not_read_hold_zero_in_both_channels()
    {
        LabelledImages images = Images.Value;
        Assert.Equal((6000, 2, 32, 32), (images.Count, images.Channels, images.Height, images.Width));
        for (int i = 0; i < images.Count; i++)
        {
            ReadOnlySpan<float> energy = images.Image(i)[..1024], time = images.Image(i)[1024..];
            for (int c = 0; c < 1024; c++)
            {
                Assert.True(energy[c] <= energy[Middle] && energy[c] >= 0);
                Assert.True(energy[c] > 0 || time[c] == 0);
                Assert.InRange(time[c], -2.5f, 2.5f);
            }
            Assert.InRange(1024 - energy.Count(0f), 5, 120); // sparse
        }
    }

    [Fact]
    public void Mean_energies_are_those_of_the_published_set()
    {
        float[] photon = Images.Value.MeanImage(0), electron = Images.Value.MeanImage(1);
        Assert.Equal(0.70, photon[Middle], 0.03);
        Assert.Equal(0.62, electron[Middle], 0.03);
        Assert.InRange((photon[Middle - Side] + photon[Middle + Side]) / 2, 0.035, 0.055);
        Assert.InRange((photon[Middle - 1] + photon[Middle + 1]) / 2, 0.06, 0.12);
        // Along φ electrons spread wider than photons, and both charges together do so to both sides alike.
        Assert.True(Sum(electron, 2, 5) > 1.2 * Sum(photon, 2, 5));
        Assert.Equal(electron[Middle - 1], electron[Middle + 1], 0.012);
        Assert.Equal(electron[Middle - 2], electron[Middle + 2], 0.008);

        static float Sum(float[] mean, int from, int to) =>
            Enumerable.Range(from, to - from).Sum(k => mean[Middle - k] + mean[Middle + k]);
    }

    [Fact]
    public void Both_classes_are_equally_likely_and_times_tell_nothing_of_them()
    {
        LabelledImages images = Images.Value;
        Assert.InRange(images.ClassCounts()[1], 2850, 3150);
        var means = new double[2];
        var counts = new int[2];
        for (int i = 0; i < images.Count; i++)
        {
            foreach (float time in images.Image(i)[1024..])
            {
                if (time == 0) continue;
                (means[images.Y[i]], counts[images.Y[i]]) = (means[images.Y[i]] + time, counts[images.Y[i]] + 1);
            }
        }
        Assert.Equal(0, means[0] / counts[0], 0.015);
        Assert.Equal(0, means[1] / counts[1], 0.015);
    }

    [Fact]
    public void Images_depend_on_the_seed_and_not_on_how_many_or_on_how_many_threads()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        ParticleImages few = ParticleImageSimulator.Generate(100, 3, token), many = ParticleImageSimulator.Generate(300, 3, token);
        Assert.Equal(few.X, many.X[..few.X.Length]);
        Assert.Equal(few.Y, many.Y[..100]);
        Assert.NotEqual(few.X, ParticleImageSimulator.Generate(100, 4, token).X);
        var crowd = new ParticleImages[6];
        Parallel.For(0, crowd.Length, i => crowd[i] = ParticleImageSimulator.Generate(100, 3, token));
        Assert.All(crowd, images => Assert.Equal(few.X, images.X));
        Assert.Empty(ParticleImageSimulator.Generate(0, 3, token).Y);
        Assert.Throws<OperationCanceledException>(() => ParticleImageSimulator.Generate(1000, 3, new CancellationToken(true)));
    }

    /// <summary>Energy is conserved in the tracker but for what is too soft to follow or curls up, on average under 2 %.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void The_tracker_hands_on_the_energy_it_was_given(int charge)
    {
        var random = new SeededRandom(5);
        var cascade = new TrackerCascade();
        double sum = 0;
        for (int i = 0; i < 2000; i++)
        {
            cascade.Follow(random, charge, 60, 0.5);
            double arrived = cascade.Arrived.Sum(p => p.Energy);
            Assert.InRange(arrived, 0, 60 + 1e-9);
            Assert.Equal(charge, charge == 0 ? 0 : cascade.Arrived.Sum(p => p.Charge), 1.01 + 8); // pairs add as many of each
            sum += arrived;
        }
        Assert.InRange(sum / 2000, 0.98 * 60, 60);
    }

    [Fact]
    public void An_electron_without_material_bends_by_its_radius_of_curvature()
    {
        // 0.3 B R / (2 pT): 50 GeV in 3.8 T at 1.29 m, the sagitta of the circle.
        var electron = new FlyingParticle(1, 50, 0, 0, 0, 0, 0, 0);
        double side = electron.At(TrackerCascade.CalorimeterRadius, 1).Side;
        double radius = 50 / (0.299792458 * 3.8);
        Assert.Equal(radius - Math.Sqrt((radius * radius) - (1.29 * 1.29)), side, 1e-5);
        Assert.Equal(-side, new FlyingParticle(-1, 50, 0, 0, 0, 0, 0, 0).At(1.29, 1).Side, 1e-12);
        Assert.Equal(side, electron.At(0.4, 1).At(0.9, 1).At(1.29, 1).Side, 1e-12);
        Assert.Equal(side, (electron with { Energy = 100 }).At(1.29, 2).Side, 1e-12); // the same pT
    }

    /// <summary>A photon survives x radiation lengths with probability e^(−7x/9).</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1.0)]
    public void Photons_survive_the_tracker_as_often_as_its_thickness_says(double eta)
    {
        double thickness = Enumerable.Range(0, TrackerMaterial.Radii.Length).Sum(layer => TrackerMaterial.Thickness(layer, eta));
        var random = new SeededRandom(6);
        var cascade = new TrackerCascade();
        int whole = 0;
        const int photons = 20_000;
        for (int i = 0; i < photons; i++)
        {
            cascade.Follow(random, 0, 50, eta);
            if (cascade.Arrived.Count == 1 && cascade.Arrived[0].Charge == 0) whole++;
        }
        double expected = Math.Exp(-7.0 / 9 * thickness);
        Assert.Equal(expected, whole / (double)photons, 5 * Math.Sqrt(expected * (1 - expected) / photons));
    }

    /// <summary>Electrons keep e^(−x) of their energy on average after x radiation lengths: that defines the length.</summary>
    [Fact]
    public void Electrons_keep_the_share_of_energy_that_defines_a_radiation_length()
    {
        double thickness = Enumerable.Range(0, TrackerMaterial.Radii.Length).Sum(layer => TrackerMaterial.Thickness(layer, 0));
        var random = new SeededRandom(7);
        var cascade = new TrackerCascade();
        double kept = 0;
        const int electrons = 20_000;
        for (int i = 0; i < electrons; i++)
        {
            cascade.Follow(random, -1, 5000, 0); // hard enough that photons below 0.1 GeV do not matter
            kept += cascade.Arrived.Where(p => p.Charge < 0).Select(p => p.Energy).DefaultIfEmpty(0).Max() / 5000;
        }
        Assert.Equal(Math.Exp(-thickness), kept / electrons, 0.02);
    }

    [Fact]
    public void The_shower_profile_is_the_integral_of_its_density()
    {
        Assert.Equal(0.25, ShowerProfile.Corner(1e6, 1e6, 0.3), 1e-5); // a quarter of everything
        const double radius = 0.4, width = 0.9, height = 0.35;
        const int steps = 400;
        double sum = 0;
        for (int i = 0; i < steps; i++)
        {
            for (int j = 0; j < steps; j++)
            {
                double x = width * (i + 0.5) / steps, y = height * (j + 0.5) / steps, s = (x * x) + (y * y) + (radius * radius);
                sum += radius * radius / (Math.PI * s * s);
            }
        }
        Assert.Equal(sum * width * height / (steps * steps), ShowerProfile.Corner(width, height, radius), 1e-6);
        Assert.Equal(-ShowerProfile.Corner(1, 2, 0.5), ShowerProfile.Corner(-1, 2, 0.5), 1e-15);
    }

    [Fact]
    public void Crystals_hold_nearly_all_energy_of_a_shower()
    {
        var random = new SeededRandom(8);
        var camera = new CrystalMatrix();
        double sum = 0;
        for (int i = 0; i < 200; i++)
        {
            camera.Clear();
            camera.Shower(random, 50, 0.01 * random.NextDouble(), 0.01 * random.NextDouble());
            Assert.InRange(camera.Total, 45, 51);
            sum += camera.Total;
        }
        Assert.InRange(sum / 200 / 50, 0.975, 1);
    }
}
