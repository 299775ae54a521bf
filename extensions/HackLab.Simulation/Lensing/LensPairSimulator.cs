using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Lensing;

/// <summary>
/// Simulates pairs of pictures of the same lens for super-resolution: 128 pixels of 0.05″, and 64 of 0.1″ taken through a wider
/// point spread by counting few photons over a bright sky. Scaled to 0 … 1 as the published pairs are, the sky of the coarse picture
/// lies near 0.12 with a scatter of 0.039, that of the fine one scatters by 0.005.
/// </summary>
public static class LensPairSimulator
{
    /// <summary>Pixels along each side of the coarse picture; the fine one has twice as many.</summary>
    public const int LowPixels = 64, HighPixels = 2 * LowPixels;

    // Counts per pixel. For Poisson counts of mean s the sky scatters by √s; with a peak of p counts above it the scaled scatter is
    // √s / (p + …). The two pairs of numbers give 0.039 and 0.005, and 25 counts make the faintest of 3000 sky pixels lie 3.1
    // standard deviations below the mean, not 3.5 as a normal distribution would: that is the published pedestal of 0.12.
    /// <summary>Photons per pixel of the sky, and of the brightest point above it.</summary>
    public const double LowSky = 25, LowPeak = 100, HighSky = 400, HighPeak = 3900;

    /// <summary>Full width at half maximum of the point spread in seconds of arc.</summary>
    public const double HighPsf = 0.087, LowPsf = 0.2;

    private const int Block = 8;

    /// <summary>Simulates pairs; dark matter of all three kinds in turn.</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="seed">The same seed gives the same pairs on every machine.</param>
    /// <param name="galaxies">Real galaxies to put behind the lenses, one at random for each; null for Sérsic profiles.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or more than an array can hold.</exception>
    /// <exception cref="ArgumentException">The list of galaxies is empty.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>LensPairs pairs = LensPairSimulator.Generate(2000, seed: 42);</code></example>
    public static LensPairs Generate(
        int count, long seed = 42, IReadOnlyList<GalaxyImage>? galaxies = null, CancellationToken cancellation = default)
    {
        const int lowSize = LowPixels * LowPixels, highSize = HighPixels * HighPixels;
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / highSize);
        if (galaxies is { Count: 0 }) throw new ArgumentException("The list of galaxies is empty; null takes Sérsic profiles.", nameof(galaxies));
        var survey = new LensSurvey("fine", HighPixels, 0.05, HighPsf, DeflectionScale: 1, HasNoise: true);
        var field = new DeflectionField(survey, new MainLens(EinsteinRadius.Of(LensSimulator.HaloMass)));
        var (low, high) = (new float[count * lowSize], new float[count * highSize]);
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, (count + Block - 1) / Block, options, () => new Worker(survey, field), (block, state, worker) =>
        {
            for (int i = block * Block; i < Math.Min(count, (block + 1) * Block); i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var random = new SeededRandom(seed, i + 1);
                worker.Take(random, (DarkMatter)(i % LensSimulator.Classes), LensSimulator.Source(random, galaxies),
                    low.AsSpan(i * lowSize, lowSize), high.AsSpan(i * highSize, highSize));
            }
            return worker;
        }, _ => { });
        return new LensPairs(low, high);
    }

    private sealed class Worker(LensSurvey survey, DeflectionField field)
    {
        // The fine picture is already blurred; widths of Gaussians add in squares.
        private readonly PointSpread _spread = new(Math.Sqrt((LowPsf * LowPsf) - (HighPsf * HighPsf)) / survey.PixelScale, HighPixels);
        private readonly LensCamera _camera = new(survey, field);
        private readonly double[] _fine = new double[HighPixels * HighPixels], _coarse = new double[LowPixels * LowPixels];

        internal void Take(SeededRandom random, DarkMatter kind, LensSource source, Span<float> low, Span<float> high)
        {
            _camera.Take(random, kind, source);
            _camera.Image.CopyTo(_fine, 0);
            Count(random, _fine, HighSky, HighPeak);
            Normalisation.Write(_fine, high);

            _spread.Blur(_camera.Image);
            for (int i = 0; i < _coarse.Length; i++)
            {
                int corner = (i / LowPixels * 2 * HighPixels) + (i % LowPixels * 2); // four fine pixels make a coarse one
                double[] fine = _camera.Image;
                _coarse[i] = fine[corner] + fine[corner + 1] + fine[corner + HighPixels] + fine[corner + HighPixels + 1];
            }
            Count(random, _coarse, LowSky, LowPeak);
            Normalisation.Write(_coarse, low);
        }

        // An exposure that brings the brightest pixel to so many photons above the sky.
        private static void Count(SeededRandom random, double[] image, double sky, double peak)
        {
            double brightest = 0;
            foreach (double light in image) brightest = Math.Max(brightest, light);
            for (int i = 0; i < image.Length; i++) image[i] = PoissonCounts.Next(random, sky + (peak * image[i] / brightest));
        }
    }
}
