namespace HackLab.Data.Higgs;

/// <summary>What card, samples and fidelity report are made from.</summary>
public sealed partial class HiggsDataset
{
    /// <inheritdoc/>
    public string Id => "higgs";

    /// <inheritdoc/>
    public IReadOnlyList<EmbeddedSample> Samples => [HiggsSample.Embedded];

    /// <inheritdoc/>
    public string SimulationCard() => HiggsCard.Make();

    /// <inheritdoc/>
    public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) =>
        HiggsFidelity.Compare(realFolder, cancellation);
}
