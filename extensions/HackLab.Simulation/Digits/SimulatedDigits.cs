namespace HackLab.Simulation.Digits;

/// <summary>Images of digits.</summary>
/// <param name="X">Ink, 0 (paper) to 255, shape [n, 28, 28]: rows from the top.</param>
/// <param name="Y">The digit, 0 to 9, shape [n].</param>
public sealed record SimulatedDigits(float[] X, int[] Y);
