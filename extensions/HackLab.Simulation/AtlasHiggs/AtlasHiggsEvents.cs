namespace HackLab.Simulation.AtlasHiggs;

/// <summary>Simulated rows in the shape of the ATLAS Higgs challenge.</summary>
/// <param name="X">30 features per event in the published order, row after row, shape [n, 30]; −999 where a quantity is undefined.</param>
/// <param name="Y">1 signal, 0 background, shape [n].</param>
/// <param name="Weights">How many expected events each row stands for, shape [n]; they add up to the published totals in each class.</param>
public sealed record AtlasHiggsEvents(float[] X, int[] Y, double[] Weights);
