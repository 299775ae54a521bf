namespace HackLab.Data.ParticleImages;

/// <summary>What card, samples and fidelity report are made from.</summary>
public sealed partial class ParticleImagesDataset
{
    /// <inheritdoc/>
    public string Id => "particle-images";

    /// <inheritdoc/>
    public IReadOnlyList<EmbeddedSample> Samples => [ParticleImagesSample.Embedded];

    /// <inheritdoc/>
    public string SimulationCard() => ParticleImagesCard.Make();

    /// <inheritdoc/>
    public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) =>
        ParticleImagesFidelity.Compare(cancellation);
}
