using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Disks;

/// <summary>Wake and glow of a planet at a time; what depends on the radius alone is kept in tables.</summary>
internal sealed class PlanetWake
{
    // Light of the planet's surroundings: a spot of this standard deviation, in AU.
    private const double GlowSize = 2.5;

    private readonly double[] _azimuth = new double[DiskSky.Steps], _perWidth = new double[DiskSky.Steps], _height = new double[DiskSky.Steps];
    private readonly double _x, _y, _glow;

    /// <param name="planet">The planet.</param>
    /// <param name="h">Scale height over radius at the planet.</param>
    /// <param name="orbits">Time since the first snapshot, in turns of a planet at 50 AU.</param>
    internal PlanetWake(Planet planet, double h, double orbits)
    {
        // Kepler: at rp the planet turns (rp/50 AU)^−3/2 times as often as one at 50 AU.
        double ratio = planet.Radius / 50, phase = planet.Phase + (2 * Math.PI * orbits / (ratio * Math.Sqrt(ratio)));
        // Linear in q/h³ while small; shocks keep it below about one.
        double strength = planet.Mass / (h * h * h), top = 0.9 * strength / (1 + strength);
        for (int i = 1; i < DiskSky.Steps; i++)
        {
            double x = i * DiskSky.PerStep / planet.Radius, near = Math.Min(x, 1 / x), slope = SpiralWake.Slope(x, h);
            _azimuth[i] = phase + SpiralWake.Azimuth(x, h);
            // Across the wake it is about 0.7 of a scale height wide, seen along the azimuth at the wake's pitch.
            _perWidth[i] = 1 / (h * Math.Sqrt(1 + (0.5 * slope * slope)));
            _height[i] = top * near;
        }
        (double sin, double cos) = PortableMath.SinCos(phase);
        (_x, _y) = (planet.Radius * cos, planet.Radius * sin);
        _glow = planet.Glow / Math.Sqrt(ratio);
    }

    /// <summary>By how much it raises the density, as a share of that without it.</summary>
    /// <param name="place">The radius in steps of the tables.</param>
    /// <param name="azimuth">In radians.</param>
    internal double Excess(double place, double azimuth)
    {
        double height = DiskSky.Table(_height, place);
        if (height < 1e-3) return 0;
        double turns = (azimuth - DiskSky.Table(_azimuth, place)) / (2 * Math.PI);
        return height * DiskSky.Bell((turns - Math.Round(turns)) * (2 * Math.PI) * DiskSky.Table(_perWidth, place));
    }

    /// <summary>The light of its surroundings at a place in AU from the star.</summary>
    internal double Glow(double x, double y)
    {
        if (_glow == 0) return 0;
        double dx = x - _x, dy = y - _y, square = ((dx * dx) + (dy * dy)) / (GlowSize * GlowSize);
        return square > 30 ? 0 : _glow * PortableMath.Exp(-0.5 * square);
    }
}
