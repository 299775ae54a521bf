namespace HackLab.Data.LensingClasses;

/// <summary>What card, samples and fidelity report are made from.</summary>
public sealed partial class LensingClassesDataset
{
    /// <inheritdoc/>
    public string Id => "lensing-classes";

    /// <inheritdoc/>
    public IReadOnlyList<EmbeddedSample> Samples => [LensingClassesSample.Embedded];

    /// <inheritdoc/>
    public string SimulationCard() => LensingClassesCard.Make();

    /// <inheritdoc/>
    public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) =>
        LensingClassesFidelity.Compare(realFolder, cancellation);
}
