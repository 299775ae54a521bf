namespace HackLab.Simulation.Disks;

/// <summary>
/// The one-armed wake of a planet. Its azimuth follows Rafikov 2002 (eq. 44; in the form of Muto et al. 2012, eq. 1), here for
/// Ω ∝ r^−3/2 and sound speed ∝ r^−β with β = ¼, that is T ∝ r^−½:
/// φ = φp − sgn(r − rp)/hp · [x^(1+β)·(1/(1+β) − x^(−3/2)/(β − ½)) − (1/(1+β) − 1/(β − ½))], x = r/rp.
/// </summary>
internal static class SpiralWake
{
    /// <summary>φ − φp in radians, 0 at the planet.</summary>
    /// <param name="x">r/rp, above 0.</param>
    /// <param name="h">Scale height over radius at the planet.</param>
    internal static double Azimuth(double x, double h)
    {
        // 1/(1+β) = 0.8 and 1/(β − ½) = −4
        double root = Math.Sqrt(x), turn = (x * Math.Sqrt(root) * (0.8 + (4 / (x * root)))) - 4.8;
        return (x > 1 ? -turn : turn) / h;
    }

    /// <summary>dφ/dx = ∓x^β (1 − x^(−3/2))/hp: how tightly it is wound.</summary>
    internal static double Slope(double x, double h)
    {
        double root = Math.Sqrt(x);
        return -Math.Sqrt(root) * Math.Abs(1 - (1 / (x * root))) / h;
    }
}
