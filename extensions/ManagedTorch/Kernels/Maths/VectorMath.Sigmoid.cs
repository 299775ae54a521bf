using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal static partial class VectorMath
{
    /// <summary>Hyperbolic tangent, at most 1.25 ulp off; the sign of zero is kept.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Tanh(Vector256<float> x)
    {
        Vector256<float> magnitude = Vector256.Abs(x);
        // Near 0: x + x³·p(x²). Elsewhere 1 - 2 / (e²ˣ + 1), where the quotient is below ½ and its error counts half.
        Vector256<float> z = x * x;
        Vector256<float> p = Vector256.Create(-0.00569229666f);
        p = Fused(p, z, 0.0206281673f);
        p = Fused(p, z, -0.0537365153f);
        p = Fused(p, z, 0.133314058f);
        p = Fused(p, z, -0.333332807f);
        Vector256<float> near = Fused(p * z, x, x);
        Vector256<float> two = Vector256.Create(2f), one = Vector256.Create(1f);
        Vector256<float> far = one - two / (Exp(magnitude + magnitude) + one);
        return WithSignOf(x, Vector256.ConditionalSelect(Vector256.LessThan(magnitude, Vector256.Create(0.625f)), near, far));
    }

    /// <summary>1 / (1 + e⁻ˣ), at most 2.1 ulp off; it keeps its relative accuracy down to the smallest subnormal
    /// number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x)
    {
        Vector256<float> one = Vector256.Create(1f);
        Vector256<float> e = Exp(-Vector256.Abs(x));
        return Vector256.ConditionalSelect(Vector256.LessThan(x, Vector256<float>.Zero), e, one) / (one + e);
    }

    /// <summary>1 / (1 + e⁻ˣ) in double precision.</summary>
    public static double Sigmoid(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return (x < 0 ? e : 1) / (1 + e);
    }

    /// <summary>log(1 + eˣ) = max(x, 0) + log(1 + e⁻|ˣ|), at most 1.6 ulp off; never overflows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Softplus(Vector256<float> x)
    {
        Vector256<float> positive = Vector256.GreaterThan(x, Vector256<float>.Zero) & x;
        return positive + Log1p(Exp(-Vector256.Abs(x)));
    }

    /// <summary>log(1 + eˣ) in double precision; never overflows.</summary>
    public static double Softplus(double x) => (x > 0 ? x : 0) + Log1p(Math.Exp(-Math.Abs(x)));
}
