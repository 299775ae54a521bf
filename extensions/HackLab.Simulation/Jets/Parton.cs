namespace HackLab.Simulation.Jets;

/// <summary>A quark or gluon of a jet.</summary>
/// <param name="Pt">Momentum across the beam, GeV.</param>
/// <param name="Y">Rapidity, from the jet's first parton.</param>
/// <param name="Phi">Angle around the beam, from the jet's first parton.</param>
/// <param name="Angle">θ, the distance in (y, φ) that its next emission may not pass.</param>
/// <param name="IsGluon">True for a gluon, false for a quark or antiquark.</param>
internal readonly record struct Parton(double Pt, double Y, double Phi, double Angle, bool IsGluon);
