namespace HackLab.Data.LensingSuperres;

/// <summary>What card, samples and fidelity report are made from.</summary>
public sealed partial class LensingSuperresDataset
{
    /// <inheritdoc/>
    public string Id => "lensing-superres";

    /// <inheritdoc/>
    public IReadOnlyList<EmbeddedSample> Samples => [LensingSuperresSample.Embedded];

    /// <inheritdoc/>
    public string SimulationCard() => LensingSuperresCard.Make();

    /// <inheritdoc/>
    public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) =>
        LensingSuperresFidelity.Compare(realFolder, cancellation);
}
