using System.Globalization;
using System.Text;

namespace HackLab.Data.AtlasHiggs;

/// <summary>The card's part on simulated ATLAS Higgs data: its facts are counted from the sample when the card is made.</summary>
internal static class AtlasHiggsCard
{
    internal static string Make()
    {
        TabularData data = AtlasHiggsSample.Load();
        int[] counts = data.ClassCounts();
        double signal = Sum(data, 1), background = Sum(data, 0);
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            ## The sample

            **`{AtlasHiggsSample.Embedded.Path}` holds events of HackLab's own simulator** (`extensions/HackLab.Simulation/AtlasHiggs`), seed
            {AtlasHiggsSample.Seed}, the same on every machine; no row of the published set.

            | | |
            |---|---|
            | events | {data.Count:N0} |
            | signal | {counts[1]:N0} ({(double)counts[1] / data.Count:P1}), weights add up to {signal:N2} |
            | background | {counts[0]:N0} ({(double)counts[0] / data.Count:P1}), weights add up to {background:N2} |
            | features | {data.FeatureCount} ({data.SelectGroup(AtlasHiggsSchema.Derived).FeatureCount} {AtlasHiggsSchema.Derived}, {data.SelectGroup(AtlasHiggsSchema.Primitive).FeatureCount} {AtlasHiggsSchema.Primitive}) |
            | decimals | 3 |

            ## How the events are made

            Signal: a Higgs boson (125 GeV) from gluon fusion, vector boson fusion, or beside a W or Z; it decays to two τ leptons, one of
            which decays to an electron or muon, the other to hadrons. Background: Z → ττ, top pairs with a lepton and a τ, and W bosons
            with a jet that is taken for a τ. τ decays are collinear with the spectra of two- and three-body decays. A detector smears what
            is left; missing momentum is what balances all that was measured. The derived features are computed from the others by the
            formulas of the challenge. Weights are, but for a factor, those of the published samples, so the rare kinds of events are
            as over-represented as there.

            ## What differs from the published set

            - `DER_mass_MMC` is not the collaboration's calculator but a scan over the visible shares of both τ decays, weighted with their
              spectra and the resolution of the missing momentum; its peak is somewhat narrower, and it fails for other events.
            - One lepton and one hadronic τ only. No shower, no hadrons, no τ polarisation; W → τν, Z → ee, Z → μμ and jets from jets alone are
              left out, and an associated W or Z always goes to quarks.
            - Signal is easier to tell from background than in the published rows, and so the AMS is higher.
            - Use it to learn and to test code. For a result to quote, use the real rows: `Datasets.AtlasHiggs.Load(Size.Full)`.

            ## Numbers of the sample

            Where a feature is defined:

            | feature | unit | defined | mean | std | min | max |
            |---|---|---|---|---|---|---|

            """);
        foreach (Feature f in data.Features)
        {
            float[] all = data.Column(f.Name), defined = [.. all.Where(value => value != AtlasHiggsSchema.Undefined)];
            Statistics s = Statistics.Of(defined);
            card.Append(CultureInfo.InvariantCulture,
                $"| {f.Name} | {f.Unit} | {(double)defined.Length / all.Length:P1} | {s.Mean:F3} | {s.Std:F3} | {s.Min:F3} | {s.Max:F3} |\n");
        }
        return card.ToString().ReplaceLineEndings("\n");
    }

    private static double Sum(TabularData data, int label) => data.Weights!.Where((_, i) => data.Y[i] == label).Sum();
}
