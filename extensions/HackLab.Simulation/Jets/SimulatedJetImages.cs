namespace HackLab.Simulation.Jets;

/// <summary>Images of jets.</summary>
/// <param name="X">Each divided by its largest pixel, shape [n, 30, 30]: rows are η, columns φ.</param>
/// <param name="Y">1 quark, 0 gluon, shape [n].</param>
public sealed record SimulatedJetImages(float[] X, int[] Y);
