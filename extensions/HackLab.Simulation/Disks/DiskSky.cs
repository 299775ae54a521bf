using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Disks;

/// <summary>
/// The brightness of a disk at a time, before any telescope: I = T·(1 − exp(−τ/cos i)) with T ∝ r^−½ (Rayleigh and Jeans at
/// 1.25 mm) and τ ∝ Σ. What depends on the radius alone is kept in tables.
/// </summary>
internal sealed class DiskSky
{
    internal const int Steps = 1024;
    internal const double PerStep = 0.4, Inner = 1, Outer = (Steps - 1) * PerStep;   // AU; darker than any noise beyond

    private readonly DiskRun _run;
    private readonly double _cosInclination;
    private readonly double[] _depth = new double[Steps], _brightness = new double[Steps];
    private readonly double[][] _waves;   // of every wave, the factors of cos mφ and sin mφ
    private readonly PlanetWake[] _wakes;

    /// <param name="run">The disk.</param>
    /// <param name="orbits">Time since the first snapshot, in turns of a planet at 50 AU.</param>
    /// <param name="age">How far the gaps have opened, 0 to 1.</param>
    internal DiskSky(DiskRun run, double orbits, double age)
    {
        _run = run;
        (_, _cosInclination) = PortableMath.SinCos(run.Inclination * (Math.PI / 180));
        PlanetGap[] gaps = [.. run.Planets.Select(p => new PlanetGap(p.Radius, p.Mass, HeightAt(p.Radius), run.Viscosity, age))];
        _waves = new double[4][];
        for (int k = 0; k < 4; k++) _waves[k] = new double[Steps];
        for (int i = 1; i < Steps; i++)
        {
            double r = i * PerStep, log = PortableMath.Log(r);
            _depth[i] = run.OpticalDepth * SmoothDensity(r, log) * Structure(r, gaps);
            _brightness[i] = 1 / Math.Sqrt(r / 50);
            foreach (DiskRun.Wave wave in run.Waves)
            {
                (double sin, double cos) = PortableMath.SinCos((wave.Twist * log) - (wave.Order * wave.Phase));
                _waves[(2 * wave.Order) - 2][i] += wave.Amplitude * cos;
                _waves[(2 * wave.Order) - 1][i] -= wave.Amplitude * sin;
            }
        }
        _wakes = [.. run.Planets.Select(p => new PlanetWake(p, HeightAt(p.Radius), orbits))];
    }

    /// <summary>Optical depth of the disk seen face-on at a place of its plane, in AU from the star.</summary>
    internal double DepthAt(double x, double y)
    {
        double r = Math.Sqrt((x * x) + (y * y));
        return r <= Inner || r >= Outer ? 0 : Table(_depth, r / PerStep) * Asymmetry(r, x, y);
    }

    /// <summary>Brightness at a place of the disk's plane, seen under its inclination.</summary>
    internal double BrightnessAt(double x, double y)
    {
        double r = Math.Sqrt((x * x) + (y * y));
        if (r <= Inner || r >= Outer) return 0;
        double depth = Table(_depth, r / PerStep) * Asymmetry(r, x, y) / _cosInclination;
        double light = Table(_brightness, r / PerStep) * (1 - PortableMath.Exp(-Math.Min(depth, 600)));
        foreach (PlanetWake wake in _wakes) light += wake.Glow(x, y);
        return light;
    }

    internal static double Table(double[] values, double place)
    {
        int i = Math.Min((int)place, Steps - 2);
        return values[i] + ((place - i) * (values[i + 1] - values[i]));
    }

    internal static double Bell(double x) => x * x > 30 ? 0 : PortableMath.Exp(-0.5 * x * x);

    // h ∝ r^¼, as it is for T ∝ r^−½
    private double HeightAt(double r) => _run.AspectRatio * Math.Sqrt(Math.Sqrt(r / 100));

    private double SmoothDensity(double r, double log)
    {
        double p = _run.DensitySlope, taper = PortableMath.Pow(r / _run.TaperRadius, 2 - p);
        return PortableMath.Exp(Math.Max((-p * (log - PortableMath.Log(50))) - taper, -600));
    }

    private double Structure(double r, PlanetGap[] gaps)
    {
        double product = 1;
        if (_run.CavityRadius > 0)
        {
            // From the cavity's depth to 1 over a tenth of its radius.
            double edge = Math.Clamp((r - _run.CavityRadius) / (0.05 * _run.CavityRadius), -30, 30);
            product = _run.CavityDepth + ((1 - _run.CavityDepth) / (1 + PortableMath.Exp(-edge)));
        }
        foreach (DiskRun.Ring ring in _run.Rings) product *= 1 + (ring.Amplitude * Bell((r - ring.Radius) / ring.Width));
        for (int k = 0; k < gaps.Length; k++)
        {
            product *= gaps[k].At(r);
            // Dust drifts to the pressure maximum at the gap's outer edge and piles up there.
            double at = _run.Planets[k].Radius + (0.75 * gaps[k].Width), width = HeightAt(at) * at;
            product *= 1 + (0.7 * (1 - gaps[k].Depth) * Bell((r - at) / width));
        }
        return product;
    }

    private double Asymmetry(double r, double x, double y)
    {
        double cos = x / r, sin = y / r, place = r / PerStep;
        double factor = 1 + (Table(_waves[0], place) * cos) + (Table(_waves[1], place) * sin)
            + (Table(_waves[2], place) * ((cos * cos) - (sin * sin))) + (Table(_waves[3], place) * 2 * sin * cos);
        if (_wakes.Length == 0) return factor;
        double azimuth = PortableMath.Atan2(y, x);
        foreach (PlanetWake wake in _wakes) factor += wake.Excess(place, azimuth);
        return factor;
    }
}
