using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Calorimeter;

/// <summary>
/// Simulates what a crystal calorimeter like that of CMS sees of single electrons and photons with 50 GeV across the beam. All
/// that tells them apart happens in the tracker before: electrons radiate photons and bend away from them, some photons
/// become pairs that bend apart; the showers themselves are alike.
/// </summary>
public static class ParticleImageSimulator
{
    /// <summary>Crystals along each side of an image.</summary>
    public const int Side = CrystalMatrix.ImageSide;

    /// <summary>Energy and time.</summary>
    public const int Channels = 2;

    /// <summary>The particles' momentum across the beam, in GeV.</summary>
    public const double TransverseMomentum = 50;

    /// <summary>Particles come with |η| below this, each value equally likely; the barrel's crystals end at 1.479.</summary>
    public const double LargestEta = 1.4;

    /// <summary>The energy of one unit of the image, in GeV; the published unit is not told and follows from the mean photon.</summary>
    public const double GevPerUnit = 60;

    // A block of images has a random stream of its own: the result does not depend on threads, and the first images of a larger
    // set are those of a smaller one.
    private const int Block = 64;

    /// <summary>Simulates images, photons and electrons in random order, each equally likely.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same images on every machine.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or more than an array can hold.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>ParticleImages images = ParticleImageSimulator.Generate(20_000, seed: 42);</code></example>
    public static ParticleImages Generate(int count, long seed = 42, CancellationToken cancellation = default)
    {
        const int size = Channels * Side * Side;
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / size);
        var (x, y) = (new float[count * size], new int[count]);
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, (count + Block - 1) / Block, options, () => new ParticleCamera(), (block, state, camera) =>
        {
            var random = new SeededRandom(seed, block + 1);
            for (int i = block * Block; i < Math.Min(count, (block + 1) * Block); i++)
            {
                if (i % 16 == 0) cancellation.ThrowIfCancellationRequested();
                y[i] = random.NextDouble() < 0.5 ? 1 : 0;
                camera.Take(random, y[i] == 1, x.AsSpan(i * size, size));
            }
            return camera;
        }, _ => { });
        return new ParticleImages(x, y);
    }
}
