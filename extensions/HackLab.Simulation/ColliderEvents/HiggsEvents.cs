namespace HackLab.Simulation.ColliderEvents;

/// <summary>Simulated rows in the shape of the HIGGS data set.</summary>
/// <param name="X">28 features per event in the published order, row after row, shape [n, 28].</param>
/// <param name="Y">1 signal, 0 background, shape [n].</param>
public sealed record HiggsEvents(float[] X, int[] Y);
