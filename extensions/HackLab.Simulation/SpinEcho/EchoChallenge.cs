using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.SpinEcho;

/// <summary>Echoes with the parameters to be found from them.</summary>
/// <param name="Real">Magnetisation along x, shape [n, <see cref="EchoChallenge.Samples"/>].</param>
/// <param name="Imaginary">Magnetisation along y, of the same shape.</param>
/// <param name="Targets">Coupling α in kHz, range ξ in lattice steps, and d of the dephasing rate Γ = 10⁻ᵈ, shape [n, 3].</param>
public sealed record EchoChallengeRows(float[] Real, float[] Imaginary, float[] Targets);

/// <summary>
/// Makes the sets of the challenge: echoes of one sample of 25 × 25 spins under random couplings. Range ξ and mean field
/// w = α·|Σ f| are drawn evenly, and α follows as w / |Σ f|: only at such fields does the coupling shape the echo and yet leave one.
/// </summary>
public static class EchoChallenge
{
    /// <summary>Samples per echo.</summary>
    public const int Samples = 471;

    /// <summary>The first sample after the 180° pulse.</summary>
    public const int PulseIndex = 157;

    /// <summary>Where the echo of uncoupled spins is largest.</summary>
    public const int EchoIndex = 314;

    /// <summary>Time between two samples in microseconds, dt/γ.</summary>
    public const double MicrosecondsPerSample = 2 / (2 * Math.PI);

    // The spins' own frequencies are a property of the sample in the magnet: the same for every set, whatever its seed.
    private const long SampleSeed = 2024;

    private const int Block = 64;

    /// <summary>The largest range ξ that is drawn, in lattice steps.</summary>
    public const double LargestRange = 70;

    /// <summary>The smallest range ξ that is drawn: there α reaches 22 kHz, as on the published plots.</summary>
    /// <param name="coupling">The function f.</param>
    public static double SmallestRange(SpinCoupling coupling) => coupling == SpinCoupling.Gaussian ? 1.4 : 2.4;

    /// <summary>The smallest d that is drawn: at Γ = 10⁻³ a quarter of the magnetisation is lost at the echo.</summary>
    public const double SmallestD = 3;

    /// <summary>The largest d that is drawn: at Γ = 10⁻⁷ the echo loses 0.003 %, too little to see.</summary>
    public const double LargestD = 7;

    // The mean field in units of the line's half width.
    private const double SmallestField = 2.5, LargestField = 4.5;

    private static SpinLattice Lattice { get; } = new();

    /// <summary>Simulates echoes.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="coupling">The function f.</param>
    /// <param name="seed">Chooses the parameters; the same seed gives the same rows on every machine, and a larger set begins with them.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or more than an array can hold.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>EchoChallengeRows rows = EchoChallenge.Generate(6000, SpinCoupling.Gaussian, seed: 1);</code></example>
    public static EchoChallengeRows Generate(int count, SpinCoupling coupling, long seed = 42, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / Lattice.Samples);
        var targets = new float[count * 3];
        var echoes = new EchoParameters[count];
        for (int first = 0; first < count; first += Block)
        {
            var random = new SeededRandom(seed, ((long)(first / Block) * 2) + 1 + (int)coupling);
            for (int i = first; i < Math.Min(first + Block, count); i++) echoes[i] = Draw(random, coupling, targets.AsSpan(i * 3, 3));
        }
        RecordedEchoes all = SpinEchoSimulator.Run(Lattice, echoes, SpinEchoSimulator.EvenDetunings(Lattice, SampleSeed), cancellation);
        return new EchoChallengeRows(Cut(all.Real, count), Cut(all.Imaginary, count), targets);
    }

    private static EchoParameters Draw(SeededRandom random, SpinCoupling coupling, Span<float> target)
    {
        double smallest = SmallestRange(coupling);
        double range = smallest + ((LargestRange - smallest) * random.NextDouble());
        double field = Lattice.HalfWidth * (SmallestField + ((LargestField - SmallestField) * random.NextDouble()));
        double d = SmallestD + ((LargestD - SmallestD) * random.NextDouble());
        double sum = 0;
        foreach (double f in CouplingStencil.OnLattice(coupling, range, Lattice.Width, Lattice.Height)) sum += f;
        double alpha = field / Math.Abs(sum);
        (target[0], target[1], target[2]) = ((float)(alpha * 1000), (float)range, (float)d);
        return new EchoParameters
        {
            Coupling = coupling, AlphaX = alpha, AlphaY = alpha, Range = range, DephasingRate = PortableMath.Pow(10, -d),
        };
    }

    // The published axis has one sample at the second pulse, the one after it, and ends one step before 3τ.
    private static float[] Cut(float[] values, int count)
    {
        int recorded = Lattice.Samples;
        var cut = new float[count * Samples];
        for (int i = 0; i < count; i++)
        {
            values.AsSpan(i * recorded, PulseIndex).CopyTo(cut.AsSpan(i * Samples));
            values.AsSpan((i * recorded) + PulseIndex + 1, Samples - PulseIndex).CopyTo(cut.AsSpan((i * Samples) + PulseIndex));
        }
        return cut;
    }
}
