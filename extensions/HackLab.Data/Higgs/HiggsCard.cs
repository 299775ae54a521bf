using System.Globalization;
using System.Text;

namespace HackLab.Data.Higgs;

/// <summary>The data card of the HIGGS set: its facts are counted from the sample when the card is made.</summary>
public static class HiggsCard
{
    /// <summary>The card as Markdown.</summary>
    public static string Make()
    {
        TabularData data = HiggsSample.Load();
        int[] counts = data.ClassCounts();
        var card = new StringBuilder();
        card.Append(CultureInfo.InvariantCulture, $"""
            # HIGGS: is it a Higgs boson or background?

            Made by `dotnet run datasets/generate.cs`; do not edit by hand.

            **The sample in `higgs/higgs-sample.tsv.gz` holds simulated events, not rows of the published set.** They come from
            HackLab's own simulator (`extensions/HackLab.Simulation/ColliderEvents`), seed {HiggsSample.Seed}, and are the same on every machine.

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

            P. Baldi, P. Sadowski, D. Whiteson: *Searching for exotic particles in high-energy physics with deep learning*, Nature
            Communications 5, 4308 (2014), [doi:10.1038/ncomms5308](https://doi.org/10.1038/ncomms5308). UCI Machine Learning Repository,
            data set 280 (`HIGGS.csv.gz`, 11,000,000 rows), licence CC BY 4.0. With that file, or any part of it, on disk:

            ```csharp
            TabularData real = Datasets.Higgs.Load("HIGGS.csv.gz");
            ```

            ## Features of the sample

            | feature | unit | group | mean | std | min | max | what it is |
            |---|---|---|---|---|---|---|---|

            """);
        foreach (Feature f in data.Features)
        {
            Statistics s = Statistics.Of(data.Column(f.Name));
            card.Append(CultureInfo.InvariantCulture,
                $"| {f.Name} | {f.Unit} | {f.Group} | {s.Mean:F3} | {s.Std:F3} | {s.Min:F3} | {s.Max:F3} | {f.Description} |\n");
        }
        return card.ToString().ReplaceLineEndings("\n");
    }
}
