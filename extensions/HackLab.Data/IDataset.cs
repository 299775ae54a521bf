namespace HackLab.Data;

/// <summary>A data set that the library can load, with what its card, its sample and its fidelity report are made from.</summary>
public interface IDataset
{
    /// <summary>Its name in the catalogue, for example <c>higgs</c>: <c>datasets/catalog/higgs.json</c> describes it.</summary>
    string Id { get; }

    /// <summary>The small files inside the library that its simulator made.</summary>
    IReadOnlyList<EmbeddedSample> Samples { get; }

    /// <summary>
    /// The part of the card that tells how the data are simulated, with the simulator's parameters, what it leaves out, and facts
    /// counted from the sample; Markdown that begins with a heading of the second level.
    /// </summary>
    string SimulationCard();

    /// <summary>Sets simulated data beside real ones, number by number.</summary>
    /// <param name="realFolder">A folder laid out as <see cref="RealDataFolder"/> describes; whatever it holds is read.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>A row for each number; also for one that cannot be compared, with the reason in its note.</returns>
    /// <exception cref="DataFormatException">A file is damaged.</exception>
    IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default);
}
