using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>σ(x) = 1/(1 + e⁻ˣ).</summary>
internal readonly struct Sigmoid : IFunction
{
    public static string Name => "SigmoidBackward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<SigmoidFunction, T>(x);

    // dσ/dx = σ(1 - σ)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (y * (Vector256<T>.One - y));

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => dy * (y * (1 - y));
}

/// <summary>erf x.</summary>
internal readonly struct Erf : IFunction
{
    public static string Name => "ErfBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<ErfFunction, T>(x);

    // d erf x/dx = 2/√π e^(-x²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (Number<T>(2 / Math.Sqrt(Math.PI)) * Lanes.Apply<ExpFunction, T>(-(x * x)));

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * (Function.Of<Exp>(-(x * x)) * (2 / Math.Sqrt(Math.PI)));
}

/// <summary>1 - erf x.</summary>
internal readonly struct Erfc : IFunction
{
    public static string Name => "ErfcBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<ErfcFunction, T>(x);

    // d erfc x/dx = -2/√π e^(-x²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (Number<T>(-2 / Math.Sqrt(Math.PI)) * Lanes.Apply<ExpFunction, T>(-(x * x)));

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) =>
        dy * (Function.Of<Exp>(-(x * x)) * (-2 / Math.Sqrt(Math.PI)));
}

/// <summary>The inverse of erf.</summary>
internal readonly struct Erfinv : IFunction
{
    public static string Name => "ErfinvBackward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<ErfinvFunction, T>(x);

    // d erf⁻¹ x/dx = √π/2 e^(y²)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * (Number<T>(Math.Sqrt(Math.PI) / 2) * Lanes.Apply<ExpFunction, T>(y * y));

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => dy * (Function.Of<Exp>(y * y) * (Math.Sqrt(Math.PI) / 2));
}

/// <summary>log(x/(1 - x)), x cut to A … B.</summary>
internal readonly struct Logit : IFunction
{
    public static string Name => "LogitBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        x = If(Vector256.LessThan(x, k.A), k.A, If(Vector256.GreaterThan(x, k.B), k.B, x));
        return Lanes.Apply<LogFunction, T>(x / (Vector256<T>.One - x));
    }

    // d logit x/dx = 1/(x(1 - x)) inside the bounds
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> outside = Vector256.LessThan(x, k.A) | Vector256.GreaterThan(x, k.B);
        return If(outside, Vector256<T>.Zero, dy / (x * (Vector256<T>.One - x)));
    }

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Selection.Where(
        Comparisons.Between(x, k.A, k.B), dy / (x * (1 - x)), 0);
}
