namespace HackLab.Simulation.Lensing;

/// <summary>Pictures of lenses, each taken twice: by a small camera and by a good one.</summary>
/// <param name="Low">Coarse, blurred and noisy, pixels from 0 to 1, shape [n, 64, 64].</param>
/// <param name="High">Fine and nearly clean, pixels from 0 to 1, shape [n, 128, 128].</param>
public sealed record LensPairs(float[] Low, float[] High);
