using HackLab.Simulation.Calorimeter;

namespace HackLab.Data.ParticleImages;

/// <summary>Simulated particle images against the numbers known of the published ones.</summary>
internal static class ParticleImagesFidelity
{
    private const int Images = 10_000;
    private const string Known = "mean over simulated images against the number known of the published set; its files are not at hand";

    internal static IEnumerable<FidelityRow> Compare(CancellationToken cancellation)
    {
        Simulation.Calorimeter.ParticleImages made = ParticleImageSimulator.Generate(Images, seed: 1, cancellation);
        LabelledImages simulated = ParticleImagesDataset.ToImages("simulated", made.X, made.Y);
        CrystalMeans photon = CrystalMeans.Of(simulated, 0), electron = CrystalMeans.Of(simulated, 1);
        yield return Row("hottest crystal, photons", photon.Centre, 0.70, 0.02);
        yield return Row("hottest crystal, electrons", electron.Centre, 0.62, 0.02);
        yield return Row("neighbours along φ, photons", photon.Phi, 0.10, 0.03);
        yield return Row("neighbours along η, photons", photon.Eta, 0.045, 0.01);
        yield return new FidelityRow(
            "particle-images", "crystals read per image", 0.5 * (photon.Hits + electron.Hits), null, null, null, "not known of the published set");
    }

    private static FidelityRow Row(string quantity, double simulated, double real, double limit) =>
        new("particle-images", quantity, simulated, real, Math.Abs(simulated - real), limit, Known);
}
