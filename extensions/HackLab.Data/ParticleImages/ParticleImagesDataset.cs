using HackLab.Data.Catalog;
using HackLab.Data.Hosting;
using HackLab.Simulation.Calorimeter;

namespace HackLab.Data.ParticleImages;

/// <summary>
/// Electron (1) or photon (0)? Images of 32 × 32 crystals of a calorimeter around the hottest one, two channels: energy and time.
/// The task of ML4SCI's particle images challenge, after M. Andrews, M. Paulini, S. Gleyzer, B. Poczos, "End-to-end physics event
/// classification with CMS open data", Computing and Software for Big Science 4, 6 (2020), doi:10.1007/s41781-020-00038-8.
/// </summary>
public sealed partial class ParticleImagesDataset : IDataset
{
    internal ParticleImagesDataset()
    {
    }

    /// <summary>The classes in the order of their numbers.</summary>
    internal static IReadOnlyList<string> Classes { get; } = ["photon", "electron"];

    /// <summary>Loads simulated images, the embedded sample or new ones; or the published set.</summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/>, <see cref="Size.Simulated"/> for as many as wanted, or <see cref="Size.Full"/> for the 498,000 images
    /// of the challenge: 4 GB of memory.
    /// </param>
    /// <exception cref="Download.DownloadException">The published files cannot be had; the message says why.</exception>
    /// <exception cref="DataFormatException">A published file is damaged.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages images = Datasets.ParticleImages.Load(Size.Simulated(20_000));</code></example>
    public LabelledImages Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.IsFull) return Load([.. PublishedFiles.Select(file => CatalogFiles.Locate(Id, file))]);
        if (size.Rows is not { } images) return ParticleImagesSample.Load();
        Simulation.Calorimeter.ParticleImages particles = ParticleImageSimulator.Generate(images, size.Seed, NotebookHost.Token);
        return ToImages("particle images (simulated)", particles.X, particles.Y);
    }

    /// <summary>
    /// Loads images from the challenge's HDF5 files: X of shape [n, 32, 32, 2], energy and time last, and y of shape [n].
    /// </summary>
    /// <param name="files">Their paths; the images of all are put one after another, so shuffle or split them stratified.</param>
    /// <param name="imagesPerFile">The first so many of each; null for all.</param>
    /// <returns>Channels first, as from the simulator: shape [n, 2, 32, 32].</returns>
    /// <exception cref="ArgumentException">There is no file, or all their images are too many for one array.</exception>
    /// <exception cref="DataFormatException">A file is missing or damaged or holds something else.</exception>
    /// <exception cref="MissingToolException">The HDF5 library is not installed; the message says how to.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>Datasets.ParticleImages.Load(["SingleElectronPt50_IMGCROPS_n249k_RHv1.hdf5"], imagesPerFile: 10_000)</code></example>
    public LabelledImages Load(IReadOnlyList<string> files, int? imagesPerFile = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count == 0) throw new ArgumentException("Name at least one file.", nameof(files));
        if (imagesPerFile is { } most) ArgumentOutOfRangeException.ThrowIfLessThan(most, 1, nameof(imagesPerFile));
        return ParticleImagesFile.Read(files, imagesPerFile);
    }

    private static readonly string[] PublishedFiles =
        ["SinglePhotonPt50_IMGCROPS_n249k_RHv1.hdf5", "SingleElectronPt50_IMGCROPS_n249k_RHv1.hdf5"];

    // The published units are not told.
    internal static LabelledImages ToImages(string name, float[] x, int[] y) =>
        new(name, x, y, Classes, ParticleImageSimulator.Side, ParticleImageSimulator.Side, ["energy [scaled]", "time [scaled]"]);
}
