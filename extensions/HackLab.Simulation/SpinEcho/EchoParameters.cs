namespace HackLab.Simulation.SpinEcho;

/// <summary>
/// What differs from one echo to the next. Frequencies are in MHz, that is in units of γ = 2π·10⁶ radians per second; time t in
/// seconds appears as γt.
/// </summary>
public sealed record EchoParameters
{
    /// <summary>How the coupling falls with distance.</summary>
    public SpinCoupling Coupling { get; init; }

    /// <summary>Coupling along x, α<sub>x</sub>, in MHz.</summary>
    public double AlphaX { get; init; }

    /// <summary>Coupling along y, α<sub>y</sub>, in MHz.</summary>
    public double AlphaY { get; init; }

    /// <summary>Coupling along z, the direction of the large field, α<sub>z</sub>, in MHz.</summary>
    public double AlphaZ { get; init; }

    /// <summary>Range ξ of the coupling, in lattice steps, above 0.</summary>
    public double Range { get; init; } = 1;

    /// <summary>Rate of spins that fall, Γ₁, in units of γ.</summary>
    public double DecayRate { get; init; }

    /// <summary>Rate of spins that are lifted, Γ₂, in units of γ.</summary>
    public double ExcitationRate { get; init; }

    /// <summary>Rate of dephasing, Γ₃, in units of γ.</summary>
    public double DephasingRate { get; init; }

    /// <summary>Angle of the first pulse in radians.</summary>
    public double FirstPulse { get; init; } = Math.PI / 2;

    /// <summary>Angle of the second pulse in radians.</summary>
    public double SecondPulse { get; init; } = Math.PI;

    /// <summary>Axis of the first pulse in quarter turns: 0 x, 1 y, 2 −x, 3 −y.</summary>
    public int FirstPhase { get; init; }

    /// <summary>Axis of the second pulse in quarter turns: 0 x, 1 y, 2 −x, 3 −y.</summary>
    public int SecondPhase { get; init; }
}
