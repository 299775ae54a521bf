using System.Globalization;
using System.Text;
using HackLab.Simulation.AtlasHiggs;

namespace HackLab.Data.AtlasHiggs;

/// <summary>
/// The sample inside the library: simulated events in the published layout (EventId, 30 features, Weight, Label), gzipped.
/// </summary>
internal static class AtlasHiggsSample
{
    internal const int Rows = 5000;
    internal const long Seed = 328;

    internal static EmbeddedSample Embedded { get; } = new("atlas-higgs/atlas-higgs-sample.csv.gz", () => Encoding.UTF8.GetBytes(MakeText()));

    internal static TabularData Load()
    {
        using Stream stream = Embedded.Open();
        return AtlasHiggsReader.Read(stream, Embedded.Path, "ATLAS Higgs sample (simulated)", kaggleSet: null, CancellationToken.None);
    }

    private static string MakeText()
    {
        AtlasHiggsEvents events = AtlasHiggsSimulator.Generate(Rows, Seed);
        var text = new StringBuilder("EventId,");
        text.AppendJoin(',', AtlasHiggsSchema.Features.Select(f => f.Name)).Append(",Weight,Label\n");
        for (int i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i}");
            foreach (float value in events.X.AsSpan(i * AtlasHiggsSimulator.FeatureCount, AtlasHiggsSimulator.FeatureCount))
                text.Append(',').Append(value.ToString(value == AtlasHiggsSchema.Undefined ? "F1" : "0.###", CultureInfo.InvariantCulture));
            // Seventeen digits give every double back.
            text.Append(CultureInfo.InvariantCulture, $",{events.Weights[i]:R},{(events.Y[i] == 1 ? 's' : 'b')}\n");
        }
        return text.ToString();
    }
}
