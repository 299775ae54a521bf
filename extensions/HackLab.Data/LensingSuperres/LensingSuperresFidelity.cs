using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingSuperres;

/// <summary>Simulated pairs against the numbers of the published ones.</summary>
internal static class LensingSuperresFidelity
{
    private const string Id = "lensing-superres";
    private const int Pairs = 200;

    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation)
    {
        LensPairs pairs = LensPairSimulator.Generate(Pairs, seed: 1, cancellation: cancellation);
        SkyStatistics low = SkyStatistics.Of(pairs.Low, LensPairSimulator.LowPixels), high = SkyStatistics.Of(pairs.High, LensPairSimulator.HighPixels);
        string note = $"corners of {Pairs} simulated pairs against the number measured on one published pair; the pair itself is not at hand";
        yield return Row("sky level of the coarse picture", low.Level, 0.12, 0.01, note);
        yield return Row("sky noise of the coarse picture", low.Noise, 0.039, 0.003, note);
        yield return Row("sky noise of the fine picture", high.Noise, 0.005, 0.001, note);
    }

    private static FidelityRow Row(string quantity, double simulated, double real, double limit, string note) =>
        new(Id, quantity, simulated, real, Math.Abs(simulated - real), limit, note);
}
