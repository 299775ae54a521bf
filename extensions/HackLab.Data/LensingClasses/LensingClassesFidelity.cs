using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingClasses;

/// <summary>Simulated lenses against the numbers of the published ones.</summary>
internal static class LensingClassesFidelity
{
    private const string Id = "lensing-classes";
    private const int Images = 1500;
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
    }

    private static FidelityRow Row(string quantity, double simulated, double real, double? limit, string note) =>
        new(Id, quantity, simulated, real, Math.Abs(simulated - real), limit, note);
}
