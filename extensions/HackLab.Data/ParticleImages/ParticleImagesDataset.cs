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

    /// <summary>Loads simulated images: the embedded sample, or new ones.</summary>
    /// <param name="size"><see cref="Size.Sample"/>, or <see cref="Size.Simulated"/> for as many as wanted.</param>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages images = Datasets.ParticleImages.Load(Size.Simulated(20_000));</code></example>
    public LabelledImages Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.Rows is not { } images) return ParticleImagesSample.Load();
        Simulation.Calorimeter.ParticleImages particles = ParticleImageSimulator.Generate(images, size.Seed, NotebookHost.Token);
        return ToImages("particle images (simulated)", particles.X, particles.Y);
    }

    internal static LabelledImages ToImages(string name, float[] x, int[] y) =>
        new(name, x, y, Classes, ParticleImageSimulator.Side, ParticleImageSimulator.Side, ["energy", "time"]);
}
