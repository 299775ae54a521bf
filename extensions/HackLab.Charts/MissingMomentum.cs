namespace HackLab.Charts;

/// <summary>The momentum across the beam that nothing seen balances, as neutrinos leave it.</summary>
/// <param name="Pt">Its size in GeV, at least 0.</param>
/// <param name="Phi">Its angle around the beam in radians.</param>
public sealed record MissingMomentum(double Pt, double Phi);
