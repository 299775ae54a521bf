using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Loops;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>d².</summary>
internal readonly struct SquaredError : IDifferenceLoss
{
    public static string Name => "MseLossBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(
        Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> => d * d;

    // 2d
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Slope<T>(
        Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> => d + d;

    public static Tensor Slope(Tensor d, Numbers k) => d * 2;
}

/// <summary>|d|.</summary>
internal readonly struct AbsoluteError : IDifferenceLoss
{
    public static string Name => "L1LossBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.Abs(d);

    // -1, 0 or 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Slope<T>(Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(
            Vector256.Equals(d, d),
            (Vector256.GreaterThan(d, Vector256<T>.Zero) & Vector256<T>.One) - (Vector256.LessThan(d,
            Vector256<T>.Zero) & Vector256<T>.One),
            d);

    public static Tensor Slope(Tensor d, Numbers k) => Function.Of<Sign>(d);
}

/// <summary>d²/2A for |d| below A, otherwise |d| - A/2; A > 0.</summary>
internal readonly struct SmoothAbsoluteError : IDifferenceLoss
{
    public static string Name => "SmoothL1LossBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> size = Vector256.Abs(d), half = Number<T>(0.5);
        return If(Vector256.LessThan(size, k.A), half * d * d / k.A, size - half * k.A);
    }

    // d/A, cut to -1 … 1
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Slope<T>(Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.LessThan(Vector256.Abs(d), k.A), d / k.A, AbsoluteError.Slope(d, k));

    public static Tensor Slope(Tensor d, Numbers k) => Function.Of<Clamp>(d / k.A, new(-1, 1));
}

/// <summary>d²/2 for |d| below A, otherwise A·(|d| - A/2); A > 0 (Huber, 1964).</summary>
internal readonly struct HuberError : IDifferenceLoss
{
    public static string Name => "HuberLossBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Vector256<T> size = Vector256.Abs(d), half = Number<T>(0.5);
        return If(Vector256.LessThan(size, k.A), half * d * d, k.A * (size - half * k.A));
    }

    // d, cut to -A … A
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Slope<T>(Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.LessThan(Vector256.Abs(d), k.A), d, k.A * AbsoluteError.Slope(d, k));

    public static Tensor Slope(Tensor d, Numbers k) => Function.Of<Clamp>(d, new(-k.A, k.A));
}
