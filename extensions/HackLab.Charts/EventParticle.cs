namespace HackLab.Charts;

/// <summary>A particle or jet of a collider event.</summary>
/// <param name="Kind">
/// What it is, for the legend: names with <c>jet</c> in them are drawn as cones, <c>photon</c> dashed, others as lines.
/// </param>
/// <param name="Pt">Its momentum across the beam in GeV, at least 0.</param>
/// <param name="Eta">Its pseudorapidity: 0 across the beam, large along it.</param>
/// <param name="Phi">Its angle around the beam in radians.</param>
/// <param name="Mass">Its mass in GeV, at least 0.</param>
public sealed record EventParticle(string Kind, double Pt, double Eta, double Phi, double Mass = 0);
