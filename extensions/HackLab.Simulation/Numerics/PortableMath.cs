namespace HackLab.Simulation.Numerics;

/// <summary>
/// Logarithm, exponential and arc tangent from additions, multiplications and divisions alone. The system's own differ in the
/// last bit between operating systems and processors; these give the same bits everywhere, and so do simulated data.
/// Each is good to a few units in the last place.
/// </summary>
internal static partial class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01; // ln 2 in two parts: k · high is exact for |k| < 2^20
    private const double Ln2Low = 1.90821492927058770002e-10;

    /// <summary>Natural logarithm of a positive, normal number.</summary>
    internal static double Log(double x)
    {
        // x = 2^k · m with m in [√½, √2): then ln m = 2 artanh(s), s = (m − 1)/(m + 1), |s| < 0.172.
        long bits = BitConverter.DoubleToInt64Bits(x);
        int k = (int)(bits >> 52) - 1023;
        double m = BitConverter.Int64BitsToDouble((bits & 0xF_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (m > 1.4142135623730951)
        {
            m *= 0.5;
            k++;
        }
        double s = (m - 1) / (m + 1), z = s * s;
        // artanh(s)/s = 1 + z/3 + z²/5 + …; z < 0.0295, so the first term left out, z¹⁰/21, is below 1e-16.
        // Written out, so that the compiler divides once and for all.
        double sum = (1.0 / 19 * z) + (1.0 / 17);
        sum = (((sum * z) + (1.0 / 15)) * z) + (1.0 / 13);
        sum = (((sum * z) + (1.0 / 11)) * z) + (1.0 / 9);
        sum = (((sum * z) + (1.0 / 7)) * z) + (1.0 / 5);
        sum = (((sum * z) + (1.0 / 3)) * z) + 1;
        return (k * Ln2High) + ((2 * s * sum) + (k * Ln2Low));
    }

    /// <summary>e to the power x, for |x| below 700.</summary>
    internal static double Exp(double x)
    {
        // x = k ln 2 + r with |r| ≤ 0.347; e^r by its series, the first term left out, r¹⁴/14!, is below 1e-17.
        int k = (int)Math.Round(x * 1.4426950408889634);
        double r = x - (k * Ln2High) - (k * Ln2Low), sum = 1;
        for (int n = 13; n >= 1; n--) sum = (sum * r / n) + 1;
        return sum * BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);
    }

    /// <summary>The angle of the point (x, y), in (−π, π]; 0 at the origin.</summary>
    internal static double Atan2(double y, double x)
    {
        double a = Math.Abs(y), b = Math.Abs(x);
        if (a == 0 && b == 0) return 0;
        double angle = a <= b ? Atan(a / b) : (Math.PI / 2) - Atan(b / a);
        if (x < 0) angle = Math.PI - angle;
        return y < 0 ? -angle : angle;
    }

    /// <summary>Inverse hyperbolic sine, the pseudorapidity of pz/pT.</summary>
    internal static double Asinh(double x)
    {
        double a = Math.Abs(x);
        double value = Log(a + Math.Sqrt((a * a) + 1));
        return x < 0 ? -value : value;
    }

    // 0 ≤ t ≤ 1. Twice tan(θ/2) = t / (1 + √(1 + t²)) brings t below 0.199; then the series t − t³/3 + t⁵/5 − …
    private static double Atan(double t)
    {
        t /= 1 + Math.Sqrt(1 + (t * t));
        t /= 1 + Math.Sqrt(1 + (t * t));
        double z = t * t;
        double sum = (1.0 / 21) - (1.0 / 23 * z);
        sum = (1.0 / 17) - (((1.0 / 19) - (sum * z)) * z);
        sum = (1.0 / 13) - (((1.0 / 15) - (sum * z)) * z);
        sum = (1.0 / 9) - (((1.0 / 11) - (sum * z)) * z);
        sum = (1.0 / 5) - (((1.0 / 7) - (sum * z)) * z);
        sum = 1 - (((1.0 / 3) - (sum * z)) * z);
        return 4 * t * sum;
    }
}
