using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal static partial class VectorMath
{
    /// <summary>eˣ, at most 0.95 ulp off; subnormal results included, infinite above 88.72, NaN for NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        // Native minimum and maximum give their second operand if it is NaN, on x64, Arm and in software.
        x = Vector256.MaxNative(Vector256.Create(-104f), Vector256.MinNative(Vector256.Create(89f), x));
        Vector256<float> em1 = Expm1OfRemainder(x, out Vector256<float> shifted);
        Vector256<int> n = shifted.AsInt32() - Vector256.Create(RoundingShiftBits);
        // 2ⁿ in two factors: n reaches -150 and 128, and a subnormal result is then rounded once, by the last product.
        Vector256<int> half = n >> 1;
        return (em1 + Vector256.Create(1f)) * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>eˣ - 1 without cancellation, at most 1.35 ulp off; the sign of zero is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Expm1(Vector256<float> x)
    {
        Vector256<float> clamped = Vector256.MaxNative(Vector256.Create(-18f), Vector256.MinNative(Vector256.Create(89f), x));
        Vector256<float> em1 = Expm1OfRemainder(clamped, out Vector256<float> shifted);
        Vector256<int> n = shifted.AsInt32() - Vector256.Create(RoundingShiftBits);
        // 2ⁿ·e^r - 1 = 2 (u·(e^r - 1) + (u - ½)) with u = 2ⁿ⁻¹, which does not overflow at n = 128.
        Vector256<float> u = PowerOfTwo(n - Vector256<int>.One);
        Vector256<float> y = Fused(u, em1, u - Vector256.Create(0.5f)) * Vector256.Create(2f);
        return Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), Vector256.Create(Tiny)), x, y);
    }

    /// <summary>eˣ - 1 in double precision, by Kahan's quotient, which cancels the rounding error of eˣ.</summary>
    public static double Expm1(double x)
    {
        double u = Math.Exp(x);
        double difference = u - 1;
        if (difference == 0)
        {
            return x;
        }
        return difference == -1 || double.IsInfinity(u) ? difference : difference * x / Math.Log(u);
    }

    /// <summary>e^r - 1 with x = n·ln 2 + r, |r| ≤ ½ ln 2; n stands in the low bits of <paramref name="shifted"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Expm1OfRemainder(Vector256<float> x, out Vector256<float> shifted)
    {
        shifted = Fused(x, Log2E, Vector256.Create(RoundingShift));
        Vector256<float> n = shifted - Vector256.Create(RoundingShift);
        Vector256<float> r = Fused(n, -Ln2High, x);     // exact
        r = Fused(n, -Ln2Low, r);
        Vector256<float> q = Vector256.Create(0.000150462263f);
        q = Fused(q, r, 0.00139305426f);
        q = Fused(q, r, 0.00834150985f);
        q = Fused(q, r, 0.0416665114f);
        q = Fused(q, r, 0.166666359f);
        q = Fused(q, r, 0.5f);
        return Fused(r * r, q, r);
    }

    /// <summary>2ⁿ for -126 ≤ n ≤ 127, written into the exponent's bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> PowerOfTwo(Vector256<int> n) => ((n + Vector256.Create(127)) << 23).AsSingle();
}
