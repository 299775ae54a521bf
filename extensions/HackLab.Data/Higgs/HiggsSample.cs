using System.Globalization;
using System.Text;
using HackLab.Data.Delimited;
using HackLab.Simulation.ColliderEvents;

namespace HackLab.Data.Higgs;

/// <summary>
/// The sample inside the library: simulated events, written as tab-separated text with a header and three decimals, gzipped.
/// </summary>
public static class HiggsSample
{
    /// <summary>How many events it has.</summary>
    public const int Rows = 5000;

    /// <summary>The simulator's seed it is made with.</summary>
    public const long Seed = 2014;

    /// <summary>The file: a header, then label and features of each event with three decimals.</summary>
    internal static EmbeddedSample Embedded { get; } = new("higgs/higgs-sample.tsv.gz", () => Encoding.UTF8.GetBytes(MakeText()));

    internal static TabularData Load()
    {
        using Stream stream = Embedded.Open();
        var options = new DelimitedOptions { Columns = HiggsReader.Columns };
        return DelimitedReader.Read(stream, Path.GetFileName(Embedded.Path), options,
            rows => HiggsReader.ToData(rows, "HIGGS sample (simulated)", LabelColumn.First));
    }

    private static string MakeText()
    {
        HiggsEvents events = HiggsSimulator.Generate(Rows, Seed);
        var text = new StringBuilder();
        text.Append(HiggsSchema.Label).Append('\t').AppendJoin('\t', HiggsSchema.Features.Select(f => f.Name)).Append('\n');
        for (int i = 0; i < Rows; i++)
        {
            text.Append(events.Y[i]);
            foreach (float value in events.X.AsSpan(i * HiggsSimulator.FeatureCount, HiggsSimulator.FeatureCount))
                text.Append('\t').Append(value.ToString("F3", CultureInfo.InvariantCulture));
            text.Append('\n');
        }
        return text.ToString();
    }
}
