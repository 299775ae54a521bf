using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Jets;

/// <summary>
/// α_s at one loop with five flavours: α(k) = α(M_Z) / (1 + α(M_Z) (33 − 2 n_f)/(12π) ln(k²/M_Z²)). It is frozen below 0.5 GeV.
/// </summary>
internal readonly struct StrongCoupling(double atZ)
{
    private const double ZMass = 91.19;
    private const double Frozen = 0.5;
    private const double Slope = (33.0 - (2 * SplittingKernels.Flavours)) / (12 * Math.PI);

    /// <summary>α_s at transverse momentum k, GeV.</summary>
    internal double At(double k) => atZ / (1 + (2 * Slope * atZ * PortableMath.Log(Math.Max(k, Frozen) / ZMass)));
}
