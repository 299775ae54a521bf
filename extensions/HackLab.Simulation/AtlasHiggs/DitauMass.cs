using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.AtlasHiggs;

/// <summary>
/// An estimate of the mass of a τ pair, in the place of the "missing mass calculator" (Elagin, Murat, Pranko, Safonov 2011,
/// doi:10.1016/j.nima.2011.07.009), and simpler: decays are taken as collinear. Every pair of visible shares (x₁, x₂) gives the
/// neutrinos' momentum and the mass m = m_vis/√(x₁x₂); its weight is the chance of such decays times that of the measured missing
/// momentum. The estimate is the weighted mean of ln m. It is undefined where no pair of shares explains what is missing.
/// </summary>
internal static class DitauMass
{
    private const int Steps = 20;
    private const double LeastShare = 0.05;
    private const double Resolution = 12;     // GeV per axis, of the missing momentum
    private const double WorstChi2 = 12;      // beyond it, it is no τ pair

    // Expected momenta are steeper at high mass: as in the original, a prior pulls against small shares. m^-k with k = 2·Pull.
    private const double Pull = 1.0;

    private static readonly double[] Share = new double[Steps], Lepton = new double[Steps], Hadrons = new double[Steps], LogShare = new double[Steps];

    static DitauMass()
    {
        for (int i = 0; i < Steps; i++)
        {
            double x = LeastShare + ((1 - LeastShare) * (i + 0.5) / Steps);
            (Share[i], Lepton[i], Hadrons[i]) = ((1 / x) - 1, TauDecay.LeptonDensity(x), TauDecay.HadronDensity(x));
            LogShare[i] = PortableMath.Log(x);
        }
    }

    /// <summary>The estimate in GeV, or <see cref="AtlasFeatures.Undefined"/>.</summary>
    internal static double Estimate(AtlasEvent e)
    {
        double visible = (e.Lepton + e.Tau).Mass, sum = 0, mean = 0, best = double.MaxValue;
        for (int i = 0; i < Steps; i++)
        {
            double x = e.MissingX - (Share[i] * e.Lepton.X), y = e.MissingY - (Share[i] * e.Lepton.Y);
            for (int j = 0; j < Steps; j++)
            {
                double dx = x - (Share[j] * e.Tau.X), dy = y - (Share[j] * e.Tau.Y);
                double chi2 = ((dx * dx) + (dy * dy)) / (Resolution * Resolution);
                if (chi2 < best) best = chi2;
                if (chi2 > WorstChi2) continue;
                double log = LogShare[i] + LogShare[j];
                double weight = Lepton[i] * Hadrons[j] * PortableMath.Exp((Pull * log) - (chi2 / 2));
                sum += weight;
                mean -= weight * log / 2;
            }
        }
        return best > WorstChi2 || sum == 0 ? AtlasFeatures.Undefined : visible * PortableMath.Exp(mean / sum);
    }
}
