using HackLab.Simulation.ColliderEvents;

namespace HackLab.Data.Higgs;

/// <summary>Simulated against published rows: the Kolmogorov–Smirnov distance of every feature in each class.</summary>
internal static class HiggsFidelity
{
    private const int SimulatedRows = 100_000;
    private const double Limit = 0.10;

    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation)
    {
        string folder = Path.Combine(realFolder, "higgs");
        if (!Directory.Exists(folder)) yield break;
        HiggsEvents events = HiggsSimulator.Generate(SimulatedRows, seed: 1, cancellation);
        var simulated = new TabularData("simulated", HiggsSchema.Features, events.X, events.Y, HiggsSchema.ClassNames);
        foreach (string file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            TabularData real = Datasets.Higgs.Load(file);
            foreach (Feature feature in real.Features)
            {
                for (int label = 0; label < real.ClassNames.Count; label++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    float[] a = simulated.Column(feature.Name, label), b = real.Column(feature.Name, label);
                    yield return new FidelityRow(
                        "higgs", $"{feature.Name}, {real.ClassNames[label]}: mean", Statistics.Of(a).Mean, Statistics.Of(b).Mean,
                        KolmogorovSmirnov.Distance(a, b), Limit, $"Kolmogorov–Smirnov distance to {b.Length} rows of {Path.GetFileName(file)}")
                    {
                        Group = $"Kolmogorov–Smirnov distances to {Path.GetFileName(file)}",
                    };
                }
            }
        }
    }
}
