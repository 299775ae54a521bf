using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Lensing;

/// <summary>
/// A galaxy's dark halo in the middle of the image, and the pull of its neighbours: a singular isothermal ellipsoid with
/// external shear. Defaults are those of the published simulation.
/// </summary>
/// <param name="Radius">θ_E in seconds of arc; the area within the critical curve is π θ_E².</param>
/// <param name="E1">e₁ = (1 − q)/(1 + q) cos 2φ, with the axis ratio q and the angle φ of the long axis.</param>
/// <param name="E2">e₂ = (1 − q)/(1 + q) sin 2φ.</param>
/// <param name="Shear1">γ₁: stretches along x where positive.</param>
/// <param name="Shear2">γ₂: stretches along the diagonal.</param>
public sealed record MainLens(double Radius, double E1 = 0.1, double E2 = 0, double Shear1 = 0.05, double Shear2 = 0)
{
    /// <summary>The deflection of a ray, in seconds of arc.</summary>
    /// <param name="x">Where it crosses the lens, from the middle.</param>
    /// <param name="y">Likewise, upwards.</param>
    /// <returns>
    /// In the axes of the ellipse α_x = b/f arctan(f x/ψ) and α_y = b/f artanh(f y/ψ) with ψ = √(q² x² + y²), f = √(1 − q²),
    /// b = θ_E √q (Kormann, Schneider and Bartelmann 1994, A&amp;A 284, 285, section 3); for q = 1 it is θ_E along the ray's
    /// direction. The shear adds (γ₁ x + γ₂ y, γ₂ x − γ₁ y).
    /// </returns>
    public (double X, double Y) Deflection(double x, double y)
    {
        double e = Math.Sqrt((E1 * E1) + (E2 * E2)), q = (1 - e) / (1 + e), f = Math.Sqrt(1 - (q * q));
        (double sx, double sy) = ((Shear1 * x) + (Shear2 * y), (Shear2 * x) - (Shear1 * y));
        if (f < 1e-6) // a circle, where f/f would be lost in rounding
        {
            double r = Math.Sqrt((x * x) + (y * y));
            return r == 0 ? (0, 0) : ((Radius * x / r) + sx, (Radius * y / r) + sy);
        }
        (double sin, double cos) = PortableMath.SinCos(0.5 * PortableMath.Atan2(E2, E1));
        double u = (cos * x) + (sin * y), v = (cos * y) - (sin * x);
        double psi = Math.Sqrt((q * q * u * u) + (v * v));
        if (psi == 0) return (0, 0);
        double scale = Radius * Math.Sqrt(q) / f;
        double au = scale * PortableMath.Atan2(f * u, psi), t = f * v / psi;
        double av = scale * 0.5 * PortableMath.Log((1 + t) / (1 - t)); // artanh; |t| ≤ f < 1
        return ((cos * au) - (sin * av) + sx, (sin * au) + (cos * av) + sy);
    }
}
