using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Loops;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>A loss of each input x and its target t, with both slopes, over vectors and, for second derivatives, over
/// tensors.</summary>
internal interface IPairLoss
{
    /// <summary>As PyTorch calls its derivative.</summary>
    static abstract string Name { get; }

    /// <summary>The loss.</summary>
    static abstract Vector256<T> Value<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its derivative by x.</summary>
    static abstract Vector256<T> InputSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its derivative by t.</summary>
    static abstract Vector256<T> TargetSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its derivative by x, recorded.</summary>
    static abstract Tensor InputSlope(Tensor x, Tensor t, Numbers k);

    /// <summary>Its derivative by t, recorded.</summary>
    static abstract Tensor TargetSlope(Tensor x, Tensor t, Numbers k);
}

/// <summary>A loss of the difference d = x - t alone.</summary>
internal interface IDifferenceLoss
{
    /// <summary>As PyTorch calls its derivative.</summary>
    static abstract string Name { get; }

    /// <summary>The loss.</summary>
    static abstract Vector256<T> Value<T>(Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its derivative by d.</summary>
    static abstract Vector256<T> Slope<T>(Vector256<T> d, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>Its derivative by d, recorded.</summary>
    static abstract Tensor Slope(Tensor d, Numbers k);
}

/// <summary>The loss of a difference as one of input and target: the slope by t is minus that by x.</summary>
internal readonly struct Difference<TLoss> : IPairLoss where TLoss : struct, IDifferenceLoss
{
    public static string Name => TLoss.Name;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Value<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TLoss.Value(x - t, k);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> InputSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => TLoss.Slope(x - t, k);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> TargetSlope<T>(Vector256<T> x, Vector256<T> t, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => -TLoss.Slope(x - t, k);

    public static Tensor InputSlope(Tensor x, Tensor t, Numbers k) => TLoss.Slope(x - t, k);

    public static Tensor TargetSlope(Tensor x, Tensor t, Numbers k) => -TLoss.Slope(x - t, k);
}
