namespace HackLab.Simulation.ColliderEvents;

/// <summary>
/// The seven masses that physicists compute from an event, in GeV. Which jets enter which mass was found out from the
/// published rows, where the masses can be recomputed from the other features: two jets are taken for the b quarks', the others for a W's; the
/// b whose mass with the W's jets is nearer to the top's belongs to them; m_wbb is the larger one of both W.
/// </summary>
internal static class Reconstruction
{
    internal const int Count = 7;

    /// <summary>Writes m_jj, m_jjj, m_lv, m_jlv, m_bb, m_wbb, m_wwbb.</summary>
    internal static void Masses(MeasuredEvent e, double trackScale, Span<double> masses)
    {
        FourMomentum w = default, first = default, second = default;
        foreach (Jet jet in e.Jets)
        {
            if (!jet.IsBottom) w += jet.P;
            else if (first.E == 0) first = jet.P;
            else second = jet.P;
        }
        FourMomentum pair = first + second;
        FourMomentum lv = e.Lepton + Neutrino(trackScale * e.Lepton, e.MissingX, e.MissingY);
        double m1 = (w + first).Mass, m2 = (w + second).Mass;
        bool firstIsHadronic = Math.Abs(m1 - HeavyParticles.Top) < Math.Abs(m2 - HeavyParticles.Top);
        masses[0] = w.Mass;
        masses[1] = firstIsHadronic ? m1 : m2;
        masses[2] = lv.Mass;
        masses[3] = (lv + (firstIsHadronic ? second : first)).Mass;
        masses[4] = pair.Mass;
        masses[5] = Math.Max((w + pair).Mass, (lv + pair).Mass);
        masses[6] = (w + lv + pair).Mass;
    }

    // pT of the neutrino is what is missing; its pz follows from m(lν) = m(W): a quadratic equation, of whose two solutions the
    // smaller one is taken. Where there is none, m(lν) is as close to m(W) as it can get: the transverse mass.
    private static FourMomentum Neutrino(FourMomentum lepton, double x, double y)
    {
        double pt2 = (x * x) + (y * y);
        double mu = (HeavyParticles.W * HeavyParticles.W / 2) + (lepton.X * x) + (lepton.Y * y);
        double middle = mu * lepton.Z / lepton.TransverseSquared;
        double discriminant = (middle * middle) - (((lepton.E * lepton.E * pt2) - (mu * mu)) / lepton.TransverseSquared);
        double root = discriminant > 0 ? Math.Sqrt(discriminant) : 0;
        double z = middle > 0 ? middle - root : middle + root;
        return new FourMomentum(Math.Sqrt(pt2 + (z * z)), x, y, z);
    }
}
