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
            boson (125 GeV), and this to two b quarks. Background: a top pair (173.2 GeV each) from two gluons at leading order, each top to a
            W and a b quark. In both, one W gives a lepton and a neutrino, the other two quarks. Decays are exact two-body kinematics with
            the W's polarisation; gluons are radiated before and after; partons that are close together make one jet. A detector with the
            published thresholds (15 GeV, |η| below 2.5 for the lepton and 3 for jets) smears, loses and tags. Events with exactly two b-tags
            are kept; the seven masses are computed from all jets, of which four are listed, as in the published rows. Nothing is drawn
            from a fitted distribution of a feature.

            ## What differs from the published set

            - Radiation is coarse: a few gluons before the collision, at most one split per quark; no hadrons, no pile-up, no τ leptons.
            - About fifteen constants of detector and radiation were fitted to half of 7500 published rows (`datasets/fidelity.md` has the
              distances). Tails of jet pT are still somewhat too long in background, and the peak of m_bb in signal is not quite the real one.
            - Two things are drawn by chance because the published rows do not tell their rule: which of both solutions for the neutrino
              is taken, and the order of jets, which follows their pT only loosely.
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
