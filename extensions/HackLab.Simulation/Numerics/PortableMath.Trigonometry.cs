namespace HackLab.Simulation.Numerics;

/// <summary>Sine, cosine and what belongs to powers.</summary>
internal static partial class PortableMath
{
    private const double HalfPiHigh = 1.57079632673412561417e+00; // π/2 in two parts: k · high is exact for |k| < 2^20
    private const double HalfPiLow = 6.07710050650619224932e-11;

    /// <summary>Sine and cosine of an angle in radians, for |x| below 10⁶; good to about 10⁻¹⁶.</summary>
    internal static (double Sin, double Cos) SinCos(double x)
    {
        // x = k π/2 + r with |r| ≤ π/4; the first terms left out of the series, r¹⁷/17! and r¹⁸/18!, are below 10⁻¹⁶.
        int k = (int)Math.Round(x * (2 / Math.PI));
        double r = x - (k * HalfPiHigh) - (k * HalfPiLow), z = r * r;
        double sin = 1, cos = 1;
        for (int n = 14; n >= 2; n -= 2) sin = 1 - (sin * z / (n * (n + 1)));
        for (int n = 15; n >= 1; n -= 2) cos = 1 - (cos * z / (n * (n + 1)));
        sin *= r;
        return (k & 3) switch
        {
            0 => (sin, cos),
            1 => (cos, -sin),
            2 => (-sin, -cos),
            _ => (-cos, sin),
        };
    }

    /// <summary>x to the power y, for positive x.</summary>
    internal static double Pow(double x, double y) => Exp(y * Log(x));

    /// <summary>ln n!, exact to about 10⁻¹³: a sum for small n, Stirling's series beyond.</summary>
    internal static double LogFactorial(double n)
    {
        if (n < 10)
        {
            double product = 1;
            for (int i = 2; i <= n; i++) product *= i;
            return Log(product);
        }
        double x = n + 1, z = 1 / (x * x);
        double series = ((((((z * (1.0 / 1188)) - (1.0 / 1680)) * z) + (1.0 / 1260)) * z - (1.0 / 360)) * z + (1.0 / 12)) / x;
        return ((x - 0.5) * Log(x)) - x + 0.91893853320467274178 + series; // ½ ln 2π
    }
}
