using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Lensing;

/// <summary>
/// The lumps of dark matter beside the smooth halo, as point masses: none, a vortex of axion dark matter, or the subhalos of cold
/// dark matter. Numbers are those of the published simulation (Alexander et al. 2020, arXiv:1909.07346, and DeepLenseSim).
/// </summary>
internal sealed class PointMasses
{
    private const int VortexPieces = 100, Subhalos = 25;
    private const double VortexMass = 3e10;                            // solar masses, all pieces together
    private const double LeastSubhalo = 1e6, LargestSubhalo = 1e10;    // solar masses
    private const double Slope = -0.9;                                 // dN/dM ~ M^Slope
    private const double NearestSubhalo = 0.25, FarthestSubhalo = 2;   // seconds of arc from the middle
    private const double Ln10 = 2.302585092994046;

    private readonly double[] _x = new double[VortexPieces], _y = new double[VortexPieces], _radiusSquared = new double[VortexPieces];

    internal int Count { get; private set; }

    internal ReadOnlySpan<double> X => _x.AsSpan(0, Count);

    internal ReadOnlySpan<double> Y => _y.AsSpan(0, Count);

    /// <summary>θ_E² of each in square seconds of arc.</summary>
    internal ReadOnlySpan<double> RadiusSquared => _radiusSquared.AsSpan(0, Count);

    /// <summary>Draws what a class has.</summary>
    internal void Draw(SeededRandom random, DarkMatter kind)
    {
        Count = 0;
        if (kind == DarkMatter.Axion) DrawVortex(random);
        else if (kind == DarkMatter.Cold) DrawSubhalos(random);
    }

    /// <summary>Adds one by hand.</summary>
    internal void Add(double x, double y, double solarMasses)
    {
        double radius = EinsteinRadius.Of(solarMasses);
        (_x[Count], _y[Count], _radiusSquared[Count]) = (x, y, radius * radius);
        Count++;
    }

    // A straight line through the middle, of random direction. Its half length is the axion's de Broglie wavelength:
    // 0.06″ · 10⁻²² eV / (2 m), with log₁₀ m uniform from 10⁻²⁴ to 10⁻²² eV.
    private void DrawVortex(SeededRandom random)
    {
        double length = 0.03 * PortableMath.Exp(Ln10 * 2 * random.NextDouble());
        (double sin, double cos) = PortableMath.SinCos(2 * Math.PI * random.NextDouble());
        for (int i = 0; i < VortexPieces; i++)
        {
            double along = length * ((2.0 * i / (VortexPieces - 1)) - 1);
            Add(along * cos, along * sin, VortexMass / VortexPieces);
        }
    }

    // Masses by inverting the cumulative distribution: M^(Slope + 1) is uniform, so dN/dM ~ M^Slope, here M^(−0.9). Distances from
    // the middle are uniform, which puts more of them per area near it.
    private void DrawSubhalos(SeededRandom random)
    {
        double power = Slope + 1, least = PortableMath.Pow(LeastSubhalo, power), largest = PortableMath.Pow(LargestSubhalo, power);
        for (int i = 0; i < Subhalos; i++)
        {
            double mass = PortableMath.Pow(least + ((largest - least) * random.NextDouble()), 1 / power);
            double r = NearestSubhalo + ((FarthestSubhalo - NearestSubhalo) * random.NextDouble());
            (double sin, double cos) = PortableMath.SinCos(2 * Math.PI * random.NextDouble());
            Add(r * cos, r * sin, mass);
        }
    }
}
