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
