using HackLab.Simulation.ColliderEvents;

namespace HackLab.Data.Higgs;

/// <summary>
/// Simulated against published rows: the Kolmogorov–Smirnov distance of every feature in each class, their median and the worst.
/// Rows of all files are taken together, as small files would mostly show their own scatter.
/// </summary>
internal static class HiggsFidelity
{
    private const int SimulatedRows = 200_000;
    private const double WorstLimit = 0.10, MedianLimit = 0.04;

    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation)
    {
        string folder = Path.Combine(realFolder, "higgs");
        if (!Directory.Exists(folder)) yield break;
        TabularData[] files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(file => Datasets.Higgs.Load(file))];
        if (files.Length == 0) yield break;
        HiggsEvents events = HiggsSimulator.Generate(SimulatedRows, seed: 1, cancellation);
        var simulated = new TabularData("simulated", HiggsSchema.Features, events.X, events.Y, HiggsSchema.ClassNames);
        var rows = new List<FidelityRow>();
        var scatter = new List<double>();
        foreach (Feature feature in HiggsSchema.Features)
        {
            for (int label = 0; label < HiggsSchema.ClassNames.Count; label++)
            {
                cancellation.ThrowIfCancellationRequested();
                float[] a = simulated.Column(feature.Name, label), b = [.. files.SelectMany(file => file.Column(feature.Name, label))];
                if (b.Length < 2) continue;
                scatter.Add(KolmogorovSmirnov.Distance([.. b.Where((_, i) => i % 2 == 0)], [.. b.Where((_, i) => i % 2 == 1)]));
                rows.Add(new FidelityRow(
                    "higgs", $"{feature.Name}, {HiggsSchema.ClassNames[label]}: mean", Statistics.Of(a).Mean, Statistics.Of(b).Mean,
                    KolmogorovSmirnov.Distance(a, b), WorstLimit, $"Kolmogorov–Smirnov distance to {b.Length} rows")
                {
                    Group = "Kolmogorov–Smirnov distances",
                });
            }
        }
        if (rows.Count == 0) yield break;
        double[] distances = [.. rows.Select(row => row.Difference!.Value).Order()];
        scatter.Sort();
        string note = $"{distances.Length} features × classes; two halves of the real rows: median {Median(scatter):F3}, worst {scatter[^1]:F3}";
        yield return new FidelityRow("higgs", "Kolmogorov–Smirnov distance, median", null, null, Median(distances), MedianLimit, note);
        yield return new FidelityRow("higgs", "Kolmogorov–Smirnov distance, worst", null, null, distances[^1], WorstLimit, note);
        foreach (FidelityRow row in rows) yield return row;
    }

    private static double Median(IReadOnlyList<double> sorted) => (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
}
