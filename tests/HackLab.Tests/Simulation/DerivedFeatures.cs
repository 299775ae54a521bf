using HackLab.Data;
using HackLab.Data.AtlasHiggs;
using Xunit;

namespace HackLab.Tests.Simulation;

/// <summary>The formulas of the ATLAS challenge's documentation, written a second time and in angles, as the published columns are.</summary>
internal static class DerivedFeatures
{
    internal static void AssertFollow(TabularData data)
    {
        for (int i = 0; i < data.Count; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            double tauPt = At(row, "PRI_tau_pt"), tauEta = At(row, "PRI_tau_eta"), tauPhi = At(row, "PRI_tau_phi");
            double lepPt = At(row, "PRI_lep_pt"), lepEta = At(row, "PRI_lep_eta"), lepPhi = At(row, "PRI_lep_phi");
            double met = At(row, "PRI_met"), metPhi = At(row, "PRI_met_phi"), sum = At(row, "PRI_jet_all_pt");
            double dPhi = Math.Abs(tauPhi - lepPhi) is var d && d > Math.PI ? (2 * Math.PI) - d : d;
            double mT2 = 2 * lepPt * met * (1 - Math.Cos(lepPhi - metPhi));
            double visible = Math.Sqrt(2 * tauPt * lepPt * (Math.Cosh(tauEta - lepEta) - Math.Cos(tauPhi - lepPhi)));
            double hx = (tauPt * Math.Cos(tauPhi)) + (lepPt * Math.Cos(lepPhi)) + (met * Math.Cos(metPhi));
            double hy = (tauPt * Math.Sin(tauPhi)) + (lepPt * Math.Sin(lepPhi)) + (met * Math.Sin(metPhi));
            double a = Math.Sin(metPhi - lepPhi), b = Math.Sin(tauPhi - metPhi), sign = Math.Sign(Math.Sin(tauPhi - lepPhi));

            // Angles have three decimals, so a mass near 0 and a momentum of 1000 GeV are known to about 1 GeV.
            double slack = 0.02 + (0.002 * (tauPt + lepPt + met));
            Near(Math.Sqrt(mT2), At(row, "DER_mass_transverse_met_lep"), slack, i);
            Near(visible, At(row, "DER_mass_vis"), slack, i);
            Near(Math.Sqrt((hx * hx) + (hy * hy)), At(row, "DER_pt_h"), slack, i);
            Near(Math.Sqrt(((tauEta - lepEta) * (tauEta - lepEta)) + (dPhi * dPhi)), At(row, "DER_deltar_tau_lep"), 0.003, i);
            Near(tauPt + lepPt + sum, At(row, "DER_sum_pt"), 0.01, i);
            Near(lepPt / tauPt, At(row, "DER_pt_ratio_lep_tau"), 0.002, i);
            // Near ±π between τ and lepton the sign is rounding.
            if (Math.Abs(Math.Sin(tauPhi - lepPhi)) > 0.002 && Math.Abs(a) + Math.Abs(b) > 0.02)
                Near(sign * (a + b) / Math.Sqrt((a * a) + (b * b)), At(row, "DER_met_phi_centrality"), 0.05, i);
            if (At(row, "PRI_jet_num") < 2) continue;
            double eta1 = At(row, "PRI_jet_leading_eta"), eta2 = At(row, "PRI_jet_subleading_eta");
            Near(Math.Abs(eta1 - eta2), At(row, "DER_deltaeta_jet_jet"), 0.002, i);
            Near(eta1 * eta2, At(row, "DER_prodeta_jet_jet"), 0.005, i);
            double from = (lepEta - ((eta1 + eta2) / 2)) / (eta1 - eta2);
            if (Math.Abs(eta1 - eta2) > 0.3) Near(Math.Exp(-4 * from * from), At(row, "DER_lep_eta_centrality"), 0.02, i);
        }

        double At(ReadOnlySpan<float> row, string name) => row[data.IndexOf(name)];

        static void Near(double expected, double found, double tolerance, int row) =>
            Assert.True(Math.Abs(expected - found) <= tolerance, $"row {row}: expected {expected:F4}, found {found:F4}");
    }

    // The chance that a signal value is above a background value; ties count half.
    internal static double Auc(float[] signal, float[] background)
    {
        Array.Sort(background);
        double sum = 0;
        foreach (float value in signal)
        {
            int below = 0, atMost = background.Length;
            for (int low = 0, high = background.Length; low < high; below = low)
            {
                int middle = (low + high) / 2;
                if (background[middle] < value) low = middle + 1;
                else high = middle;
            }
            for (int low = below, high = background.Length; low < high; atMost = low)
            {
                int middle = (low + high) / 2;
                if (background[middle] <= value) low = middle + 1;
                else high = middle;
            }
            sum += 0.5 * (below + atMost);
        }
        return sum / signal.Length / background.Length;
    }
}
