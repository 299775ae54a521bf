namespace HackLab.Simulation.Jets;

/// <summary>A particle of a jet.</summary>
/// <param name="Pt">Momentum across the beam, GeV.</param>
/// <param name="Y">Rapidity.</param>
/// <param name="Phi">Angle around the beam, radians.</param>
/// <param name="PdgId">
/// Its kind by the Particle Data Group's numbers: ±211 pion, ±321 kaon, 130 long-lived neutral kaon, ±2212 proton, ±2112
/// neutron, 22 photon.
/// </param>
public readonly record struct JetConstituent(double Pt, double Y, double Phi, int PdgId);
