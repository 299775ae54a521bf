using HackLab.Simulation.AtlasHiggs;

namespace HackLab.Data.AtlasHiggs;

/// <summary>
/// Simulated against published rows: for every feature in each class the Kolmogorov–Smirnov distance where it is defined, and the
/// share of events where it is not. Real rows of all files together are one set, as a file may hold one class alone.
/// </summary>
internal static class AtlasHiggsFidelity
{
    private const int SimulatedRows = 50_000;

    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation)
    {
        string folder = Path.Combine(realFolder, "atlas-higgs");
        if (!Directory.Exists(folder)) yield break;
        TabularData[] files = [.. Directory.EnumerateFiles(folder, "*.csv*").Order(StringComparer.Ordinal).Select(file => Datasets.AtlasHiggs.Load(file))];
        if (files.Length == 0) yield break;
        AtlasHiggsEvents events = AtlasHiggsSimulator.Generate(SimulatedRows, seed: 1, cancellation);
        var simulated = new TabularData("simulated", AtlasHiggsSchema.Features, events.X, events.Y, AtlasHiggsSchema.ClassNames);
        foreach (Feature feature in simulated.Features)
        {
            for (int label = 0; label < simulated.ClassNames.Count; label++)
            {
                cancellation.ThrowIfCancellationRequested();
                float[] a = simulated.Column(feature.Name, label), b = [.. files.SelectMany(file => file.Column(feature.Name, label))];
                float[] x = Defined(a), y = Defined(b);
                if (x.Length == 0 || y.Length == 0) continue;
                string name = $"{feature.Name}, {simulated.ClassNames[label]}";
                yield return new FidelityRow(
                    "atlas-higgs", $"{name}: mean", Statistics.Of(x).Mean, Statistics.Of(y).Mean, KolmogorovSmirnov.Distance(x, y), null,
                    $"Kolmogorov–Smirnov distance to {y.Length} rows where it is defined")
                {
                    Group = "Kolmogorov–Smirnov distances",
                };
                if (x.Length == a.Length && y.Length == b.Length) continue;
                double without = 1 - ((double)x.Length / a.Length), really = 1 - ((double)y.Length / b.Length);
                yield return new FidelityRow(
                    "atlas-higgs", $"{name}: share undefined", without, really, Math.Abs(without - really), null, $"absolute difference, {b.Length} rows");
            }
        }
    }

    private static float[] Defined(float[] values) => [.. values.Where(value => value != AtlasHiggsSchema.Undefined)];
}
