using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>A function of one number, for eight floats at a time and for one double.</summary>
internal interface IUnaryFunction
{
    /// <summary>The function of each lane.</summary>
    static abstract Vector256<float> Apply(Vector256<float> x);

    /// <summary>The function in double precision.</summary>
    static abstract double Apply(double x);
}

/// <summary>A function of two numbers, for eight pairs of floats at a time and for one pair of doubles.</summary>
internal interface IBinaryFunction
{
    /// <summary>The function of each pair of lanes.</summary>
    static abstract Vector256<float> Apply(Vector256<float> x, Vector256<float> y);

    /// <summary>The function in double precision.</summary>
    static abstract double Apply(double x, double y);
}

/// <summary>eˣ.</summary>
internal readonly struct ExpFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Exp(x);

    public static double Apply(double x) => Math.Exp(x);
}

/// <summary>eˣ - 1.</summary>
internal readonly struct Expm1Function : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Expm1(x);

    public static double Apply(double x) => VectorMath.Expm1(x);
}

/// <summary>log x.</summary>
internal readonly struct LogFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Log(x);

    public static double Apply(double x) => Math.Log(x);
}

/// <summary>log(1 + x).</summary>
internal readonly struct Log1pFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Log1p(x);

    public static double Apply(double x) => VectorMath.Log1p(x);
}

/// <summary>log₂ x.</summary>
internal readonly struct Log2Function : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Log2(x);

    public static double Apply(double x) => Math.Log2(x);
}

/// <summary>log₁₀ x.</summary>
internal readonly struct Log10Function : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Log10(x);

    public static double Apply(double x) => Math.Log10(x);
}

/// <summary>tanh x.</summary>
internal readonly struct TanhFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Tanh(x);

    public static double Apply(double x) => Math.Tanh(x);
}

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal readonly struct SigmoidFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Sigmoid(x);

    public static double Apply(double x) => VectorMath.Sigmoid(x);
}

/// <summary>log(1 + eˣ).</summary>
internal readonly struct SoftplusFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Softplus(x);

    public static double Apply(double x) => VectorMath.Softplus(x);
}

/// <summary>erf x.</summary>
internal readonly struct ErfFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Erf(x);

    public static double Apply(double x) => VectorMath.Erf(x);
}

/// <summary>sin x.</summary>
internal readonly struct SinFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Sin(x);

    public static double Apply(double x) => Math.Sin(x);
}

/// <summary>cos x.</summary>
internal readonly struct CosFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Cos(x);

    public static double Apply(double x) => Math.Cos(x);
}

/// <summary>x·Φ(x).</summary>
internal readonly struct GeluFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.Gelu(x);

    public static double Apply(double x) => VectorMath.Gelu(x);
}

/// <summary>Φ(x) + x·φ(x).</summary>
internal readonly struct GeluDerivativeFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.GeluDerivative(x);

    public static double Apply(double x) => VectorMath.GeluDerivative(x);
}

/// <summary>x·σ(2 √(2/π) (x + 0.044715 x³)).</summary>
internal readonly struct GeluTanhFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.GeluTanh(x);

    public static double Apply(double x) => VectorMath.GeluTanh(x);
}

/// <summary>Derivative of the tanh form of GELU.</summary>
internal readonly struct GeluTanhDerivativeFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x) => VectorMath.GeluTanhDerivative(x);

    public static double Apply(double x) => VectorMath.GeluTanhDerivative(x);
}

/// <summary>xʸ.</summary>
internal readonly struct PowFunction : IBinaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Apply(Vector256<float> x, Vector256<float> y) => VectorMath.Pow(x, y);

    public static double Apply(double x, double y) => Math.Pow(x, y);
}
