using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal static partial class VectorMath
{
    private const float LargeAngle = 134217728f;     // 2²⁷

    /// <summary>Sine of an angle of any size in radians, at most 0.501 ulp off; NaN for infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sin(Vector256<float> x)
    {
        Vector256<float> y = SinOfQuarters(x, 0);
        return Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<float>.Zero), x, y);     // keeps the sign of zero
    }

    /// <summary>Cosine of an angle of any size in radians, at most 0.501 ulp off; NaN for infinities.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Cos(Vector256<float> x) => SinOfQuarters(x, 1);

    /// <summary>sin(x + quarters·π/2), computed in double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> SinOfQuarters(Vector256<float> x, long quarters)
    {
        Vector256<float> isLarge = Vector256.GreaterThan(Vector256.Abs(x), Vector256.Create(LargeAngle));
        if (isLarge != Vector256<float>.Zero)
        {
            return SinOfLargeAngles(x, quarters);
        }
        (Vector256<double> lower, Vector256<double> upper) = Vector256.Widen(x);
        return Vector256.Narrow(SinOfSmallAngles(lower, quarters), SinOfSmallAngles(upper, quarters));
    }

    /// <summary>x = n·π/2 + r with |r| ≤ π/4; π/2 in two parts leaves r with 2⁻⁷⁰ of error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SinOfSmallAngles(Vector256<double> x, long quarters)
    {
        Vector256<double> shifted = Fused(x, Vector256.Create(2 / Math.PI), RoundingShift64);
        Vector256<double> n = shifted - Vector256.Create(RoundingShift64);
        Vector256<double> r = Fused(n, Vector256.Create(-1.5707963267948966), x);
        r = Fused(n, Vector256.Create(-6.123233995736766e-17), r);
        return SinOfRemainder(r, shifted.AsInt64() + Vector256.Create(quarters));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector256<float> SinOfLargeAngles(Vector256<float> x, long quarters)
    {
        Vector256<double> lower = default, upper = default;
        Vector256<long> lowerN = default, upperN = default;
        for (int lane = 0; lane < 4; lane++)
        {
            lower = lower.WithElement(lane, AngleReduction.Remainder(x[lane], out long n));
            lowerN = lowerN.WithElement(lane, n + quarters);
            upper = upper.WithElement(lane, AngleReduction.Remainder(x[lane + 4], out n));
            upperN = upperN.WithElement(lane, n + quarters);
        }
        return Vector256.Narrow(SinOfRemainder(lower, lowerN), SinOfRemainder(upper, upperN));
    }

    /// <summary>sin(r + n·π/2): sine or cosine by n's last bit, the sign by the one before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> SinOfRemainder(Vector256<double> r, Vector256<long> n)
    {
        Vector256<double> z = r * r;
        Vector256<double> sin = Vector256.Create(-2.4760453473664414e-08);
        sin = Fused(sin, z, 2.7555339642209474e-06);
        sin = Fused(sin, z, -0.00019841263728572243);
        sin = Fused(sin, z, 0.008333333325077673);
        sin = Fused(sin, z, -0.1666666666663035);
        sin = Fused(sin, z * r, r);
        Vector256<double> cos = Vector256.Create(2.064511921927273e-09);
        cos = Fused(cos, z, -2.755552311646876e-07);
        cos = Fused(cos, z, 2.4801580707365307e-05);
        cos = Fused(cos, z, -0.0013888888877611918);
        cos = Fused(cos, z, 0.04166666666659654);
        cos = Fused(cos, z * z, Fused(z, Vector256.Create(-0.5), 1));
        Vector256<long> isOdd = Vector256.Equals(n & Vector256<long>.One, Vector256<long>.One);
        Vector256<long> sign = (n & Vector256.Create(2L)) << 62;
        return Vector256.ConditionalSelect(isOdd.AsDouble(), cos, sin) ^ sign.AsDouble();
    }
}
