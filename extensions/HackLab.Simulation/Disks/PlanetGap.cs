using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Disks;

/// <summary>
/// The gap that a planet keeps open: depth after Kanagawa et al. 2015 (Σmin/Σ0 = 1/(1 + 0.04 K), K = q² h⁻⁵ α⁻¹), width after
/// Kanagawa et al. 2016 (where Σ is below ½ Σ0: Δ = 0.41 q^½ h^−¾ α^−¼ r), with mass ratio q, aspect ratio h, viscosity α.
/// </summary>
internal readonly struct PlanetGap
{
    private readonly double _radius, _strength, _scale;

    /// <param name="radius">The orbit's radius.</param>
    /// <param name="q">Mass of the planet over that of the star.</param>
    /// <param name="h">Scale height over radius at the planet.</param>
    /// <param name="alpha">Viscosity.</param>
    /// <param name="age">How much of K has come into effect, from 0 (no gap yet) to 1 (steady).</param>
    internal PlanetGap(double radius, double q, double h, double alpha, double age = 1)
    {
        (_radius, _strength) = (radius, 0.04 * Torque(q, h, alpha) * age);
        Width = 0.41 * Math.Sqrt(q) * PortableMath.Pow(h, -0.75) * PortableMath.Pow(alpha, -0.25) * radius;
        // Σ/Σ0 = 1/(1 + 0.04 K exp(−(Δr/s)²)): the depth is exact, and s is such that Σ is ½ Σ0 at Δr = ±Δ/2 where a gap is deep
        // enough to have such points; a shallower one falls to 1/e of its strength there.
        _scale = Width / 2 / Math.Sqrt(_strength > Math.E ? PortableMath.Log(_strength) : 1);
    }

    /// <summary>K = q² h⁻⁵ / α.</summary>
    internal static double Torque(double q, double h, double alpha) => q * q / (h * h * h * h * h * alpha);

    /// <summary>Δ, in the unit of the radius.</summary>
    internal double Width { get; }

    /// <summary>Σmin/Σ0.</summary>
    internal double Depth => 1 / (1 + _strength);

    /// <summary>Σ/Σ0 at a radius.</summary>
    internal double At(double radius)
    {
        double x = (radius - _radius) / _scale;
        return x * x > 600 ? 1 : 1 / (1 + (_strength * PortableMath.Exp(-x * x)));
    }
}
