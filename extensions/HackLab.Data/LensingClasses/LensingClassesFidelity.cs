using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingClasses;

/// <summary>Simulated lenses against the numbers of the published ones.</summary>
internal static class LensingClassesFidelity
{
    private const string Id = "lensing-classes";
    private const int Images = 1500;
    private static readonly List<string> Classes = [.. LensingClassesDataset.Classes];
    private const double MeanLimit = 0.01, StdLimit = 0.02, RadiusLimit = 1;

    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation)
    {
        LensImages made = LensSimulator.Generate(Images, LensSurvey.Challenge, seed: 1, cancellation: cancellation);
        LabelledImages simulated = LensingClassesDataset.ToImages("simulated", made.X, made.Y, LensSurvey.Challenge.Pixels);
        RingStatistics all = RingStatistics.Average(simulated);
        string note = $"average of {Images} simulated images against the number known of the published set";
        yield return Row("mean pixel", all.Mean, 0.054, MeanLimit, note);
        yield return Row("standard deviation of pixels", all.Std, 0.141, StdLimit, note);
        yield return Row("ring radius (px)", all.RingRadius, 9.5, RadiusLimit, note + ", 9 to 10");
        string folder = Path.Combine(realFolder, "lensing");
        if (!Directory.Exists(folder)) yield break;
        foreach (string file in Directory.EnumerateFiles(folder, "*.npy").Order(StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            string name = Path.GetFileNameWithoutExtension(file);
            int label = Classes.FindIndex(start => name.StartsWith(start, StringComparison.Ordinal));
            if (label < 0) continue;
            (float[] pixels, int height, int width) = LensPictures.Read([file]);
            if (height != width) continue;
            RingStatistics real = RingStatistics.Of(pixels), same = RingStatistics.Average(simulated, label);
            string against = $"average of {simulated.ClassCounts()[label]} simulated images against {Path.GetFileName(file)}";
            yield return Row($"{name}: mean pixel", same.Mean, real.Mean, MeanLimit, against);
            yield return Row($"{name}: standard deviation of pixels", same.Std, real.Std, StdLimit, against);
            yield return Row($"{name}: ring radius (px)", same.RingRadius, real.RingRadius, RadiusLimit, against);
            if (label != 2 || width != LensSurvey.Challenge.Pixels) continue;
            SourceFit fit = SourceFit.To(pixels, LensSurvey.Challenge);
            yield return new FidelityRow(
                Id, $"{name}: largest pixel error of the ray-traced image", fit.LargestError, 0, fit.LargestError, 0.001, FormattableString.Invariant(
                    $"source put at ({fit.X:F4}″, {fit.Y:F4}″), the only two free numbers; {Path.GetFileName(file)}"));
        }
    }

    private static FidelityRow Row(string quantity, double simulated, double real, double? limit, string note) =>
        new(Id, quantity, simulated, real, Math.Abs(simulated - real), limit, note);
}
