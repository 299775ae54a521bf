using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.Calorimeter;

/// <summary>
/// How an electromagnetic shower spreads sideways: a narrow core and a wide halo, each with the density R²/π(r² + R²)²
/// (Grindhammer and Peters 1993, arXiv:hep-ex/0001020). Lengths are in crystals of 0.0174, about one Molière radius of
/// lead tungstate (2.2 cm).
/// </summary>
internal static class ShowerProfile
{
    /// <summary>
    /// The share of one component within a rectangle from (0, 0) to (x, y):
    /// [x/a · arctan(y/a) + y/b · arctan(x/b)] / 2π, with a = √(x² + R²) and b = √(y² + R²); odd in x and in y.
    /// </summary>
    internal static double Corner(double x, double y, double radius)
    {
        double a = Math.Sqrt((x * x) + (radius * radius)), b = Math.Sqrt((y * y) + (radius * radius));
        return ((x / a * PortableMath.Atan2(y, a)) + (y / b * PortableMath.Atan2(x, b))) / (2 * Math.PI);
    }
}
