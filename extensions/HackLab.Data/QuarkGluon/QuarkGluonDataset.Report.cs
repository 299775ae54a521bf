namespace HackLab.Data.QuarkGluon;

/// <summary>What card, samples and fidelity report are made from.</summary>
public sealed partial class QuarkGluonDataset
{
    /// <inheritdoc/>
    public string Id => "quark-gluon";

    /// <inheritdoc/>
    public IReadOnlyList<EmbeddedSample> Samples => [QuarkGluonSample.Images, QuarkGluonSample.Jets];

    /// <inheritdoc/>
    public string SimulationCard() => QuarkGluonCard.Make();

    /// <inheritdoc/>
    public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) =>
        QuarkGluonFidelity.Compare(realFolder, cancellation);
}
