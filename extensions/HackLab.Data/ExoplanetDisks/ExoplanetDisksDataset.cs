using HackLab.Data.Catalog;
using HackLab.Data.Hosting;
using HackLab.Simulation.Disks;

namespace HackLab.Data.ExoplanetDisks;

/// <summary>
/// Protoplanetary disks at 1250 µm: does the disk have planets (1) or not (0)? Several snapshots of each run; snapshots of a run
/// belong into one part of a split, so runs are the groups.
/// </summary>
public sealed class ExoplanetDisksDataset : IDataset
{
    /// <summary>The side of a picture if nothing else is said, in pixels.</summary>
    public const int DefaultPixels = DiskSample.Pixels;

    internal ExoplanetDisksDataset()
    {
    }

    internal static IReadOnlyList<string> ClassNames { get; } = ["no planet", "planets"];

    /// <inheritdoc/>
    public string Id => "exoplanet-disks";

    /// <inheritdoc/>
    public IReadOnlyList<EmbeddedSample> Samples => [DiskSample.Embedded];

    /// <summary>Loads simulated pictures: the embedded sample, or new ones.</summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/> (64 runs of four snapshots, 64 × 64 pixels), <see cref="Size.Simulated"/> for as many pictures as
    /// wanted, or <see cref="Size.Full"/> for the published ones.
    /// </param>
    /// <param name="pixels">Pixels of a side, 16 to 600; of the sample at most 64, and a divisor of it.</param>
    /// <param name="stretch">How brightness becomes a pixel's value: three decades on a logarithmic scale, or as it is.</param>
    /// <returns>Pictures of one channel, values from 0 to 1; groups are runs; the class is 1 where the run has planets.</returns>
    /// <exception cref="Download.DownloadException">
    /// The published pictures cannot be had; the message says what to do.
    /// </exception>
    /// <exception cref="ArgumentException">The sample does not come in that size.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages disks = Datasets.ExoplanetDisks.Load(Size.Simulated(2000));</code></example>
    public LabelledImages Load(Size size, int pixels = DefaultPixels, DiskStretch stretch = DiskStretch.Logarithmic)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.IsFull)
            return DiskFiles.Read(Id, CatalogFiles.LocateAll(Id, "observations"), CatalogFiles.Locate(Id, DiskFiles.LabelFile), pixels, stretch);
        if (size.Rows is not { } rows) return DiskSample.Load(pixels, stretch);
        DiskImages made = DiskSimulator.Generate(rows, pixels, size.Seed, cancellation: NotebookHost.Token);
        DiskBrightness.Apply(made.X, stretch);
        return new LabelledImages(
            "Protoplanetary disks (simulated)", made.X, [.. made.Run.Select(r => made.Runs[r].Planets.Count > 0 ? 1 : 0)], ClassNames, pixels, pixels, groups: made.Run);
    }

    /// <summary>Loads the files of the challenge.</summary>
    /// <param name="folder">Where <c>planet…_1250.fits</c> and <c>train_info.csv</c> lie.</param>
    /// <param name="pixels">Pixels of a side, to which pictures are averaged.</param>
    /// <param name="stretch">How brightness becomes a pixel's value.</param>
    /// <exception cref="DataFormatException">A file is missing or does not hold what it should.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages disks = Datasets.ExoplanetDisks.Load("disks", pixels: 128);</code></example>
    public LabelledImages Load(string folder, int pixels = DefaultPixels, DiskStretch stretch = DiskStretch.Logarithmic) => DiskFiles.Read(folder, pixels, stretch);

    /// <inheritdoc/>
    public string SimulationCard() => DiskCard.Make();

    /// <inheritdoc/>
    public IEnumerable<FidelityRow> CompareWithReal(string realFolder, CancellationToken cancellation = default) => DiskFidelity.Compare(realFolder, cancellation);
}
