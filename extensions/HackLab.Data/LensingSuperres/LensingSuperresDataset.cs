using HackLab.Data.Hosting;
using HackLab.Simulation.Lensing;

namespace HackLab.Data.LensingSuperres;

/// <summary>
/// Super-resolution of strong gravitational lenses: from 64 × 64 blurred, noisy pixels over a bright sky to 128 × 128 nearly clean
/// ones. The second task of ML4SCI's lensing challenge.
/// </summary>
public sealed partial class LensingSuperresDataset : IDataset
{
    internal LensingSuperresDataset()
    {
    }

    /// <summary>Loads simulated pairs, the embedded sample or new ones; or the published set.</summary>
    /// <param name="size">
    /// <see cref="Size.Sample"/>, <see cref="Size.Simulated"/> for as many as wanted, or <see cref="Size.Full"/> for all pairs of the
    /// challenge, both its parts.
    /// </param>
    /// <param name="galaxies">
    /// Pictures of real galaxies, one at random behind each simulated lens; null for smooth profiles.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Galaxies are given with the sample or the published set, or none in the list.
    /// </exception>
    /// <exception cref="Download.DownloadException">The published files cannot be had; the message says why.</exception>
    /// <exception cref="DataFormatException">A published file is damaged.</exception>
    /// <exception cref="OperationCanceledException">The learner interrupted the cell.</exception>
    /// <example><code>ImagePairs pairs = Datasets.LensingSuperres.Load(Size.Simulated(2000));</code></example>
    public ImagePairs Load(Size size, IReadOnlyList<GalaxyImage>? galaxies = null)
    {
        ArgumentNullException.ThrowIfNull(size);
        if (galaxies is not null && (size.IsFull || size.Rows is null))
            throw new ArgumentException("Galaxies can be put behind simulated lenses only: ask for Size.Simulated(n).", nameof(galaxies));
        if (size.IsFull) return LoadPublished();
        if (size.Rows is not { } count) return LensingSuperresSample.Load();
        LensPairs pairs = LensPairSimulator.Generate(count, size.Seed, galaxies, NotebookHost.Token);
        return ToPairs("super-resolution of lenses (simulated)", pairs.Low, pairs.High);
    }

    internal static ImagePairs ToPairs(string name, float[] low, float[] high) =>
        new(name, low, high, LensPairSimulator.LowPixels, LensPairSimulator.LowPixels, LensPairSimulator.HighPixels / LensPairSimulator.LowPixels);
}
