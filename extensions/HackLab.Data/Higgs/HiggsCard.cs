using System.Globalization;
using System.Text;

namespace HackLab.Data.Higgs;

/// <summary>The card's part on simulated HIGGS data: its facts are counted from the sample when the card is made.</summary>
internal static class HiggsCard
{
    /// <summary>The part as Markdown.</summary>
    internal static string Make()
    {
        TabularData data = HiggsSample.Load();
        int[] counts = data.ClassCounts();
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            ## The sample

            **`{HiggsSample.Embedded.Path}` holds simulated events, not rows of the published set.** They come from HackLab's own simulator
            (`extensions/HackLab.Simulation/ColliderEvents`), seed {HiggsSample.Seed}, and are the same on every machine.

            | | |
            |---|---|
            | events | {data.Count:N0} |
            | signal | {counts[1]:N0} ({(double)counts[1] / data.Count:P1}) |
            | background | {counts[0]:N0} ({(double)counts[0] / data.Count:P1}) |
            | features | {data.FeatureCount} ({data.SelectGroup(HiggsSchema.LowLevel).FeatureCount} {HiggsSchema.LowLevel}, {data.SelectGroup(HiggsSchema.HighLevel).FeatureCount} {HiggsSchema.HighLevel}) |
            | decimals | 3 |

            ## How the events are made

            Signal: a heavy Higgs boson (425 GeV) decays to a W and a charged Higgs boson (325 GeV), that one to a W and a light Higgs
            boson (125 GeV), and this to two b quarks. Background: a top pair (173.2 GeV each), each to a W and a b quark. In both, one W
            gives a lepton and a neutrino, the other two quarks. Decays are exact two-body kinematics; then a detector smears, loses
            and tags, and the seven masses are computed from what it reports. Nothing is drawn from a fitted distribution of a feature.

            ## What differs from the published set

            - Radiation is coarse: a few gluons before the collision, at most one split per quark; no hadrons, no pile-up, no τ leptons.
            - Constants of the detector (thresholds, resolutions, b-tag rates, which jets enter which mass) and of the radiation were
              chosen so that the simulated features lie near the published ones. Jets are still somewhat too soft in signal, tails of
              pT somewhat too long in background.
            - Use it to learn and to test code. For a result to quote, use the real rows.

            ## The real rows

            `Datasets.Higgs.Load(Size.Full)` downloads and reads the whole set. With a part of it on disk:

            ```csharp
            TabularData real = Datasets.Higgs.Load("HIGGS-part.csv.gz");
            ```

            ## Numbers of the sample

            | feature | group | mean | std | min | max |
            |---|---|---|---|---|---|

            """);
        foreach (Feature f in data.Features)
        {
            Statistics s = Statistics.Of(data.Column(f.Name));
            card.Append(CultureInfo.InvariantCulture,
                $"| {f.Name} | {f.Group} | {s.Mean:F3} | {s.Std:F3} | {s.Min:F3} | {s.Max:F3} |\n");
        }
        return card.ToString().ReplaceLineEndings("\n");
    }
}
