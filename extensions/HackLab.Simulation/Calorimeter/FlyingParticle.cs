namespace HackLab.Simulation.Calorimeter;

/// <summary>An electron, positron or photon on its way out, seen beside the straight line of the first particle.</summary>
/// <param name="Charge">−1, 1, or 0 for a photon.</param>
/// <param name="Energy">In GeV.</param>
/// <param name="Layer">The next layer of the tracker that it meets.</param>
/// <param name="Radius">Where it is, in metres from the beam.</param>
/// <param name="Side">How far it has come off that line around the beam, in metres.</param>
/// <param name="SideSlope">The change of that per metre outwards.</param>
/// <param name="Along">How far it has come off the line along the beam, in metres; only scattering does that.</param>
/// <param name="AlongSlope">The change of that per metre outwards.</param>
internal readonly record struct FlyingParticle(
    int Charge, double Energy, int Layer, double Radius, double Side, double SideSlope, double Along, double AlongSlope)
{
    private const double Field = 3.8;          // tesla, along the beam
    private const double GevPerTeslaMetre = 0.299792458;

    /// <summary>The particle farther out; its path between is part of a parabola, good while it bends by less than a radian.</summary>
    /// <param name="radius">In metres.</param>
    /// <param name="coshEta">E / pT.</param>
    internal FlyingParticle At(double radius, double coshEta)
    {
        double step = radius - Radius, bend = Charge * GevPerTeslaMetre * Field * coshEta / Energy; // 1 / radius of curvature
        return this with
        {
            Radius = radius,
            Side = Side + (SideSlope * step) + (0.5 * bend * step * step),
            SideSlope = SideSlope + (bend * step),
            Along = Along + (AlongSlope * step),
        };
    }
}
