using HackLab.Simulation.Jets;
using HackLab.Simulation.Numerics;
using Xunit;

namespace HackLab.Tests.Simulation.Jets;

public sealed class PartonShowerTests
{
    // ∫ over z from e to 1 (from 0 for the pair), done by hand.
    [Theory]
    [InlineData(0.01)]
    [InlineData(0.2)]
    public void The_splitting_kernels_have_their_known_integrals(double e)
    {
        double log = Math.Log(1 / e);
        // C_F ∫ (2 − 2z + z²)/z = C_F [2 ln(1/e) − 2(1 − e) + (1 − e²)/2]
        Assert.Equal(4.0 / 3 * ((2 * log) - (2 * (1 - e)) + ((1 - (e * e)) / 2)), Integral(SplittingKernels.GluonFromQuark, e), 5);
        // C_A ∫ (2/z − 2 + z − z²) = C_A [2 ln(1/e) − 2(1 − e) + (1 − e²)/2 − (1 − e³)/3]
        Assert.Equal(
            3 * ((2 * log) - (2 * (1 - e)) + ((1 - (e * e)) / 2) - ((1 - (e * e * e)) / 3)), Integral(SplittingKernels.GluonFromGluon, e), 5);
        Assert.Equal(5 * 0.5 * 2 / 3.0, Integral(SplittingKernels.QuarkFromGluon, 0), 5);
    }

    [Fact]
    public void The_mirrored_gluon_kernel_is_half_of_the_symmetric_one()
    {
        for (double z = 0.05; z < 1; z += 0.05)
        {
            double symmetric = 2 * 3 * ((z / (1 - z)) + ((1 - z) / z) + (z * (1 - z)));
            Assert.Equal(symmetric, SplittingKernels.GluonFromGluon(z) + SplittingKernels.GluonFromGluon(1 - z), 9);
        }
    }

    [Fact]
    public void The_coupling_has_its_measured_value_at_the_Z_and_about_two_and_a_half_times_that_at_two_GeV()
    {
        var coupling = new StrongCoupling(0.118);
        Assert.Equal(0.118, coupling.At(91.19), 12);
        Assert.InRange(coupling.At(2), 0.25, 0.31);    // Particle Data Group, review "Quantum chromodynamics", figure 9.3
        Assert.True(coupling.At(0.1) < 1 && coupling.At(0.1) == coupling.At(0.5));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_chance_of_no_emission_above_an_angle_is_the_Sudakov_factor(bool isGluon)
    {
        JetOptions options = JetOptions.Hard with { CutOff = 2 };
        var shower = new PartonShower(options);
        var random = new SeededRandom(7);
        const double pt = 200, start = 1, angle = 0.3;
        const int tries = 20_000;
        int silent = 0;
        for (int i = 0; i < tries; i++)
        {
            if (shower.NextSplitting(random, pt, start, isGluon) is not { } split || split.Angle < angle) silent++;
        }
        double expected = Math.Exp(-Emissions(options, pt, start, angle, isGluon));
        double sigma = Math.Sqrt(expected * (1 - expected) / tries);
        Assert.InRange((double)silent / tries, expected - (4 * sigma), expected + (4 * sigma));
        Assert.InRange(expected, 0.05, 0.95);
    }

    [Fact]
    public void Showers_and_hadrons_keep_the_momentum_and_its_centre()
    {
        var shower = new PartonShower(JetOptions.Hard);
        var hadronisation = new Hadronisation();
        var random = new SeededRandom(3);
        for (int i = 0; i < 200; i++)
        {
            var partons = new List<Parton>();
            var hadrons = new List<JetConstituent>();
            shower.Run(random, new Parton(500, 0.3, -0.2, 1, i % 2 == 0), partons);
            foreach (Parton parton in partons) hadronisation.Run(random, parton, hadrons);
            Assert.Equal((500.0, 150, -100), Sums(partons.Select(p => (p.Pt, p.Y, p.Phi))), Near);
            Assert.Equal((500.0, 150, -100), Sums(hadrons.Select(p => (p.Pt, p.Y, p.Phi))), Near);
            Assert.All(hadrons, hadron => Assert.True(hadron.Pt > 0 && hadron.PdgId != 111));
        }
    }

    [Fact]
    public void A_neutral_pion_becomes_two_photons_of_its_mass()
    {
        var photons = new List<JetConstituent>();
        Hadronisation.Emit(new SeededRandom(1), new JetConstituent(20, 0.1, 0.2, 111), photons);
        Assert.Equal(2, photons.Count);
        double distance = Math.Sqrt(Math.Pow(photons[0].Y - photons[1].Y, 2) + Math.Pow(photons[0].Phi - photons[1].Phi, 2));
        Assert.Equal(0.1350, distance * Math.Sqrt(photons[0].Pt * photons[1].Pt), 9);   // m² = pT₁ pT₂ ΔR² at small angles
        Assert.Equal(20, photons[0].Pt + photons[1].Pt, 9);
    }

    // ∫ dθ²/θ² ∫ dz α_s/(2π) P(z) where kT is above the cut-off, by the midpoint rule in ln θ² and in z.
    private static double Emissions(JetOptions options, double pt, double from, double to, bool isGluon)
    {
        const int steps = 600;
        var coupling = new StrongCoupling(options.AlphaS);
        double range = 2 * Math.Log(from / to), sum = 0;
        for (int i = 0; i < steps; i++)
        {
            double theta = from * Math.Exp(-range * (i + 0.5) / steps / 2);
            for (int j = 0; j < steps; j++)
            {
                double z = (j + 0.5) / steps, kt = z * (1 - z) * pt * theta;
                if (kt <= options.CutOff) continue;
                double kernel = isGluon
                    ? SplittingKernels.GluonFromGluon(z) + SplittingKernels.QuarkFromGluon(z)
                    : SplittingKernels.GluonFromQuark(z);
                sum += coupling.At(kt) / (2 * Math.PI) * kernel;
            }
        }
        return sum * range / ((double)steps * steps);
    }

    private static double Integral(Func<double, double> kernel, double from)
    {
        const int steps = 50_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) sum += kernel(from + ((1 - from) * (i + 0.5) / steps));
        return sum * (1 - from) / steps;
    }

    private static (double Pt, double Y, double Phi) Sums(IEnumerable<(double Pt, double Y, double Phi)> particles) =>
        particles.Aggregate((0.0, 0.0, 0.0), (s, p) => (s.Item1 + p.Pt, s.Item2 + (p.Pt * p.Y), s.Item3 + (p.Pt * p.Phi)));

    private static bool Near((double, double, double) a, (double, double, double) b) =>
        Math.Abs(a.Item1 - b.Item1) < 1e-8 && Math.Abs(a.Item2 - b.Item2) < 1e-8 && Math.Abs(a.Item3 - b.Item3) < 1e-8;
}
