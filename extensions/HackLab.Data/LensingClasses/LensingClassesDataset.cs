using HackLab.Data.Hosting;
using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingClasses;

/// <summary>
/// Strong gravitational lenses: which dark matter has the lens, a vortex of axions (0), cold dark matter's subhalos (1), or no
/// substructure (2)? One channel, 64 × 64 pixels, each image scaled to 0 … 1. The task of ML4SCI's lensing challenge, after
/// S. Alexander, S. Gleyzer, E. McDonough, M. W. Toomey, E. Usai, "Deep learning the morphology of dark matter substructure",
/// ApJ 893, 15 (2020), doi:10.3847/1538-4357/ab7925.
/// </summary>
public sealed partial class LensingClassesDataset : IDataset
{
    internal LensingClassesDataset()
    {
    }

    /// <summary>The classes in the order of their numbers, as the names of the published folders.</summary>
    internal static IReadOnlyList<string> Classes { get; } = ["axion", "cdm", "no"];

    /// <summary>Loads simulated images, the embedded sample or new ones; or the published set.</summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/>, <see cref="Size.Simulated"/> for as many as wanted (the classes take turns), or
    /// <see cref="Size.Full"/> for all images of the challenge, both its parts.
    /// </param>
    /// <exception cref="Download.DownloadException">The published files cannot be had; the message says why.</exception>
    /// <exception cref="DataFormatException">A published file is damaged.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages lenses = Datasets.LensingClasses.Load(Size.Simulated(6000));</code></example>
    public LabelledImages Load(Size size)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (size.IsFull) return LoadPublished();
        return size.Rows is null ? LensingClassesSample.Load() : Load(size, LensSurvey.Challenge);
    }

    /// <summary>Simulates images as another camera sees them, or of real galaxies behind the lenses.</summary>
    /// <param name="size"><see cref="Size.Simulated"/>; the sample has only the challenge's camera.</param>
    /// <param name="survey">For example <see cref="LensSurvey.ModelI"/>: 150 × 150 pixels with noise.</param>
    /// <param name="galaxies">Pictures of real galaxies, one at random behind each lens; null for smooth profiles.</param>
    /// <exception cref="ArgumentException">The size is the sample, or the list of galaxies is empty.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>LabelledImages noisy = Datasets.LensingClasses.Load(Size.Simulated(900), LensSurvey.ModelI);</code></example>
    public LabelledImages Load(Size size, LensSurvey survey, IReadOnlyList<GalaxyImage>? galaxies = null)
    {
        ArgumentNullException.ThrowIfNull(size);
        ArgumentNullException.ThrowIfNull(survey);
        if (size.Rows is not { } images)
            throw new ArgumentException("The sample has only the challenge's camera: ask for Size.Simulated(n).", nameof(size));
        LensImages lenses = LensSimulator.Generate(images, survey, size.Seed, galaxies, NotebookHost.Token);
        return ToImages($"strong lenses, {survey.Name} (simulated)", lenses.X, lenses.Y, survey.Pixels);
    }

    internal static LabelledImages ToImages(string name, float[] x, int[] y, int pixels) =>
        new(name, x, y, Classes, pixels, pixels, ["brightness"]);
}
