using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>-t·log x - (1 - t)·log(1 - x) of a probability x; as in PyTorch no logarithm is below -100.</summary>
internal readonly struct BinaryCrossEntropy : IPairLoss
{
    private const double LeastLog = -100;
    private const double LeastVariance = 1e-12;

    public static string Name => "BinaryCrossEntropyBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(
        Vector256<T> x, Vector256<T> t, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (t - Vector256<T>.One) * LogOfRest(x) - t * LogOf(x);

    // (x - t)/(x(1 - x))
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InputSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (x - t) / Vector256.Max((Vector256<T>.One - x) * x, Number<T>(LeastVariance));

    // log(1 - x) - log x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> TargetSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => LogOfRest(x) - LogOf(x);

    public static Tensor InputSlope(Tensor x, Tensor t, Numbers k) =>
        (x - t) / Function.Of<Clamp>((1 - x) * x, new(LeastVariance, double.PositiveInfinity));

    public static Tensor TargetSlope(Tensor x, Tensor t, Numbers k)
    {
        var bounds = new Numbers(LeastLog, double.PositiveInfinity);
        return Function.Of<Clamp>(Function.Of<Log1p>(-x), bounds) - Function.Of<Clamp>(Function.Of<Log>(x), bounds);
    }

    private static Vector256<T> LogOf<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.Max(Lanes.Apply<LogFunction, T>(x), Number<T>(LeastLog));

    private static Vector256<T> LogOfRest<T>(Vector256<T> x) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Vector256.Max(Lanes.Apply<Log1pFunction, T>(-x), Number<T>(LeastLog));
}

/// <summary>The same of the probability σ(x), without overflow: (1 - t)·x + log(1 + e⁻ˣ).</summary>
internal readonly struct BinaryCrossEntropyOfLogits : IPairLoss
{
    public static string Name => "BinaryCrossEntropyWithLogitsBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(
        Vector256<T> x, Vector256<T> t, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (Vector256<T>.One - t) * x + Lanes.Apply<SoftplusFunction, T>(-x);

    // σ(x) - t
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InputSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Lanes.Apply<SigmoidFunction, T>(x) - t;

    // -x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> TargetSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => -x;

    public static Tensor InputSlope(Tensor x, Tensor t, Numbers k) => Function.Of<Sigmoid>(x) - t;

    public static Tensor TargetSlope(Tensor x, Tensor t, Numbers k) => -x;
}

/// <summary>t·(log t - x) of log-probabilities x and probabilities t; 0 where t is 0 (Kullback and Leibler, 1951).</summary>
internal readonly struct Divergence : IPairLoss
{
    public static string Name => "KlDivBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(
        Vector256<T> x, Vector256<T> t, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        If(Vector256.Equals(t, Vector256<T>.Zero), Vector256<T>.Zero, t * Lanes.Apply<LogFunction, T>(t)) - t * x;

    // -t
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InputSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => -t;

    // log t + 1 - x
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> TargetSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Lanes.Apply<LogFunction, T>(t) + Vector256<T>.One - x;

    public static Tensor InputSlope(Tensor x, Tensor t, Numbers k) => -t;

    public static Tensor TargetSlope(Tensor x, Tensor t, Numbers k) => Function.Of<Log>(t) + 1 - x;
}

/// <summary>eᵗ·(t - x) of two log-probabilities.</summary>
internal readonly struct DivergenceOfLogs : IPairLoss
{
    public static string Name => "KlDivBackward0";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(
        Vector256<T> x, Vector256<T> t, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Lanes.Apply<ExpFunction, T>(t) * (t - x);

    // -eᵗ
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InputSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => -Lanes.Apply<ExpFunction, T>(t);

    // eᵗ·(t - x + 1)
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> TargetSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Lanes.Apply<ExpFunction, T>(t) * (t - x + Vector256<T>.One);

    public static Tensor InputSlope(Tensor x, Tensor t, Numbers k) => -Function.Of<Exp>(t);

    public static Tensor TargetSlope(Tensor x, Tensor t, Numbers k) => Function.Of<Exp>(t) * (t - x + 1);
}
