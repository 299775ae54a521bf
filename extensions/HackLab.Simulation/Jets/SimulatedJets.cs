namespace HackLab.Simulation.Jets;

/// <summary>Jets with their constituents.</summary>
/// <param name="Constituents">pT (GeV), y, φ and PDG number of each constituent, rows beyond a jet's count are 0; shape [n, m,
/// 4].</param>
/// <param name="Counts">How many constituents each jet has, shape [n].</param>
/// <param name="Y">1 quark, 0 gluon, shape [n].</param>
/// <param name="MaxConstituents">m, the longest jet's count.</param>
public sealed record SimulatedJets(float[] Constituents, int[] Counts, int[] Y, int MaxConstituents);
