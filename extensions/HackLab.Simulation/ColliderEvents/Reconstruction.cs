using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// The seven masses that physicists compute from an event, in GeV. Which jets enter which mass was found out from the published
/// rows, where six of the masses follow from the other features to 0.1 %: the b jet whose mass with the W's jets is nearer to
/// 175 GeV belongs to them (true of 99.9 % of the rows), the other one to the lepton; m_wbb is the larger one of both W's (100 %).
/// </summary>
internal static class Reconstruction
{
    internal const int Count = 7;
    private const double AssumedTop = 175;      // GeV, as in programs of that time
    private const double DirectionNoise = 0.011;

    /// <summary>Writes m_jj, m_jjj, m_lv, m_jlv, m_bb, m_wbb, m_wwbb.</summary>
    internal static void Masses(SeededRandom random, MeasuredEvent e, Span<double> masses)
    {
        // The published m_lv scatters about m(W), the less the nearer the transverse mass comes to it: as if pz had been solved
        // for with a direction of the lepton that is off by 0.011 in η.
        FourMomentum track = Turned(e.Lepton, DirectionNoise * random.NextNormal());
        // Both solutions occur in the published rows, and nothing else in them tells which: so it is drawn here.
        FourMomentum lv = e.Lepton + Neutrino(track, e.MissingX, e.MissingY, larger: random.NextDouble() < 0.5);
        FourMomentum w = e.W, pair = e.B1 + e.B2;
        double m1 = (w + e.B1).Mass, m2 = (w + e.B2).Mass;
        bool firstIsHadronic = Math.Abs(m1 - AssumedTop) < Math.Abs(m2 - AssumedTop);
        masses[0] = w.Mass;
        masses[1] = firstIsHadronic ? m1 : m2;
        masses[2] = lv.Mass;
        masses[3] = (lv + (firstIsHadronic ? e.B2 : e.B1)).Mass;
        masses[4] = pair.Mass;
        masses[5] = Math.Max((w + pair).Mass, (lv + pair).Mass);
        masses[6] = (w + lv + pair).Mass;
    }

    // η → η + δ for a massless momentum: E cosh δ + pz sinh δ and pz cosh δ + E sinh δ, to second order in a small δ.
    private static FourMomentum Turned(FourMomentum p, double delta)
    {
        double cosh = 1 + (delta * delta / 2);
        return new FourMomentum((cosh * p.E) + (delta * p.Z), p.X, p.Y, (cosh * p.Z) + (delta * p.E));
    }

    // pT of the neutrino is what is missing; its pz follows from m(ℓν) = m(W), a quadratic equation. Where it has no solution, its
    // real part is taken: then m(ℓν) is as close to m(W) as it can get, the transverse mass.
    private static FourMomentum Neutrino(FourMomentum lepton, double x, double y, bool larger)
    {
        double pt2 = (x * x) + (y * y);
        double mu = (HeavyParticles.W * HeavyParticles.W / 2) + (lepton.X * x) + (lepton.Y * y);
        double middle = mu * lepton.Z / lepton.TransverseSquared;
        double discriminant = (middle * middle) - (((lepton.E * lepton.E * pt2) - (mu * mu)) / lepton.TransverseSquared);
        double root = discriminant > 0 ? Math.Sqrt(discriminant) : 0;
        double z = larger ? middle + root : middle - root;
        return new FourMomentum(Math.Sqrt(pt2 + (z * z)), x, y, z);
    }
}
