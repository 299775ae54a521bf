using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>max(x, 0); NaN stays.</summary>
internal readonly struct Relu : IFunction
{
    public static string Name => "ReluBackward0";

    public static bool SavesResult => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.LessThanOrEqual(x, Vector256<T>.Zero), Vector256<T>.Zero, x);

    // d/dx = 1 where y > 0
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.GreaterThan(y, Vector256<T>.Zero) & dy;

    public static Tensor Gradient(Tensor dy, Tensor y, Numbers k) => Selection.Where(Comparisons.Compare<Greater>(y, 0), dy, 0);
}

/// <summary>x for x > 0, otherwise A·x.</summary>
internal readonly struct LeakyRelu : IFunction
{
    public static string Name => "LeakyReluBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.GreaterThan(x, Vector256<T>.Zero), x, k.A * x);

    // d/dx = 1 or A
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.GreaterThan(x, Vector256<T>.Zero), dy, k.A * dy);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) =>
        Selection.Where(Comparisons.Compare<Greater>(x, 0), dy, dy * k.A);
}

/// <summary>B·x for x > 0, otherwise A·B·(e^(C·x) - 1).</summary>
internal readonly struct Elu : IFunction
{
    public static string Name => "EluBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.GreaterThan(x, Vector256<T>.Zero), k.B * x, k.A * k.B * Lanes.Apply<Expm1Function, T>(k.C * x));

    // d/dx = B, or A·B·C·e^(C·x)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        dy * If(Vector256.GreaterThan(x, Vector256<T>.Zero), k.B, k.A * k.B * k.C * Lanes.Apply<ExpFunction, T>(k.C * x));

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Selection.Where(
        Comparisons.Compare<Greater>(x, 0), dy * k.B,
            dy * (Function.Of<Exp>(Function.Of<Clamp>(x, new(double.NegativeInfinity, 0)) * k.C) * (k.A * k.B * k.C)));
}

/// <summary>x cut to A … B; NaN stays.</summary>
internal readonly struct Clamp : IFunction
{
    public static string Name => "ClampBackward1";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        x = If(Vector256.LessThan(x, k.A), k.A, x);
        return If(Vector256.GreaterThan(x, k.B), k.B, x);
    }

    // d/dx = 1 from A to B
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.LessThan(x, k.A) | Vector256.GreaterThan(x, k.B), Vector256<T>.Zero, dy);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Selection.Where(Comparisons.Outside(x, k.A, k.B), 0, dy);
}

/// <summary>x cut to A … B; without slope at the bounds.</summary>
internal readonly struct Hardtanh : IFunction
{
    public static string Name => "HardtanhBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Clamp.Value(x, k);

    // d/dx = 1 between A and B
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.LessThanOrEqual(x, k.A) | Vector256.GreaterThanOrEqual(x, k.B), Vector256<T>.Zero, dy);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Selection.Where(Comparisons.Inside(x, k.A, k.B), dy, 0);
}

/// <summary>x for x > A, otherwise B.</summary>
internal readonly struct Threshold : IFunction
{
    public static string Name => "ThresholdBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.LessThanOrEqual(x, k.A), k.B, x);

    // d/dx = 1 for x > A
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.LessThanOrEqual(x, k.A), Vector256<T>.Zero, dy);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) =>
        Selection.Where(Comparisons.Compare<LessOrEqual>(x, k.A), 0, dy);
}

/// <summary>(x + 3)/6, cut to 0 … 1.</summary>
internal readonly struct Hardsigmoid : IFunction
{
    public static string Name => "HardsigmoidBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> three = Number<T>(3), six = Number<T>(6), shifted = x + three;
        shifted = If(Vector256.LessThan(shifted, Vector256<T>.Zero), Vector256<T>.Zero, shifted);
        return If(Vector256.GreaterThan(shifted, six), six, shifted) / six;
    }

    // d/dx = 1/6 between -3 and 3
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> inside = Vector256.LessThan(Vector256.Abs(x), Number<T>(3));
        return inside & (dy * Number<T>(1.0 / 6));
    }

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Selection.Where(Comparisons.Inside(x, -3, 3), dy / 6, 0);
}

/// <summary>x·hardsigmoid(x).</summary>
internal readonly struct Hardswish : IFunction
{
    public static string Name => "HardswishBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        x * Hardsigmoid.Value(x, k);

    // d/dx = 0 below -3, x/3 + ½ between, 1 above 3
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> three = Number<T>(3), slope = x / three + Number<T>(0.5);
        slope = If(Vector256.GreaterThan(x, three), Vector256<T>.One, slope);
        return If(Vector256.LessThan(x, -three), Vector256<T>.Zero, dy * slope);
    }

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) => Selection.Where(
        Comparisons.Compare<Less>(x, -3), 0, Selection.Where(Comparisons.Compare<Greater>(x, 3), dy, dy * (x / 3 + 0.5)));
}

/// <summary>x + A below -A, x - A above A, 0 between.</summary>
internal readonly struct Softshrink : IFunction
{
    public static string Name => "SoftshrinkBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> high = Vector256.GreaterThan(x, k.A) & (x - k.A);
        return high + (Vector256.LessThan(x, -k.A) & (x + k.A));
    }

    // d/dx = 1 outside -A … A
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.GreaterThan(Vector256.Abs(x), k.A) & dy;

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) =>
        Selection.Where(Comparisons.Compare<Greater>(Function.Of<Abs>(x), k.A), dy, 0);
}

/// <summary>x outside -A … A, 0 between.</summary>
internal readonly struct Hardshrink : IFunction
{
    public static string Name => "HardshrinkBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.LessThanOrEqual(Vector256.Abs(x), k.A), Vector256<T>.Zero, x);

    // d/dx = 1 outside -A … A
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> x, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.LessThanOrEqual(Vector256.Abs(x), k.A), Vector256<T>.Zero, dy);

    public static Tensor Gradient(Tensor dy, Tensor x, Numbers k) =>
        Selection.Where(Comparisons.Compare<LessOrEqual>(Function.Of<Abs>(x), k.A), 0, dy);
}
