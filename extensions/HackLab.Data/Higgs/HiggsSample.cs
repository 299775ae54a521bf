using System.Globalization;
using System.IO.Compression;
using System.Text;
using HackLab.Data.Delimited;
using HackLab.Simulation.ColliderEvents;

namespace HackLab.Data.Higgs;

/// <summary>
/// The sample inside the library: simulated events, written as tab-separated text with a header and three decimals, gzipped.
/// Anyone can make it again: <c>dotnet run datasets/generate.cs</c> writes it and its card.
/// </summary>
public static class HiggsSample
{
    /// <summary>How many events it has.</summary>
    public const int Rows = 5000;

    /// <summary>The simulator's seed it is made with.</summary>
    public const long Seed = 2014;

    private const string Resource = "higgs-sample.tsv.gz";

    internal static TabularData Load()
    {
        using Stream stream = OpenText();
        NumberTable table = DelimitedReader.Read(stream, Resource, new DelimitedOptions { Columns = HiggsReader.Columns });
        return HiggsReader.ToData(table, "HIGGS sample (simulated)", LabelColumn.First);
    }

    /// <summary>The sample's text as embedded, unpacked.</summary>
    private static Stream OpenText() =>
        new GZipStream(typeof(HiggsSample).Assembly.GetManifestResourceStream(Resource)!, CompressionMode.Decompress);

    /// <summary>Whether the embedded sample is what the simulator makes now.</summary>
    public static bool IsCurrent()
    {
        using var reader = new StreamReader(OpenText(), Encoding.UTF8);
        return reader.ReadToEnd() == MakeText();
    }

    /// <summary>The sample's text as the simulator makes it now: names, then label and features of each event.</summary>
    public static string MakeText()
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
