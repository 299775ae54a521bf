using System.Runtime.Intrinsics;

namespace HackLab.Learning.Internals;

/// <summary>
/// Exponential and logarithm of eight numbers at once, from multiplications and additions alone: the same bits on every machine.
/// </summary>
internal static class VectorMath
{
    /// <summary>e^x for x ≤ 0; 0 below −87, where a 32-bit number ends. Good to 2 units in the last place.</summary>
    public static Vector256<float> ExpOfNegative(Vector256<float> x)
    {
        // x = k ln 2 + r with |r| ≤ 0.347; ln 2 in two parts, the first short enough that k times it is exact.
        Vector256<float> k = Vector256.Round(x * 1.44269504f);
        Vector256<float> r = x - (k * 0.693359375f) - (k * -2.12194440e-4f);
        // The series of e^r; the first term left out, r^8/8!, is below 6e-9.
        Vector256<float> sum = Vector256.Create(1 / 5040f);
        sum = (sum * r) + Vector256.Create(1 / 720f);
        sum = (sum * r) + Vector256.Create(1 / 120f);
        sum = (sum * r) + Vector256.Create(1 / 24f);
        sum = (sum * r) + Vector256.Create(1 / 6f);
        sum = (sum * r) + Vector256.Create(0.5f);
        sum = (sum * r) + Vector256<float>.One;
        sum = (sum * r) + Vector256<float>.One;
        // 2^k: k goes into the exponent's bits.
        Vector256<float> power = ((Vector256.ConvertToInt32Native(k) + Vector256.Create(127)) << 23).AsSingle();
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256.Create(-87f)), Vector256<float>.Zero, sum * power);
    }

    /// <summary>Natural logarithm of x ≥ 1. Good to about 1e-7.</summary>
    public static Vector256<float> LogOfOneOrMore(Vector256<float> x)
    {
        // x = 2^k m with m in [√½, √2): ln m = 2 artanh(s), s = (m − 1)/(m + 1), |s| < 0.172.
        Vector256<int> bits = x.AsInt32(), above = Vector256.GreaterThan(
            bits & Vector256.Create(0x7FFFFF), Vector256.Create(0x3504F3));
        Vector256<int> k = (bits >> 23) - Vector256.Create(127) - above;   // a mask is −1 where it holds
        Vector256<float> m = (bits - (k << 23)).AsSingle(), s = (m - Vector256<float>.One) / (m + Vector256<float>.One),
            z = s * s;
        Vector256<float> sum = (z * (1 / 9f)) + Vector256.Create(1 / 7f);
        sum = (sum * z) + Vector256.Create(1 / 5f);
        sum = (sum * z) + Vector256.Create(1 / 3f);
        sum = (sum * z) + Vector256<float>.One;
        return (Vector256.ConvertToSingle(k) * 0.69314718f) + (2 * s * sum);
    }
}
