namespace HackLab.Simulation.Lensing;

/// <summary>Pictures of lenses.</summary>
/// <param name="X">Pixels from 0 to 1, shape [n, pixels, pixels].</param>
/// <param name="Y">The class of each, shape [n]: the numbers of <see cref="DarkMatter"/>.</param>
public sealed record LensImages(float[] X, int[] Y);
