using HackLab.Simulation.Numerics;

namespace HackLab.Simulation.SpinEcho;

/// <summary>How the coupling of two spins falls with their distance r, in lattice steps.</summary>
public enum SpinCoupling
{
    /// <summary>f(r) = exp(−(r/ξ)²): coupling by a correlated electron cloud of size ξ.</summary>
    Gaussian,

    /// <summary>f(r) = (x cos x − sin x) / x⁴ with x = 2r/ξ: Ruderman, Kittel, Kasuya and Yosida's coupling by free electrons.</summary>
    Rkky,
}

/// <summary>The function f of a coupling, and its values on a periodic lattice.</summary>
internal static class CouplingStencil
{
    /// <summary>f(r) for r above 0.</summary>
    internal static double At(SpinCoupling coupling, double r, double range)
    {
        if (coupling == SpinCoupling.Gaussian) return PortableMath.Exp(Math.Max(-(r / range) * (r / range), -690));
        double x = 2 * r / range;
        // Below 0.02 the difference loses its digits; there x cos x − sin x = −x³/3 + x⁵/30 − …
        if (x < 0.02) return (-1.0 / 3 + (x * x / 30)) / x;
        (double sin, double cos) = PortableMath.SinCos(x);
        return ((x * cos) - sin) / (x * x * x * x);
    }

    /// <summary>
    /// f of the distance from site (0, 0) to every site of a periodic lattice along the shortest way, shape [height, width];
    /// 0 at (0, 0), since no spin acts on itself.
    /// </summary>
    internal static double[] OnLattice(SpinCoupling coupling, double range, int width, int height)
    {
        var stencil = new double[width * height];
        for (int i = 1; i < stencil.Length; i++)
        {
            double dx = Math.Min(i % width, width - (i % width)), dy = Math.Min(i / width, height - (i / width));
            stencil[i] = At(coupling, Math.Sqrt((dx * dx) + (dy * dy)), range);
        }
        return stencil;
    }
}
