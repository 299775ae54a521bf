using HackLab.Simulation.ColliderEvents;
using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.AtlasHiggs;

/// <summary>
/// The detector of 2012 in a few numbers. Thresholds are those of the challenge's documentation; resolutions are typical values.
/// Missing momentum is what balances all that is measured; what is softer than a jet of 20 GeV is not measured at all, as the
/// published rows show: the sum of all objects and the missing momentum is either a few GeV or above 20 GeV.
/// </summary>
internal static class AtlasDetector
{
    private const double LeptonPt = 26, TauPt = 20, JetPt = 30, SoftJetPt = 20;          // GeV
    private const double CentralSinh = 6.0502, JetSinh = 45.0;                           // sinh 2.5, sinh 4.5
    private const double Isolation = 0.4 * 0.4;
    private const double LeptonResolution = 0.02, TauResolution = 0.09;
    private const double JetStochastic = 0.65, JetConstant = 0.05;                       // σ/E = 65 %/√E ⊕ 5 %
    private const double SoftNoise = 2.4;                                                // GeV per axis
    private const double PileUpMean = 22, PileUpJets = 0.2, SoftShare = 0.5;              // GeV, -, -

    /// <summary>Measures the event; false if it is not kept.</summary>
    internal static bool Measure(SeededRandom random, CollisionRecord truth, AtlasEvent e)
    {
        FourMomentum lepton = (1 + (LeptonResolution * random.NextNormal())) * truth.Lepton;
        FourMomentum tau = (1 + (TauResolution * random.NextNormal())) * truth.Tau;
        if (!InReach(lepton, LeptonPt, CentralSinh) || !InReach(tau, TauPt, CentralSinh)) return false;
        double leptonEta = lepton.Eta, leptonPhi = lepton.Phi, tauEta = tau.Eta, tauPhi = tau.Phi;
        if (FourMomentum.DistanceSquared(leptonEta, leptonPhi, tauEta, tauPhi) < Isolation) return false;
        double x = lepton.X + tau.X, y = lepton.Y + tau.Y, sumEt = lepton.Transverse + tau.Transverse;
        e.JetCount = 0;
        for (int i = 0; i < truth.Partons.Count; i++)
        {
            FourMomentum parton = truth.Partons.Partons[i];
            double spread = Math.Sqrt((JetStochastic * JetStochastic / parton.E) + (JetConstant * JetConstant));
            FourMomentum jet = Math.Max(1 + (spread * random.NextNormal()), 0.1) * parton;
            double eta = jet.Eta, phi = jet.Phi;
            if (FourMomentum.DistanceSquared(eta, phi, leptonEta, leptonPhi) < Isolation) return false; // the lepton is not isolated
            if (FourMomentum.DistanceSquared(eta, phi, tauEta, tauPhi) < Isolation) return false;
            double pt = jet.Transverse;
            sumEt += SoftShare * pt;
            if (!InReach(jet, SoftJetPt, JetSinh)) continue;
            sumEt += (1 - SoftShare) * pt;
            x += jet.X;
            y += jet.Y;
            if (pt >= JetPt && e.JetCount < AtlasEvent.MostJets) e.Jets[e.JetCount++] = jet;
        }
        // Jets of other collisions at the same time, just soft enough not to be listed.
        for (double t = random.NextExponential(); t < PileUpJets; t += random.NextExponential())
        {
            double pt = SoftJetPt + ((JetPt - SoftJetPt) * random.NextDouble());
            (double cos, double sin) = TwoBodyDecay.Circle(random);
            x += pt * cos;
            y += pt * sin;
            sumEt += pt;
        }
        (e.Lepton, e.Tau) = (lepton, tau);
        e.MissingX = -x + (SoftNoise * random.NextNormal());
        e.MissingY = -y + (SoftNoise * random.NextNormal());
        // Pile-up: a sum of two exponential numbers, the gamma distribution of order two.
        e.SumEt = sumEt + (PileUpMean / 2 * (random.NextExponential() + random.NextExponential()));
        SortByPt(e);
        return true;
    }

    private static bool InReach(FourMomentum p, double pt, double sinhEta) =>
        p.TransverseSquared >= pt * pt && p.Z * p.Z <= sinhEta * sinhEta * p.TransverseSquared;

    private static void SortByPt(AtlasEvent e)
    {
        for (int i = 1; i < e.JetCount; i++)
        {
            for (int j = i; j > 0 && e.Jets[j].TransverseSquared > e.Jets[j - 1].TransverseSquared; j--)
                (e.Jets[j], e.Jets[j - 1]) = (e.Jets[j - 1], e.Jets[j]);
        }
    }
}
