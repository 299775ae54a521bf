using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Lensing;

/// <summary>
/// Simulates pictures of strong lenses as those of the ML4SCI lensing challenge: a smooth halo of 10¹² solar masses (isothermal
/// ellipsoid with shear), with or without lumps of dark matter, bends the light of a galaxy behind it into a ring. The model is
/// that of DeepLenseSim (Toomey, MIT licence); the code is not.
/// </summary>
public static class LensSimulator
{
    /// <summary>The mass of the smooth halo, in solar masses.</summary>
    public const double HaloMass = 1e12;

    // Each image has a random stream of its own: the result does not depend on threads, and the first images of a larger set are
    // those of a smaller one.
    private const int Block = 16;

    /// <summary>Simulates images, the classes in turn: axion, cold, none, axion, …</summary>
    /// <param name="count">How many, at least 0.</param>
    /// <param name="survey">Which camera; null for the challenge's.</param>
    /// <param name="seed">The same seed gives the same images on every machine.</param>
    /// <param name="galaxies">Real galaxies to put behind the lenses, one at random for each; null for Sérsic profiles.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Each image scaled to 0 … 1.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative or more than an array can hold.</exception>
    /// <exception cref="ArgumentException">The list of galaxies is empty.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>LensImages images = LensSimulator.Generate(3000, LensSurvey.Challenge, seed: 42);</code></example>
    public static LensImages Generate(
        int count, LensSurvey? survey = null, long seed = 42, IReadOnlyList<GalaxyImage>? galaxies = null,
        CancellationToken cancellation = default)
    {
        survey ??= LensSurvey.Challenge;
        int size = survey.Pixels * survey.Pixels;
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / size);
        if (galaxies is { Count: 0 }) throw new ArgumentException("The list of galaxies is empty; null takes Sérsic profiles.", nameof(galaxies));
        var field = new DeflectionField(survey, new MainLens(EinsteinRadius.Of(HaloMass)));
        var (x, y) = (new float[count * size], new int[count]);
        var options = new ParallelOptions { CancellationToken = cancellation };
        Parallel.For(0, (count + Block - 1) / Block, options, () => new LensCamera(survey, field), (block, state, camera) =>
        {
            for (int i = block * Block; i < Math.Min(count, (block + 1) * Block); i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var random = new SeededRandom(seed, i + 1);
                y[i] = i % Classes;
                camera.Take(random, (DarkMatter)y[i], Source(random, galaxies));
                if (survey.HasNoise) camera.AddNoise(random);
                camera.WriteNormalised(x.AsSpan(i * size, size));
            }
            return camera;
        }, _ => { });
        return new LensImages(x, y);
    }

    /// <summary>The image of a smooth halo, without lumps and without noise.</summary>
    /// <param name="survey">Which camera.</param>
    /// <param name="sourceX">Where the middle of the Sérsic source lies, in seconds of arc from the axis.</param>
    /// <param name="sourceY">Likewise, upwards.</param>
    /// <returns>Scaled to 0 … 1, shape [pixels, pixels], the first row at the bottom of the sky.</returns>
    /// <exception cref="ArgumentNullException">There is no survey.</exception>
    /// <example><code>float[] ring = LensSimulator.SmoothImage(LensSurvey.Challenge, 0, 0);</code></example>
    public static float[] SmoothImage(LensSurvey survey, double sourceX, double sourceY)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var camera = new LensCamera(survey, new DeflectionField(survey, new MainLens(EinsteinRadius.Of(HaloMass))));
        camera.Take(new PointMasses(), Sersic, sourceX, sourceY);
        var pixels = new float[survey.Pixels * survey.Pixels];
        camera.WriteNormalised(pixels);
        return pixels;
    }

    /// <summary>The number of classes.</summary>
    internal const int Classes = 3;

    internal static LensSource Source(SeededRandom random, IReadOnlyList<GalaxyImage>? galaxies) =>
        galaxies is null ? Sersic : new GalaxySource(galaxies[random.NextInt(galaxies.Count)], random);

    private static readonly SersicSource Sersic = new();
}
