using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.ColliderEvents;

/// <summary>Turns a measured event into the 28 published features, in their order and scale.</summary>
internal static class HiggsFeatures
{
    internal static void Write(SeededRandom random, MeasuredEvent e, Span<float> row)
    {
        row[0] = Round(e.Lepton.Transverse / HiggsScale.LeptonPt);
        row[1] = Round(e.Lepton.Eta / HiggsScale.LeptonEta);
        row[2] = Round(e.Lepton.Phi / HiggsScale.Phi);
        row[3] = Round(Math.Sqrt((e.MissingX * e.MissingX) + (e.MissingY * e.MissingY)) / HiggsScale.Missing);
        row[4] = Round(PortableMath.Atan2(e.MissingY, e.MissingX) / HiggsScale.Phi);
        for (int k = 0; k < 4; k++)
        {
            Jet jet = e.Jets[k];
            row[5 + (4 * k)] = Round(jet.P.Transverse / HiggsScale.JetPt[k]);
            row[6 + (4 * k)] = Round(jet.P.Eta / HiggsScale.JetEta[k]);
            row[7 + (4 * k)] = Round(jet.P.Phi / HiggsScale.Phi);
            row[8 + (4 * k)] = Round(jet.Tag / HiggsScale.JetTag[k]);
        }
        Span<double> masses = stackalloc double[Reconstruction.Count];
        Reconstruction.Masses(random, e, masses);
        for (int k = 0; k < masses.Length; k++) row[21 + k] = Round(masses[k] / HiggsScale.Masses[k]);
    }

    // Three decimals, as in the copies of the set that are in use, and as the embedded sample's text has them.
    private static float Round(double value) => (float)(Math.Round(value * 1000) / 1000);
}
