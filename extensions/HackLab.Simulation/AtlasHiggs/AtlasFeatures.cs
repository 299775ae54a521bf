using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.AtlasHiggs;

/// <summary>
/// The 30 features in their published order: 13 derived (DER), each from its formula in the challenge's documentation (Adam-Bourdarios
/// et al. 2014, "Learning to discover: the Higgs boson machine learning challenge", appendix B), and 17 primitive (PRI).
/// </summary>
internal static class AtlasFeatures
{
    internal const double Undefined = -999;
    private const int MostJetsCounted = 3;

    internal static void Write(AtlasEvent e, Span<float> row)
    {
        FourMomentum tau = e.Tau, lepton = e.Lepton;
        double tauPt = tau.Transverse, leptonPt = lepton.Transverse;
        double missing = Math.Sqrt((e.MissingX * e.MissingX) + (e.MissingY * e.MissingY));
        double jetSum = 0;
        for (int i = 0; i < e.JetCount; i++) jetSum += e.Jets[i].Transverse;
        FourMomentum jets = (e.JetCount > 0 ? e.Jets[0] : default) + (e.JetCount > 1 ? e.Jets[1] : default);
        double hx = tau.X + lepton.X + e.MissingX, hy = tau.Y + lepton.Y + e.MissingY;
        int k = 0;
        Put(row, ref k, DitauMass.Estimate(e));
        Put(row, ref k, Math.Sqrt(Math.Max(2 * ((leptonPt * missing) - (lepton.X * e.MissingX) - (lepton.Y * e.MissingY)), 0)));
        Put(row, ref k, (tau + lepton).Mass);
        Put(row, ref k, Math.Sqrt((hx * hx) + (hy * hy)));
        bool two = e.JetCount > 1;
        double eta1 = e.JetCount > 0 ? e.Jets[0].Eta : Undefined, eta2 = two ? e.Jets[1].Eta : Undefined;
        Put(row, ref k, two ? Math.Abs(eta1 - eta2) : Undefined);
        Put(row, ref k, two ? jets.Mass : Undefined);
        Put(row, ref k, two ? eta1 * eta2 : Undefined);
        Put(row, ref k, Math.Sqrt(FourMomentum.DistanceSquared(tau.Eta, tau.Phi, lepton.Eta, lepton.Phi)));
        Put(row, ref k, Math.Sqrt(((hx + jets.X) * (hx + jets.X)) + ((hy + jets.Y) * (hy + jets.Y))));
        Put(row, ref k, tauPt + leptonPt + jetSum);
        Put(row, ref k, leptonPt / tauPt);
        Put(row, ref k, PhiCentrality(tau, lepton, e.MissingX, e.MissingY, tauPt, leptonPt, missing));
        Put(row, ref k, two ? EtaCentrality(lepton.Eta, eta1, eta2) : Undefined);
        Object(row, ref k, tau);
        Object(row, ref k, lepton);
        Put(row, ref k, missing);
        Put(row, ref k, PortableMath.Atan2(e.MissingY, e.MissingX));
        Put(row, ref k, e.SumEt);
        Put(row, ref k, Math.Min(e.JetCount, MostJetsCounted));
        for (int j = 0; j < 2; j++)
        {
            if (j < e.JetCount) Object(row, ref k, e.Jets[j]);
            else for (int n = 0; n < 3; n++) Put(row, ref k, Undefined);
        }
        Put(row, ref k, jetSum);
    }

    private static void Object(Span<float> row, ref int k, FourMomentum p)
    {
        Put(row, ref k, p.Transverse);
        Put(row, ref k, p.Eta);
        Put(row, ref k, p.Phi);
    }

    // Three decimals, as in the published file.
    private static void Put(Span<float> row, ref int k, double value) => row[k++] = (float)(Math.Round(value * 1000) / 1000);

    // √2 where the missing momentum halves the angle from lepton to τ, 1 along one of them, less outside, −√2 opposite:
    // (A + B)/√(A² + B²), A = sin(φ_miss − φ_ℓ), B = sin(φ_τ − φ_miss), both with the sign of sin(φ_τ − φ_ℓ).
    private static double PhiCentrality(
        FourMomentum tau, FourMomentum lepton, double x, double y, double tauPt, double leptonPt, double missing)
    {
        double a = ((y * lepton.X) - (x * lepton.Y)) / leptonPt / missing, b = ((tau.Y * x) - (tau.X * y)) / tauPt / missing;
        double sign = (tau.Y * lepton.X) - (tau.X * lepton.Y) < 0 ? -1 : 1;
        double length = Math.Sqrt((a * a) + (b * b));
        return length > 0 ? sign * (a + b) / length : 0;
    }

    // 1 where the lepton lies halfway between both jets in η, 1/e at a jet, less outside.
    private static double EtaCentrality(double lepton, double eta1, double eta2)
    {
        double from = (lepton - ((eta1 + eta2) / 2)) / (eta1 - eta2), exponent = 4 * from * from;
        return exponent < 100 ? PortableMath.Exp(-exponent) : 0; // both jets at nearly the same η
    }
}
