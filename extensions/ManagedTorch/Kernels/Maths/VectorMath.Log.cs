using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal static partial class VectorMath
{
    private const int SqrtHalfBits = 0x3F3504F3;
    private const float MinNormal = 1.17549435e-38f;

    /// <summary>Natural logarithm, at most 0.76 ulp off; -∞ for 0, NaN below 0, subnormal numbers included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log(Vector256<float> x)
    {
        Vector256<float> isSubnormal = Vector256.LessThan(x, Vector256.Create(MinNormal));
        Vector256<float> scaled = Vector256.ConditionalSelect(isSubnormal, x * Vector256.Create(16777216f), x);
        Vector256<float> lift = isSubnormal & Vector256.Create(-24f);
        Vector256<int> k = SplitAtSqrtHalf(scaled, out Vector256<float> m);
        Vector256<float> y = LogOfOnePlus(m - Vector256.Create(1f), Vector256.ConvertToSingle(k) + lift);
        return WithLogarithmsOfBounds(x, y);
    }

    /// <summary>log(1 + x) without cancellation, at most 1.32 ulp off; -∞ for -1, NaN below; the sign of zero is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Log1p(Vector256<float> x)
    {
        Vector256<float> u = x + Vector256.Create(1f);
        Vector256<int> k = SplitAtSqrtHalf(u, out Vector256<float> m);
        // (1 + x)·2⁻ᵏ - 1 from x itself, since 1 + x was rounded; above 2²⁴ the one does not count.
        Vector256<float> scale = PowerOfTwo(-k);
        Vector256<float> f = Fused(x, scale, scale - Vector256.Create(1f));
        f = Vector256.ConditionalSelect(Vector256.GreaterThan(k, Vector256.Create(24)).AsSingle(), m - Vector256.Create(1f), f);
        Vector256<float> y = WithLogarithmsOfBounds(u, LogOfOnePlus(f, Vector256.ConvertToSingle(k)));
        return Vector256.ConditionalSelect(Vector256.LessThan(Vector256.Abs(x), Vector256.Create(Tiny)), x, y);
    }

    /// <summary>log(1 + x) in double precision, by Kahan's quotient, which cancels the rounding error of 1 + x.</summary>
    public static double Log1p(double x)
    {
        double u = 1 + x;
        double difference = u - 1;
        if (difference == 0)
        {
            return x;
        }
        return double.IsPositiveInfinity(u) ? u : Math.Log(u) * (x / difference);
    }

    /// <summary>x = m·2ᵏ with √½ ≤ m &lt; √2, for normal positive x.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> SplitAtSqrtHalf(Vector256<float> x, out Vector256<float> m)
    {
        Vector256<int> bits = x.AsInt32() - Vector256.Create(SqrtHalfBits);
        m = ((bits & Vector256.Create(0x007FFFFF)) + Vector256.Create(SqrtHalfBits)).AsSingle();
        return bits >> 23;
    }

    /// <summary>log(1 + f) + e·ln 2 = e·ln 2 + f - f²/2 + f³·p(f).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> LogOfOnePlus(Vector256<float> f, Vector256<float> e)
    {
        Vector256<float> p = Vector256.Create(0.0531903356f);
        p = Fused(p, f, -0.109107614f);
        p = Fused(p, f, 0.121091895f);
        p = Fused(p, f, -0.125495628f);
        p = Fused(p, f, 0.14209637f);
        p = Fused(p, f, -0.16659373f);
        p = Fused(p, f, 0.200022221f);
        p = Fused(p, f, -0.250001669f);
        p = Fused(p, f, 0.333333135f);
        Vector256<float> square = f * f;
        Vector256<float> rest = Fused(e, Ln2Low, square * f * p);
        rest = Fused(square, -0.5f, rest);
        return Fused(e, Ln2High, f + rest);
    }

    /// <summary>-∞ where x is 0, ∞ where it is infinite, NaN where it is negative or NaN; else <paramref name="y"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> WithLogarithmsOfBounds(Vector256<float> x, Vector256<float> y)
    {
        Vector256<float> infinity = Vector256.Create(float.PositiveInfinity);
        Vector256<float> bound =
            Vector256.ConditionalSelect(Vector256.Equals(x, infinity), infinity, Vector256.Create(float.NaN));
        bound = Vector256.ConditionalSelect(Vector256.Equals(x, Vector256<float>.Zero), -infinity, bound);
        Vector256<float> isInside = Vector256.GreaterThan(x, Vector256<float>.Zero) & Vector256.LessThan(x, infinity);
        return Vector256.ConditionalSelect(isInside, y, bound);
    }
}
