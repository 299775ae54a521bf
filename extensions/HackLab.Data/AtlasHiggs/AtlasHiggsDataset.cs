using HackLab.Data.Catalog;
using HackLab.Data.Hosting;
using HackLab.Simulation.AtlasHiggs;

namespace HackLab.Data.AtlasHiggs;

/// <summary>
/// The ATLAS Higgs challenge of 2014: Higgs bosons that decay to two τ leptons, signal (1), among background (0); 30 features, −999
/// where one is undefined, and a weight for each event, for the measure AMS. CERN Open Data 328,
/// doi:10.7483/OPENDATA.ATLAS.ZBP2.M5T8, CC0; C. Adam-Bourdarios et al., "Learning to discover" (2014).
/// </summary>
public sealed class AtlasHiggsDataset : IDataset
{
    internal AtlasHiggsDataset()
    {
    }

    /// <summary>The value of a feature that an event does not have.</summary>
    public const float Undefined = AtlasHiggsSchema.Undefined;

    /// <summary>The sum of the weights of all signal events, the number expected: 691.99.</summary>
    public const double SignalTotal = AtlasHiggsSimulator.SignalTotal;

    /// <summary>The sum of the weights of all background events, the number expected: 410,999.85.</summary>
    public const double BackgroundTotal = AtlasHiggsSimulator.BackgroundTotal;

    /// <inheritdoc/>
    public string Id => "atlas-higgs";

    /// <inheritdoc/>
    public IReadOnlyList<EmbeddedSample> Samples => [AtlasHiggsSample.Embedded];

    /// <summary>The 30 features in the order of the published columns.</summary>
    public IReadOnlyList<Feature> Features => AtlasHiggsSchema.Features;

    /// <summary>
    /// Loads simulated rows, the embedded sample or new ones, whose weights add up to <see cref="SignalTotal"/> and
    /// <see cref="BackgroundTotal"/>; or the published 818,238 rows.
    /// </summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/>, <see cref="Size.Simulated"/>, or <see cref="Size.Full"/>, which downloads.
    /// </param>
    /// <exception cref="Download.DownloadException">The published set cannot be had; the message says why.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>TabularData data = Datasets.AtlasHiggs.Load(Size.Sample);</code></example>
    public TabularData Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.IsFull) return Load(CatalogFiles.Locate(Id, "atlas-higgs-challenge-2014-v2.csv.gz"));
        if (size.Rows is not { } rows) return AtlasHiggsSample.Load();
        AtlasHiggsEvents events = AtlasHiggsSimulator.Generate(rows, size.Seed, NotebookHost.Token);
        return new TabularData(
            "ATLAS Higgs (simulated)", AtlasHiggsSchema.Features, events.X, events.Y, AtlasHiggsSchema.ClassNames, events.Weights);
    }

    /// <summary>
    /// Loads rows from a file in the published layout, plain or .gz: a header that names the columns, commas between them.
    /// </summary>
    /// <param name="source">
    /// For example the <c>atlas-higgs-challenge-2014-v2.csv.gz</c> of CERN Open Data 328, or a part of it.
    /// </param>
    /// <param name="kaggleSet">
    /// Only the rows of one set of the competition (t training, b public, v private, u unused), with its KaggleWeight; null for all
    /// rows with their Weight.
    /// </param>
    /// <exception cref="DataFormatException">
    /// There is no such file, or it does not hold such rows; the message says where and why.
    /// </exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>TabularData train = Datasets.AtlasHiggs.Load("atlas-higgs-challenge-2014-v2.csv.gz", kaggleSet: 't');</code></example>
    public TabularData Load(string source, char? kaggleSet = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(source);
        return AtlasHiggsReader.Read(source, kaggleSet, NotebookHost.Token);
    }

    /// <inheritdoc/>
    public string SimulationCard() => AtlasHiggsCard.Make();

    /// <inheritdoc/>
    public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) =>
        AtlasHiggsFidelity.Compare(realFolder, cancellation);
}
