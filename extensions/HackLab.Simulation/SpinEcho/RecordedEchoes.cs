namespace HackLab.Simulation.SpinEcho;

/// <summary>Recorded echoes: the mean magnetisation ⟨I⟩ per spin, at most ½, sample after sample from the first pulse on.</summary>
/// <param name="Real">Along x of the rotating frame, shape [n, samples].</param>
/// <param name="Imaginary">Along y, shape [n, samples]; ½ just after an ideal 90° pulse about x.</param>
/// <param name="Longitudinal">Along z, shape [n, samples].</param>
public sealed record RecordedEchoes(float[] Real, float[] Imaginary, float[] Longitudinal);
