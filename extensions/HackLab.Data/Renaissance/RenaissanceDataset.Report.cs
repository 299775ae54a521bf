namespace HackLab.Data.Renaissance;

/// <summary>What card, samples and fidelity report are made from.</summary>
public sealed partial class RenaissanceDataset
{
    /// <inheritdoc/>
    public string Id => "renaissance";

    /// <inheritdoc/>
    public IReadOnlyList<EmbeddedSample> Samples => [RenaissanceSample.Images, RenaissanceSample.Texts];

    /// <inheritdoc/>
    public string SimulationCard() => RenaissanceCard.Make();

    /// <inheritdoc/>
    public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) =>
        RenaissanceFidelity.Compare(realFolder, cancellation);
}
