using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>x·Φ(x), Φ the normal distribution.</summary>
internal readonly struct Gelu : IFunction
{
    public static string Name => "GeluBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<GeluFunction, T>(x);

    // d/dx = Φ(x) + x·φ(x)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * Lanes.Apply<GeluDerivativeFunction, T>(x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * (
        (Function.Of<Erf>(x * Math.Sqrt(0.5)) + 1) * 0.5 + x * Function.Of<Exp>(x * x * -0.5) / Math.Sqrt(2 * Math.PI));
}

/// <summary>x·σ(u), u = √(8/π)(x + 0.044715 x³): the tanh form of GELU.</summary>
internal readonly struct GeluTanh : IFunction
{
    public static string Name => "GeluBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<GeluTanhFunction, T>(x);

    // d/dx = σ(u) + x·σ(u)(1 - σ(u))·du/dx
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * Lanes.Apply<GeluTanhDerivativeFunction, T>(x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Slope(x);

    private static Tensor Slope(Tensor x)
    {
        double slope = Math.Sqrt(8 / Math.PI);
        Tensor s = Function.Of<Sigmoid>((x + Function.Of<Cube>(x) * 0.044715) * slope);
        return s + x * s * (1 - s) * (1 + Function.Of<Square>(x) * (3 * 0.044715)) * slope;
    }
}

/// <summary>x·σ(x).</summary>
internal readonly struct Silu : IFunction
{
    public static string Name => "SiluBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x * Lanes.Apply<SigmoidFunction, T>(x);

    // d/dx = σ(1 + x(1 - σ))
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> s = Lanes.Apply<SigmoidFunction, T>(x);
        return dy * (s * (Vector256<T>.One + x * (Vector256<T>.One - s)));
    }

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Slope(x, Function.Of<Sigmoid>(x));

    private static Tensor Slope(Tensor x, Tensor s) => s * (1 + x * (1 - s));
}

/// <summary>x·tanh(log(1 + eˣ)).</summary>
internal readonly struct Mish : IFunction
{
    public static string Name => "MishBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x * Lanes.Apply<TanhFunction, T>(Lanes.Apply<SoftplusFunction, T>(x));

    // with t = tanh(log(1 + eˣ)): d/dx = t + x·σ(x)(1 - t²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> t = Lanes.Apply<TanhFunction, T>(Lanes.Apply<SoftplusFunction, T>(x));
        return dy * (t + x * Lanes.Apply<SigmoidFunction, T>(x) * (Vector256<T>.One - t * t));
    }

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) =>
        dy * Slope(x, Function.Of<Tanh>(Function.Of<Softplus>(x, new(1, 1e9))));

    private static Tensor Slope(Tensor x, Tensor t) => t + x * Function.Of<Sigmoid>(x) * (1 - t * t);
}

/// <summary>log(1 + e^(A·x))/A; x where A·x > B.</summary>
internal readonly struct Softplus : IFunction
{
    public static string Name => "SoftplusBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.GreaterThan(x * k.A, k.B), x, Lanes.Apply<SoftplusFunction, T>(x * k.A) / k.A);

    // d/dx = σ(A·x), or 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.GreaterThan(x * k.A, k.B), dy, dy * Lanes.Apply<SigmoidFunction, T>(x * k.A));

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Selection.Where(
        Comparisons.Compare<Greater>(x * k.A, k.B), dy, dy * Function.Of<Sigmoid>(x * k.A));
}

/// <summary>log σ(x) = -log(1 + e⁻ˣ).</summary>
internal readonly struct LogSigmoid : IFunction
{
    public static string Name => "LogSigmoidBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        -Lanes.Apply<SoftplusFunction, T>(-x);

    // d/dx = σ(-x)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * Lanes.Apply<SigmoidFunction, T>(-x);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Function.Of<Sigmoid>(-x);
}

/// <summary>x/(1 + |x|).</summary>
internal readonly struct Softsign : IFunction
{
    public static string Name => "SoftsignBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x / (Vector256<T>.One + Vector256.Abs(x));

    // d/dx = 1/(1 + |x|)²
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> size = Vector256<T>.One + Vector256.Abs(x);
        return dy / (size * size);
    }

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy / Function.Of<Square>(1 + Function.Of<Abs>(x));
}

/// <summary>x - tanh x.</summary>
internal readonly struct Tanhshrink : IFunction
{
    public static string Name => "TanhshrinkBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x - Lanes.Apply<TanhFunction, T>(x);

    // d/dx = tanh² x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> t = Lanes.Apply<TanhFunction, T>(x);
        return dy * (t * t);
    }

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Function.Of<Square>(Function.Of<Tanh>(x));
}

/// <summary>sin(πx)/(πx); 1 at 0.</summary>
internal readonly struct Sinc : IFunction
{
    public static string Name => "SincBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> angle = x * Number<T>(Math.PI);
        return If(Vector256.Equals(x, Vector256<T>.Zero), Vector256<T>.One, Lanes.Apply<SinFunction, T>(angle) / angle);
    }

    // d/dx = (cos(πx) - sinc x)/x; 0 at 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> cos = Lanes.Apply<CosFunction, T>(x * Number<T>(Math.PI));
        return If(Vector256.Equals(x, Vector256<T>.Zero), Vector256<T>.Zero, dy * (cos - Value(x, k)) / x);
    }

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Selection.Where(
        Comparisons.Compare<Equal>(x, 0), 0, dy * (Function.Of<Cos>(x * Math.PI) - Function.Of<Sinc>(x)) / x);
}
