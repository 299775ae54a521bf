using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>New tensors with given content.</summary>
internal static unsafe class Creation
{
    /// <summary>The same value everywhere.</summary>
    public static Tensor Full(long[] sizes, Scalar value, ScalarType dtype)
    {
        Tensor y = Tensor.Empty(sizes, dtype);
        Copies.Fill(y, value);
        return y;
    }

    /// <summary>Zeros in memory laid out with given strides (of a permuted, gapless tensor).</summary>
    public static Tensor ZerosWithStrides(long[] sizes, long[] strides, ScalarType dtype)
    {
        Tensor zeros = Full([Span(sizes, strides)], 0, dtype);
        return zeros.Alias(sizes, strides, 0);
    }

    /// <summary>A copy of .NET values in row-major order.</summary>
    public static Tensor FromValues<T>(ReadOnlySpan<T> values, long[] sizes) where T : unmanaged
    {
        if (Shape.Elements(sizes) != values.Length)
        {
            throw new ArgumentException($"mismatched total size creating a tensor from an array: {values.Length} values for shape {Shape.Text(sizes)}");
        }
        Tensor y = Tensor.Empty(sizes, ElementType.Of(typeof(T)));
        values.CopyTo(new Span<T>(y.Pointer, values.Length));
        return y;
    }

    // Elements from the first to the last that the strides reach.
    private static long Span(long[] sizes, long[] strides)
    {
        long last = 0;
        for (int d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] == 0)
            {
                return 0;
            }
            last += (sizes[d] - 1) * strides[d];
        }
        return last + 1;
    }
}
