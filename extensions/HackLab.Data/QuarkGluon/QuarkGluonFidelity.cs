using System.Globalization;
using HackLab.Simulation.Jets;

namespace HackLab.Data.QuarkGluon;

/// <summary>Simulated jets beside what is known of real ones.</summary>
internal static class QuarkGluonFidelity
{
    private const int SimulatedJets = 4000, SimulatedImages = 10_000;
    private const string Id = "quark-gluon";

    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation)
    {
        SimulatedJets made = JetSimulator.Generate(SimulatedJets, seed: 1, cancellation: cancellation);
        var jets = new ParticleJets("simulated", made.Constituents, made.Counts, made.Y, made.MaxConstituents);
        IReadOnlyList<JetShape> gluons = jets.Shapes(0), quarks = jets.Shapes(1);
        yield return InRange(
            "particles per jet, gluon / quark", gluons.Average(s => s.Multiplicity) / quarks.Average(s => s.Multiplicity), 1.5, 1.8,
            "published range (expected by C_A/C_F = 9/4 at very high energy alone)");
        yield return InRange(
            "girth, gluon / quark", gluons.Average(s => s.Girth) / quarks.Average(s => s.Girth), 1, 2.25, "larger for gluons");
        yield return InRange(
            "pT D, gluon / quark", gluons.Average(s => s.PtD) / quarks.Average(s => s.PtD), 0.5, 1, "smaller for gluons");
        SimulatedJetImages drawn = JetImageSimulator.Generate(SimulatedImages, seed: 1, cancellation: cancellation);
        LabelledImages images = QuarkGluonDataset.ToImages("simulated", drawn.X, drawn.Y);
        for (int label = 0; label < 2; label++)
        {
            yield return InRange(
                $"visible pixels (above 0.05) of 900, {images.ClassNames[label]}: mean", QuarkGluonCard.Lit(images, label), 5, 15, "range seen in the published images");
        }
        yield return InRange("row of the brightest pixel: mean", BrightestRow(images), 14, 16, "range seen in the published images");
        foreach (FidelityRow row in WithParticles(realFolder, cancellation)) yield return row;
    }

    // The real rows hold ten constituents of each jet in FastJet's order, which begins far from the axis: so do ours here.
    private static IEnumerable<FidelityRow> WithParticles(string realFolder, CancellationToken cancellation)
    {
        string folder = Path.Combine(realFolder, "jets");
        if (!Directory.Exists(folder)) yield break;
        SimulatedJets made = JetSimulator.Generate(SimulatedJets, seed: 2, order: JetOrder.ByClustering, cancellation: cancellation);
        var jets = new ParticleJets("simulated", made.Constituents, made.Counts, made.Y, made.MaxConstituents);
        foreach (string file in Directory.EnumerateFiles(folder, "jets*.npy").Order(StringComparer.Ordinal))
        {
            string labels = Path.Combine(folder, "labels" + Path.GetFileName(file)["jets".Length..]);
            if (!File.Exists(labels)) continue;
            ParticleJets real = Datasets.QuarkGluon.LoadJets(file, labels);
            for (int label = 0; label < 2; label++)
            {
                JetShape[] b = First(real, label, real.MaxConstituents);
                if (b.Length == 0) continue;
                JetShape[] a = First(jets, label, real.MaxConstituents);
                string of = $"first {real.MaxConstituents} constituents, {real.ClassNames[label]}: ";
                string note = $"Kolmogorov–Smirnov distance to {b.Length} jets of {Path.GetFileName(file)}, whose order is taken to be FastJet's";
                yield return Row(of + "pT (GeV), mean", a, b, shape => shape.Pt, note);
                yield return Row(of + "girth, mean", a, b, shape => shape.Girth, note);
                yield return Row(of + "pT D, mean", a, b, shape => shape.PtD, note);
                yield return Row(of + "distance from their axis, mean", a, b, shape => shape.MeanDistance, note);
            }
        }
    }

    private static JetShape[] First(ParticleJets jets, int label, int count) =>
    [
        .. Enumerable.Range(0, jets.Count).Where(i => jets.Y[i] == label && jets.Counts[i] >= count)
            .Select(i => JetShape.Of(jets.Jet(i)[..count])),
    ];

    private static FidelityRow Row(string quantity, JetShape[] simulated, JetShape[] real, Func<JetShape, double> of, string note)
    {
        float[] a = Array.ConvertAll(simulated, shape => (float)of(shape)), b = Array.ConvertAll(real, shape => (float)of(shape));
        return new FidelityRow(Id, quantity, Statistics.Of(a).Mean, Statistics.Of(b).Mean, KolmogorovSmirnov.Distance(a, b), null, note);
    }

    private static double BrightestRow(LabelledImages images)
    {
        long sum = 0;
        for (int i = 0; i < images.Count; i++)
        {
            ReadOnlySpan<float> image = images.Image(i);
            int brightest = 0;
            for (int p = 1; p < image.Length; p++)
            {
                if (image[p] > image[brightest]) brightest = p;
            }
            sum += brightest / images.Width;
        }
        return (double)sum / images.Count;
    }

    // There is no single real number: the difference is the distance to the nearer end of the range, 0 within it.
    private static FidelityRow InRange(string quantity, double value, double from, double to, string note) => new(
        Id, quantity, value, null, Math.Max(0, Math.Max(from - value, value - to)), 0,
        string.Create(CultureInfo.InvariantCulture, $"distance to {from}–{to}: {note}"));
}
