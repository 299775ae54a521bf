namespace HackLab.Simulation.SpinEcho;

/// <summary>What echoes of one sample share: the lattice, the line of its spins, and the clock of the experiment.</summary>
public sealed record SpinLattice
{
    /// <summary>γ = 2π·10⁶ radians per second: one MHz.</summary>
    internal const double Gamma = 2e6 * Math.PI;

    /// <summary>Spins in a row; its only prime factors are 2, 3 and 5.</summary>
    public int Width { get; init; } = 25;

    /// <summary>Rows; its only prime factors are 2, 3 and 5.</summary>
    public int Height { get; init; } = 25;

    /// <summary>Time between two samples, and the integrator's step, as γ·dt.</summary>
    public double TimeStep { get; init; } = 2;

    /// <summary>Time from the first to the second pulse, τ, in seconds.</summary>
    public double PulseDelay { get; init; } = 50e-6;

    /// <summary>Half the width at half height of the Lorentzian line, in MHz.</summary>
    public double HalfWidth { get; init; } = 0.025;

    /// <summary>No spin is farther from the centre of the line than this, in MHz.</summary>
    public double HalfBand { get; init; } = 0.25;

    /// <summary>Larmor frequency at the centre of the line, in MHz; matters only where α<sub>x</sub> and α<sub>y</sub> differ.</summary>
    public double LarmorFrequency { get; init; } = 10;

    /// <summary>How many spins there are.</summary>
    public int Spins => Width * Height;

    /// <summary>Steps between the pulses, ⌊γτ/dt⌋.</summary>
    public int StepsPerDelay => (int)(Gamma * PulseDelay / TimeStep);

    /// <summary>
    /// Samples of an echo: from the first pulse to the second, both ends included, then twice as long, both ends included:
    /// 3·steps + 2. The sample at index steps + 1 is the first one after the second pulse.
    /// </summary>
    public int Samples => (3 * StepsPerDelay) + 2;
}
