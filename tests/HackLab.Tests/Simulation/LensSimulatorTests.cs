using HackLab.Simulation.Lensing;
using HackLab.Simulation.Numerics;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class LensSimulatorTests
{
    /// <summary>Distances in Mpc from astropy 5.2, FlatLambdaCDM(H0=70, Om0=0.3).</summary>
    [Theory]
    [InlineData(0.1, 418.45448763)]
    [InlineData(0.5, 1888.62539593)]
    [InlineData(1.0, 3303.82880589)]
    [InlineData(2.5, 5827.54181193)]
    [InlineData(10, 9440.2496264)]
    public void Comoving_distances_are_those_of_astropy(double redshift, double megaparsec) =>
        Assert.Equal(megaparsec, new FlatCosmology().ComovingDistance(redshift), 1e-6 * megaparsec);

    [Fact]
    public void A_universe_of_matter_alone_has_the_closed_form_of_Einstein_and_de_Sitter()
    {
        var cosmology = new FlatCosmology(100, 1);
        Assert.Equal(2 * 2997.92458 * (1 - (1 / Math.Sqrt(3))), cosmology.ComovingDistance(2), 1e-6);
        Assert.Equal(3 * cosmology.ComovingDistance(2), cosmology.LuminosityDistance(2), 1e-9);
        Assert.Equal(0, cosmology.ComovingDistance(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => cosmology.ComovingDistance(-0.1));
        Assert.Throws<ArgumentException>(() => cosmology.DeflectionRatio(0.5, 0.4, 1));
    }

    [Fact]
    public void A_halo_of_a_million_million_suns_has_the_published_radius()
    {
        Assert.Equal(1.2814906, EinsteinRadius.Of(1e12), 5e-6); // astropy's distances and constants, as the published code has it
        Assert.Equal(EinsteinRadius.Of(1e12) / 10, EinsteinRadius.Of(1e10), 1e-12);
    }

    [Fact]
    public void A_round_isothermal_lens_deflects_by_its_radius_everywhere()
    {
        var lens = new MainLens(1.3, E1: 0, E2: 0, Shear1: 0);
        foreach ((double x, double y) in new[] { (0.1, 0.2), (-3, 0.5), (0, -2), (1e-3, 0) })
        {
            (double ax, double ay) = lens.Deflection(x, y);
            double r = Math.Sqrt((x * x) + (y * y));
            Assert.Equal((1.3 * x / r, 1.3 * y / r), (ax, ay), (p, q) => Math.Abs(p.Item1 - q.Item1) + Math.Abs(p.Item2 - q.Item2) < 1e-12);
        }
        Assert.Equal((0, 0), lens.Deflection(0, 0));
    }

    [Fact]
    public void A_nearly_round_ellipse_deflects_nearly_as_a_circle()
    {
        (double X, double Y) round = new MainLens(1, 0, 0, 0).Deflection(0.7, -0.4), nearly = new MainLens(1, 1e-4, 0, 0).Deflection(0.7, -0.4);
        Assert.Equal(round.X, nearly.X, 2e-4);
        Assert.Equal(round.Y, nearly.Y, 2e-4);
    }

    /// <summary>The convergence of the ellipsoid is b / (2 √(q² x² + y²)); half the divergence of α must give it.</summary>
    [Fact]
    public void Half_the_divergence_of_the_deflection_is_the_surface_density_and_its_curl_vanishes()
    {
        var lens = new MainLens(1.28, E1: 0.1, E2: 0.07, Shear1: 0.05, Shear2: -0.02);
        double e = Math.Sqrt(0.01 + 0.0049), q = (1 - e) / (1 + e), angle = 0.5 * Math.Atan2(0.07, 0.1);
        const double h = 1e-5;
        foreach ((double x, double y) in new[] { (0.8, 0.3), (-1.5, 0.9), (0.2, -2.2), (-0.4, -0.1) })
        {
            (double X, double Y) right = lens.Deflection(x + h, y), left = lens.Deflection(x - h, y);
            (double X, double Y) up = lens.Deflection(x, y + h), down = lens.Deflection(x, y - h);
            double u = (Math.Cos(angle) * x) + (Math.Sin(angle) * y), v = (Math.Cos(angle) * y) - (Math.Sin(angle) * x);
            double density = 1.28 * Math.Sqrt(q) / (2 * Math.Sqrt((q * q * u * u) + (v * v)));
            Assert.Equal(density, (right.X - left.X + up.Y - down.Y) / (4 * h), 1e-6 * density);
            Assert.Equal(0, (right.Y - left.Y - up.X + down.X) / (2 * h), 1e-6);
        }
    }

    [Fact]
    public void A_point_mass_images_a_source_behind_it_into_a_ring_of_its_radius()
    {
        // θ_E² / θ is the deflection: at θ = θ_E the ray comes from straight behind the mass.
        var survey = new LensSurvey("test", 41, 0.1, 0, 1, HasNoise: false);
        var field = new DeflectionField(survey, new MainLens(0, 0, 0, 0));
        var masses = new PointMasses();
        masses.Add(0.05, -0.15, 1e12);
        var (x, y) = (new double[41 * 41], new double[41 * 41]);
        field.Trace(masses, x, y);
        double radius = EinsteinRadius.Of(1e12);
        for (int i = 0; i < x.Length; i++)
        {
            double dx = ((i % 41) - 20) * 0.1 - 0.05, dy = ((i / 41) - 20) * 0.1 + 0.15, squared = (dx * dx) + (dy * dy);
            Assert.Equal(0.05 + (dx * (1 - (radius * radius / squared))), x[i], 1e-9);
            Assert.Equal(-0.15 + (dy * (1 - (radius * radius / squared))), y[i], 1e-9);
        }
    }

    [Fact]
    public void A_source_on_the_axis_shines_in_a_ring_of_the_weakened_Einstein_radius()
    {
        float[] image = LensSimulator.SmoothImage(LensSurvey.Challenge, 0, 0);
        double radius = 0, light = 0;
        for (int i = 0; i < image.Length; i++)
        {
            double dx = (i % 64) - 31.5, dy = (i / 64) - 31.5;
            if (image[i] < 0.7f) continue;
            (radius, light) = (radius + (image[i] * Math.Sqrt((dx * dx) + (dy * dy))), light + image[i]);
        }
        Assert.Equal(EinsteinRadius.Of(1e12) * LensSurvey.Challenge.DeflectionScale / 0.08, radius / light, 0.35); // 10.16 px
        Assert.Equal((0f, 1f), (image.Min(), image.Max()));
    }

    [Fact]
    public void A_blur_keeps_the_light_and_the_flat_sky()
    {
        var spread = new PointSpread(3.3, 24);
        double[] flat = [.. Enumerable.Repeat(2.5, 24 * 24)], star = new double[24 * 24];
        star[(12 * 24) + 11] = 7;
        spread.Blur(flat);
        spread.Blur(star);
        Assert.All(flat, value => Assert.Equal(2.5, value, 1e-12));
        Assert.Equal(7, star.Sum(), 1e-12);
        Assert.Equal(star[(12 * 24) + 11] * Math.Exp(-0.5 * 4 * Math.Pow(2.3548200450309493 / 3.3, 2)), star[(12 * 24) + 13], 1e-9);
        Assert.Equal(star[(12 * 24) + 13], star[(14 * 24) + 11], 1e-12);
    }

    [Fact]
    public void Images_depend_on_the_seed_and_not_on_how_many_or_on_how_many_threads()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        LensImages few = LensSimulator.Generate(20, seed: 5, cancellation: token), many = LensSimulator.Generate(50, seed: 5, cancellation: token);
        Assert.Equal(few.X, many.X[..few.X.Length]);
        Assert.NotEqual(few.X, LensSimulator.Generate(20, seed: 6, cancellation: token).X);
        LensImages[] crowd = new LensImages[6];
        Parallel.For(0, crowd.Length, i => crowd[i] = LensSimulator.Generate(20, seed: 5, cancellation: token));
        Assert.All(crowd, images => Assert.Equal(few.X, images.X));
        Assert.Equal([7, 7, 6], Enumerable.Range(0, 3).Select(c => few.Y.Count(y => y == c)));
        Assert.Empty(LensSimulator.Generate(0, cancellation: token).Y);
        Assert.Throws<OperationCanceledException>(() => LensSimulator.Generate(50, cancellation: new CancellationToken(true)));
        Assert.Throws<ArgumentException>(() => LensSimulator.Generate(3, galaxies: [], cancellation: token));
    }

    [Fact]
    public void Smooth_lenses_of_the_set_are_what_the_smooth_image_shows_and_lumps_change_them()
    {
        // With the source drawn at the same place, classes differ only by their lumps: their images must differ from the smooth one.
        var survey = LensSurvey.Challenge with { SourceOffset = 0 };
        float[] smooth = LensSimulator.SmoothImage(survey, 0, 0);
        LensImages images = LensSimulator.Generate(30, survey, seed: 3, cancellation: TestContext.Current.CancellationToken);
        for (int i = 0; i < 30; i++)
        {
            float difference = 0;
            for (int p = 0; p < smooth.Length; p++) difference = Math.Max(difference, Math.Abs(smooth[p] - images.X[(i * smooth.Length) + p]));
            if (images.Y[i] == (int)DarkMatter.None) Assert.Equal(0, difference);
            else Assert.InRange(difference, 0.005f, 1f);
        }
    }

    [Fact]
    public void Model_one_counts_photons_and_its_background_scatters()
    {
        LensImages images = LensSimulator.Generate(3, LensSurvey.ModelI, seed: 2, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(3 * 150 * 150, images.X.Length);
        for (int i = 0; i < 3; i++)
        {
            float[] image = images.X[(i * 22500)..((i + 1) * 22500)];
            // Whole numbers of photons over the brightest pixel's: few different values.
            Assert.InRange(image.Distinct().Count(), 20, 1500);
            Assert.InRange(image.Take(150 * 10).Max(), 0.005, 0.5); // ten rows of empty sky are not dark
        }
    }

    [Fact]
    public void Real_galaxies_shine_behind_lenses_with_the_light_of_the_smooth_ones()
    {
        // A round exponential disk of half-light radius 10 pixels on a flat sky stands in for a photograph.
        var pixels = new float[101 * 101];
        for (int i = 0; i < pixels.Length; i++)
        {
            double dx = (i % 101) - 47, dy = (i / 101) - 53;
            pixels[i] = 3f + (float)(100 * Math.Exp(-1.678 * Math.Sqrt((dx * dx) + (dy * dy)) / 10));
        }
        var galaxy = new GalaxyImage(pixels, 101, 101);
        Assert.Equal(47, galaxy.CentreX, 0.2);
        Assert.Equal(53, galaxy.CentreY, 0.2);
        Assert.Equal(10, galaxy.HalfLightRadius, 0.7);
        LensImages real = LensSimulator.Generate(9, seed: 4, galaxies: [galaxy], cancellation: TestContext.Current.CancellationToken);
        LensImages smooth = LensSimulator.Generate(9, seed: 4, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(smooth.X.Average(), real.X.Average(), 0.015);
        Assert.Throws<ArgumentException>(() => new GalaxyImage(new float[100], 10, 10));
        Assert.Throws<ArgumentException>(() => new GalaxyImage(new float[99], 10, 10));
    }
}
