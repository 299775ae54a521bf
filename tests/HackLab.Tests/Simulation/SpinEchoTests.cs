using System.Runtime.Intrinsics;
using HackLab.Simulation.Numerics;
using HackLab.Simulation.SpinEcho;
using Xunit;

namespace HackLab.Tests.Simulation;

public sealed class SpinEchoTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public void Without_coupling_a_Lorentzian_line_decays_exponentially()
    {
        // The band is a hundred half widths, so that the cut takes 0.6 % of the line only.
        var lattice = new SpinLattice { Width = 60, Height = 60, HalfWidth = 0.005, HalfBand = 0.5 };
        RecordedEchoes echo = SpinEchoSimulator.Run(lattice, [new()], SpinEchoSimulator.EvenDetunings(lattice, 1), None);
        for (int t = 0; t <= lattice.StepsPerDelay; t++)
        {
            double expected = 0.5 * Math.Exp(-lattice.HalfWidth * t * lattice.TimeStep);
            Assert.Equal(expected, echo.Imaginary[t], 0.005);
            Assert.Equal(0, echo.Real[t], 0.002);
        }
    }

    [Fact]
    public void Without_coupling_the_echo_at_twice_the_delay_is_perfect_whatever_the_line()
    {
        var lattice = new SpinLattice { Width = 20, Height = 20 };
        RecordedEchoes echo = SpinEchoSimulator.Run(lattice, [new()], SpinEchoSimulator.DrawDetunings(lattice, 3), None);
        int steps = lattice.StepsPerDelay, at = (2 * steps) + 1;
        Assert.Equal(0.5, echo.Imaginary[0], 1e-6);
        Assert.True(Math.Abs(echo.Imaginary[steps]) < 0.1);
        // The second pulse about x turns y over: the echo is at −y.
        Assert.Equal(-0.5, echo.Imaginary[at], 2e-5);
        Assert.Equal(0, echo.Real[at], 2e-5);
        Assert.Equal(lattice.Samples, echo.Real.Length);
    }

    [Fact]
    public void Dephasing_and_relaxation_decay_at_their_rates()
    {
        var lattice = new SpinLattice { Width = 5, Height = 5 };
        EchoParameters[] echoes = [new() { DephasingRate = 2e-3 }, new() { DecayRate = 1e-3, ExcitationRate = 5e-4, FirstPulse = 0 }, new() { DecayRate = 1e-3 }];
        RecordedEchoes made = SpinEchoSimulator.Run(lattice, echoes, SpinEchoSimulator.DrawDetunings(lattice, 3), None);
        int steps = lattice.StepsPerDelay, n = lattice.Samples;
        double time = 2 * steps * lattice.TimeStep;
        Assert.Equal(-0.5 * Math.Exp(-1e-3 * time), made.Imaginary[(2 * steps) + 1], 2e-5);
        Assert.Equal(0.5 * Math.Exp(-1.5e-3 * steps * lattice.TimeStep), made.Longitudinal[n + steps], 2e-5);
        Assert.Equal(-0.5 * Math.Exp(-0.5e-3 * time), made.Imaginary[(2 * n) + (2 * steps) + 1], 2e-5);
    }

    [Theory]
    [InlineData(0, 0, 0.5)]     // about x: z goes to y
    [InlineData(1, -0.5, 0)]    // about y: z goes to −x
    [InlineData(2, 0, -0.5)]
    [InlineData(3, 0.5, 0)]
    public void Pulses_turn_about_the_axis_of_their_phase(int phase, double x, double y)
    {
        var lattice = new SpinLattice { Width = 2, Height = 2 };
        RecordedEchoes echo = SpinEchoSimulator.Run(lattice, [new() { FirstPhase = phase }], new double[4], None);
        Assert.Equal((x, y), (Math.Round(echo.Real[0], 6), Math.Round(echo.Imaginary[0], 6)));
    }

    [Fact]
    public void Spins_in_step_turn_in_their_common_field_at_the_rate_of_the_formula()
    {
        // One line for all: every spin sees S·I, S = Σf, and turns about z at −S(αz − ½(αx + αy))·Iz.
        var lattice = new SpinLattice { Width = 10, Height = 6, PulseDelay = 20e-6 };
        var echo = new EchoParameters { AlphaX = 1e-3, AlphaY = 1e-3, AlphaZ = 6e-3, Range = 1.5, FirstPulse = Math.PI / 3 };
        RecordedEchoes made = SpinEchoSimulator.Run(lattice, [echo], new double[60], None);
        double sum = 0;
        for (int i = 1; i < 60; i++)
        {
            double dx = Math.Min(i % 10, 10 - (i % 10)), dy = Math.Min(i / 10, 6 - (i / 10));
            sum += Math.Exp(-((dx * dx) + (dy * dy)) / (1.5 * 1.5));
        }
        double rate = -sum * (6e-3 - 1e-3) * 0.25;
        int t = lattice.StepsPerDelay;
        double phase = Math.Atan2(made.Imaginary[t], made.Real[t]) - (Math.PI / 2), expected = rate * t * lattice.TimeStep;
        Assert.Equal(0, Math.IEEERemainder(phase - expected, 2 * Math.PI), 1e-3);
        Assert.InRange(Math.Abs(expected), 0.5, 3);
    }

    public static TheoryData<EchoParameters> Couplings => new(
        new EchoParameters { AlphaX = 4e-3, AlphaY = 4e-3, Range = 2 },
        new EchoParameters { AlphaX = 4e-3, AlphaY = 4e-3, AlphaZ = -3e-3, Range = 1.3, DephasingRate = 1e-3 },
        new EchoParameters { Coupling = SpinCoupling.Rkky, AlphaX = 0.02, AlphaY = 0.02, Range = 3 },
        new EchoParameters { AlphaX = 0.03, AlphaY = 0.01, AlphaZ = 0.01, Range = 1.5, FirstPulse = 1.2, SecondPulse = 2.8, SecondPhase = 1 });

    [Theory]
    [MemberData(nameof(Couplings))]
    public void The_course_equals_that_of_sums_over_all_pairs_and_turns_by_sines_in_double_precision(EchoParameters echo)
    {
        var lattice = new SpinLattice { Width = 9, Height = 10, PulseDelay = 15e-6 };
        double[] detunings = SpinEchoSimulator.DrawDetunings(lattice, 8);
        RecordedEchoes made = SpinEchoSimulator.Run(lattice, [echo], detunings, None);
        List<Vector3D> expected = AllPairs.Run(lattice, echo, detunings);
        Assert.Equal(expected.Count, made.Real.Length);
        for (int t = 0; t < expected.Count; t++)
        {
            Assert.Equal(expected[t].X, made.Real[t], 2e-5);
            Assert.Equal(expected[t].Y, made.Imaginary[t], 2e-5);
            Assert.Equal(expected[t].Z, made.Longitudinal[t], 2e-5);
        }
    }

    [Fact]
    public void An_echo_alone_has_the_same_bits_as_among_others()
    {
        var lattice = new SpinLattice { PulseDelay = 20e-6 };
        EchoParameters[] echoes = [.. Enumerable.Range(0, 21).Select(i => new EchoParameters { AlphaX = 1e-3, AlphaY = 1e-3, Range = 1 + (0.3 * i), DephasingRate = i * 1e-4 })];
        double[] line = SpinEchoSimulator.DrawDetunings(lattice, 4);
        RecordedEchoes all = SpinEchoSimulator.Run(lattice, echoes, line, None);
        foreach (int i in (int[])[0, 6, 13, 20])
        {
            RecordedEchoes one = SpinEchoSimulator.Run(lattice, [echoes[i]], line, None);
            Assert.Equal(one.Real, all.Real[(i * lattice.Samples)..((i + 1) * lattice.Samples)]);
            Assert.Equal(one.Imaginary, all.Imaginary[(i * lattice.Samples)..((i + 1) * lattice.Samples)]);
        }
    }

    [Theory]
    [InlineData(1, 1), InlineData(2, 3), InlineData(4, 5), InlineData(8, 9), InlineData(10, 6), InlineData(25, 24), InlineData(32, 1)]
    public void Fourier_transforms_there_and_back_convolve_as_the_double_sum_does(int width, int height)
    {
        var random = new SeededRandom(width + height);
        int n = width * height;
        Vector256<float>[] a = Noise(), b = Noise(), kernel = Noise(), zero = new Vector256<float>[n];
        for (int i = 0; i < n; i++) if (Mirror(i) < i) kernel[i] = kernel[Mirror(i)];   // even, as a stencil is
        var (re, im, weights) = ((Vector256<float>[])a.Clone(), (Vector256<float>[])b.Clone(), (Vector256<float>[])kernel.Clone());
        var fourier = new LaneFourier(width, height);
        fourier.Forward(weights, zero);
        fourier.Forward(re, im);
        for (int i = 0; i < n; i++) (re[i], im[i]) = (re[i] * weights[i], im[i] * weights[i]);
        fourier.Inverse(re, im);
        foreach (int at in (int[])[0, n / 2, n - 1])
        {
            (double x, double y) = (0, 0);
            for (int i = 0; i < n; i++)
            {
                int apart = (((at % width) - (i % width) + width) % width) + ((((at / width) - (i / width) + height) % height) * width);
                (x, y) = (x + (a[i][5] * (double)kernel[apart][5]), y + (b[i][5] * (double)kernel[apart][5]));
            }
            Assert.Equal(x, re[at][5] / n, 1e-5 * Math.Sqrt(n));
            Assert.Equal(y, im[at][5] / n, 1e-5 * Math.Sqrt(n));
        }

        int Mirror(int i) => ((width - (i % width)) % width) + ((height - (i / width)) % height * width);

        Vector256<float>[] Noise()
        {
            var values = new Vector256<float>[n];
            for (int i = 0; i < n; i++)
                for (int lane = 0; lane < 8; lane++) values[i] = values[i].WithElement(lane, (float)random.NextNormal());
            return values;
        }
    }

    [Theory]
    [InlineData(2, -0.10884)]      // (2 cos 2 − sin 2)/2⁴
    [InlineData(0.01, -33.3330)]   // −1/(3x) + x/30
    public void The_RKKY_function_has_its_known_values(double x, double expected) =>
        Assert.Equal(expected, CouplingStencil.At(SpinCoupling.Rkky, x, 2), 3e-4);

    [Fact]
    public void The_estimated_line_explains_an_echo_whose_spins_were_drawn_by_chance()
    {
        var lattice = new SpinLattice { Width = 30, Height = 30, TimeStep = 3 };
        var echo = new EchoParameters { AlphaX = 8e-4, AlphaY = 8e-4, Range = 5 };
        RecordedEchoes own = SpinEchoSimulator.Run(lattice, [echo], SpinEchoSimulator.DrawDetunings(lattice, 12), None);
        LineEstimate estimate = LineEstimate.Fit(lattice, echo, own.Real, own.Imaginary, 1, None);
        double before = Distance(SpinEchoSimulator.EvenDetunings(lattice, 1)), after = Distance(estimate.Detunings);
        Assert.True(after < 0.6 * before, $"{before:F3} before, {after:F3} after");
        Assert.InRange(estimate.ChiSquared, 4, 200);

        double Distance(double[] line)
        {
            RecordedEchoes made = SpinEchoSimulator.Run(lattice, [echo], line, None);
            return HackLab.Data.Nmr.NmrFidelity.Distance(made, 0, own.Real, own.Imaginary);
        }
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        var lattice = new SpinLattice { Width = 5, Height = 5 };
        double[] line = new double[25];
        Assert.Contains("2, 3 and 5", Fails(lattice with { Width = 7 }, new(), new double[35]), StringComparison.Ordinal);
        Assert.Contains("24 detunings", Fails(lattice, new(), new double[24]), StringComparison.Ordinal);
        Assert.Contains("range", Fails(lattice, new() { Range = 0 }, line), StringComparison.Ordinal);
        Assert.Contains("rate", Fails(lattice, new() { DephasingRate = -1 }, line), StringComparison.Ordinal);
        Assert.Contains("radians in one step", Fails(lattice, new() { AlphaX = 5, AlphaY = 5, Range = 3 }, line), StringComparison.Ordinal);
        Assert.Contains("TimeStep", Fails(lattice with { TimeStep = 0 }, new(), line), StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(() => SpinEchoSimulator.Run(lattice, [new()], line, new CancellationToken(true)));

        static string Fails(SpinLattice lattice, EchoParameters echo, double[] line) =>
            Assert.Throws<ArgumentException>(() => SpinEchoSimulator.Run(lattice, [echo], line, None)).Message;
    }

    /// <summary>The same physics written down plainly: pairs, square roots and sines.</summary>
    private static class AllPairs
    {
        internal static List<Vector3D> Run(SpinLattice lattice, EchoParameters p, double[] detunings)
        {
            var spins = new Vector3D[lattice.Spins];
            Array.Fill(spins, new Vector3D(0, 0, 0.5));
            var means = new List<Vector3D>();
            for (int part = 1; part <= 2; part++)
            {
                double quarter = (part == 1 ? p.FirstPhase : p.SecondPhase) * Math.PI / 2;
                var axis = new Vector3D(Math.Cos(quarter), Math.Sin(quarter), 0) * -(part == 1 ? p.FirstPulse : p.SecondPulse);
                for (int i = 0; i < spins.Length; i++) spins[i] = spins[i].Turned(axis);
                means.Add(Mean(spins));
                for (int step = 0; step < part * lattice.StepsPerDelay; step++)
                {
                    spins = Step(lattice, p, detunings, spins);
                    means.Add(Mean(spins));
                }
            }
            return means;
        }

        private static Vector3D[] Step(SpinLattice lattice, EchoParameters p, double[] detunings, Vector3D[] spins)
        {
            double dt = lattice.TimeStep, alpha = p.AlphaX + p.AlphaY, eta = (p.AlphaX - p.AlphaY) / alpha, larmor = lattice.LarmorFrequency;
            var next = new Vector3D[spins.Length];
            for (int i = 0; i < spins.Length; i++)
            {
                var w = new Vector3D(0, 0, 0);
                for (int j = 0; j < spins.Length; j++)
                {
                    if (i == j) continue;
                    int dx = Math.Abs((i % lattice.Width) - (j % lattice.Width)), dy = Math.Abs((i / lattice.Width) - (j / lattice.Width));
                    (dx, dy) = (Math.Min(dx, lattice.Width - dx), Math.Min(dy, lattice.Height - dy));
                    double r = Math.Sqrt((dx * dx) + (dy * dy)), x = 2 * r / p.Range;
                    double f = p.Coupling == SpinCoupling.Gaussian ? Math.Exp(-r * r / (p.Range * p.Range)) : ((x * Math.Cos(x)) - Math.Sin(x)) / Math.Pow(x, 4);
                    w += spins[j] * f;
                }
                double nu = detunings[i] + (p.AlphaZ * w.Z), across = (w.X * w.X) + (w.Y * w.Y);
                var field = new Vector3D(
                    (-0.5 * alpha * w.X) + (eta * alpha * nu * w.X / (4 * larmor)), (-0.5 * alpha * w.Y) - (eta * alpha * nu * w.Y / (4 * larmor)),
                    -nu + (eta * alpha * alpha * ((2 * ((w.X * w.X) - (w.Y * w.Y))) - (eta * across)) / (16 * larmor)));
                Vector3D turned = spins[i].Turned(field * dt);
                double rates = p.DecayRate + p.ExcitationRate, plane = Math.Exp(-0.5 * (rates + p.DephasingRate) * dt);
                next[i] = new Vector3D(turned.X * plane, turned.Y * plane, turned.Z * Math.Exp(-rates * dt));
            }
            return next;
        }

        private static Vector3D Mean(Vector3D[] spins) => spins.Aggregate((a, b) => a + b) * (1.0 / spins.Length);
    }

    /// <summary>A vector in double precision.</summary>
    internal readonly record struct Vector3D(double X, double Y, double Z)
    {
        public static Vector3D operator +(Vector3D a, Vector3D b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

        public static Vector3D operator *(Vector3D a, double s) => new(a.X * s, a.Y * s, a.Z * s);

        /// <summary>Turned about an axis by its length, with a quaternion.</summary>
        public Vector3D Turned(Vector3D angle)
        {
            double length = Math.Sqrt((angle.X * angle.X) + (angle.Y * angle.Y) + (angle.Z * angle.Z));
            if (length == 0) return this;
            double half = length / 2, s = Math.Sin(half) / length;
            (double w, double a, double b, double c) = (Math.Cos(half), angle.X * s, angle.Y * s, angle.Z * s);
            (double tx, double ty, double tz) = (2 * ((b * Z) - (c * Y)), 2 * ((c * X) - (a * Z)), 2 * ((a * Y) - (b * X)));
            return new Vector3D(X + (w * tx) + (b * tz) - (c * ty), Y + (w * ty) + (c * tx) - (a * tz), Z + (w * tz) + (a * ty) - (b * tx));
        }
    }
}
