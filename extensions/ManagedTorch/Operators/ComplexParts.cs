using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Complex tensors as the pairs of real numbers that they are in memory. Views, not recorded.</summary>
internal static class ComplexParts
{
    /// <summary>The real parts.</summary>
    public static Tensor Real(Tensor x) => Part(x, 0);

    /// <summary>The imaginary parts.</summary>
    public static Tensor Imaginary(Tensor x) => Part(x, 1);

    /// <summary>Real and imaginary parts along a new last axis of size 2.</summary>
    public static Tensor Pairs(Tensor x) => Reinterpret(x, [.. x.Sizes, 2], [.. Doubled(x.Strides), 1], 2 * x.Offset);

    private static Tensor Part(Tensor x, long part) => Reinterpret(x, x.Sizes, Doubled(x.Strides), 2 * x.Offset + part);

    private static Tensor Reinterpret(Tensor x, long[] sizes, long[] strides, long offset) =>
        new(x.Storage, offset, sizes, strides, ElementType.RealOf(x.dtype));

    private static long[] Doubled(long[] strides) => Array.ConvertAll(strides, stride => 2 * stride);
}
