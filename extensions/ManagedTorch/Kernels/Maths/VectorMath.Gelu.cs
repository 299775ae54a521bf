using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal static partial class VectorMath
{
    private const double SqrtHalf = 0.70710678118654752;
    private const double NormalDensityAtZero = 0.39894228040143268;     // 1 / √(2π)
    private const double TanhSlope = 1.5957691216057307;                // 2 √(2/π)
    private const double TanhCubic = 0.044715;

    /// <summary>x·Φ(x) = ½ x (1 + erf(x / √2)), at most 2⁻²³·|x| off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Gelu(Vector256<float> x) => x * NormalCdf(x);

    /// <summary>x·Φ(x) in double precision.</summary>
    public static double Gelu(double x) => x * NormalCdf(x);

    /// <summary>d(x·Φ(x))/dx = Φ(x) + x·φ(x), at most 2⁻²² off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluDerivative(Vector256<float> x) => Fused(x, NormalDensity(x), NormalCdf(x));

    /// <summary>d(x·Φ(x))/dx in double precision.</summary>
    public static double GeluDerivative(double x) => NormalCdf(x) + x * NormalDensityAtZero * Math.Exp(-0.5 * x * x);

    /// <summary>The tanh form, ½ x (1 + tanh(√(2/π) (x + 0.044715 x³))) = x·σ(2 √(2/π) (x + 0.044715 x³)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluTanh(Vector256<float> x) => x * Sigmoid(TanhArgument(x));

    /// <summary>The tanh form in double precision.</summary>
    public static double GeluTanh(double x) => x * Sigmoid(TanhSlope * (x + TanhCubic * x * x * x));

    /// <summary>Derivative of the tanh form: σ(u) + x·σ(u)(1 - σ(u))·du/dx, du/dx = 2 √(2/π) (1 + 3·0.044715 x²).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> GeluTanhDerivative(Vector256<float> x)
    {
        // With e = e^-|u|: σ(u)(1 - σ(u)) = e / (1 + e)², without the cancellation in 1 - σ(u).
        Vector256<float> u = TanhArgument(x), one = Vector256.Create(1f);
        Vector256<float> e = Exp(-Vector256.Abs(u));
        Vector256<float> r = one / (one + e);
        Vector256<float> s = Vector256.ConditionalSelect(Vector256.LessThan(u, Vector256<float>.Zero), e, one) * r;
        Vector256<float> slope = Fused(x * x, (float)(3 * TanhCubic * TanhSlope), Vector256.Create((float)TanhSlope));
        return Fused(x * slope, e * r * r, s);
    }

    /// <summary>Derivative of the tanh form in double precision.</summary>
    public static double GeluTanhDerivative(double x)
    {
        double s = Sigmoid(TanhSlope * (x + TanhCubic * x * x * x));
        return s + x * s * (1 - s) * TanhSlope * (1 + 3 * TanhCubic * x * x);
    }

    /// <summary>Φ(x) = ½ (1 + erf(x / √2)).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> NormalCdf(Vector256<float> x) =>
        Fused(Erf(x * Vector256.Create((float)SqrtHalf)), 0.5f, Vector256.Create(0.5f));

    private static double NormalCdf(double x) => 0.5 * (1 + Erf(x * SqrtHalf));

    /// <summary>φ(x) = e^(-x²/2) / √(2π).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> NormalDensity(Vector256<float> x) =>
        Exp(x * x * Vector256.Create(-0.5f)) * Vector256.Create((float)NormalDensityAtZero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> TanhArgument(Vector256<float> x) =>
        x * Fused(x * x, (float)(TanhCubic * TanhSlope), Vector256.Create((float)TanhSlope));
}
