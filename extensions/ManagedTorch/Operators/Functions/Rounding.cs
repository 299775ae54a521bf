using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Loops;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>⌊x⌋.</summary>
internal readonly struct Floor : IFunction
{
    public static string Name => "FloorBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LaneRounding.Floor(x);

    // d/dx = 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.Zero;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Creation.Full(x.Sizes, 0, x.dtype);
}

/// <summary>⌈x⌉.</summary>
internal readonly struct Ceil : IFunction
{
    public static string Name => "CeilBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LaneRounding.Ceiling(x);

    // d/dx = 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.Zero;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Creation.Full(x.Sizes, 0, x.dtype);
}

/// <summary>The nearest whole number, of two the even one.</summary>
internal readonly struct Round : IFunction
{
    public static string Name => "RoundBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LaneRounding.Round(x);

    // d/dx = 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.Zero;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Creation.Full(x.Sizes, 0, x.dtype);
}

/// <summary>The nearest multiple of 1/A.</summary>
internal readonly struct RoundDecimals : IFunction
{
    public static string Name => "RoundBackward1";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LaneRounding.Round(x * k.A) / k.A;

    // d/dx = 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.Zero;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Creation.Full(x.Sizes, 0, x.dtype);
}

/// <summary>The nearest multiple of A.</summary>
internal readonly struct RoundTens : IFunction
{
    public static string Name => "RoundBackward1";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LaneRounding.Round(x / k.A) * k.A;

    // d/dx = 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.Zero;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Creation.Full(x.Sizes, 0, x.dtype);
}

/// <summary>x without its fraction.</summary>
internal readonly struct Trunc : IFunction
{
    public static string Name => "TruncBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        LaneRounding.Truncate(x);

    // d/dx = 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.Zero;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Creation.Full(x.Sizes, 0, x.dtype);
}

/// <summary>The fraction of x, with its sign.</summary>
internal readonly struct Frac : IFunction
{
    public static string Name => "FracBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x - LaneRounding.Truncate(x);

    // d/dx = 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy;
}

/// <summary>-1, 0 or 1; 0 for NaN.</summary>
internal readonly struct Sign : IFunction
{
    public static string Name => "SignBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (Vector256.GreaterThan(x, Vector256<T>.Zero) & Vector256<T>.One)
            - (Vector256.LessThan(x, Vector256<T>.Zero) & Vector256<T>.One);

    // d/dx = 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256<T>.Zero;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Creation.Full(x.Sizes, 0, x.dtype);
}

/// <summary>|x|.</summary>
internal readonly struct Abs : IFunction
{
    public static string Name => "AbsBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.Abs(x);

    // d|x|/dx = the sign of x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * Sign.Value(x, k);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => dy * Function.Of<Sign>(x);
}

/// <summary>x, with A for NaN, B for ∞ and C for -∞.</summary>
internal readonly struct NanToNum : IFunction
{
    public static string Name => "NanToNumBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> large = If(Vector256.Equals(x, Number<T>(double.PositiveInfinity)), k.B, x);
        Vector256<T> small = If(Vector256.Equals(x, Number<T>(double.NegativeInfinity)), k.C, large);
        return If(Vector256.Equals(x, x), small, k.A);
    }

    // d/dx = 1 where x is finite
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.Equals(x - x, Vector256<T>.Zero), dy, Vector256<T>.Zero);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Selection.Where(Comparisons.IsFinite(x), dy, 0);
}
