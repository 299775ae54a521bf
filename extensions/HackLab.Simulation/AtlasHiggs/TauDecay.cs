using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.AtlasHiggs;

/// <summary>
/// Decays of τ leptons, collinear: at momenta far above its mass of 1.777 GeV what is seen flies where the τ did and carries a
/// share x of its momentum. The τ is taken as unpolarised, and the spin correlation of a pair is left out.
/// </summary>
internal static class TauDecay
{
    private const double Mass = 1.777;                                       // GeV
    private const double Pion = 0.17, Rho = 0.40;                            // shares of hadronic decays; the rest goes by an a₁
    private const double RhoMass = 0.775, A1Mass = 1.23;                     // GeV
    private const double RhoFloor = RhoMass * RhoMass / (Mass * Mass), A1Floor = A1Mass * A1Mass / (Mass * Mass);

    /// <summary>The lepton's share in τ → ℓνν: dN/dx = (5 − 9x² + 4x³)/3, the spectrum of muon decay boosted to high speed.</summary>
    internal static double LeptonShare(SeededRandom random)
    {
        while (true)
        {
            double x = random.NextDouble();
            if (random.NextDouble() * 5 < 5 - (9 * x * x) + (4 * x * x * x)) return x;
        }
    }

    /// <summary>The density of <see cref="LeptonShare"/>, with integral 1.</summary>
    internal static double LeptonDensity(double x) => (5 - (9 * x * x) + (4 * x * x * x)) / 3;

    /// <summary>The hadrons' share in τ → h ν: two bodies, isotropic, so uniform between (m_h/m_τ)² and 1.</summary>
    internal static double HadronShare(SeededRandom random)
    {
        double u = random.NextDouble(), floor = u < Pion ? 0 : u < Pion + Rho ? RhoFloor : A1Floor;
        return floor + ((1 - floor) * random.NextDouble());
    }

    /// <summary>The density of <see cref="HadronShare"/>, with integral 1.</summary>
    internal static double HadronDensity(double x) =>
        Pion + (x > RhoFloor ? Rho / (1 - RhoFloor) : 0) + (x > A1Floor ? (1 - Pion - Rho) / (1 - A1Floor) : 0);

    /// <summary>Splits a momentum into what is seen and what neutrinos carry away.</summary>
    internal static FourMomentum Visible(FourMomentum tau, double share) => share * tau;
}
