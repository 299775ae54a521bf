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
            throw new ArgumentException(
                $"mismatched total size creating a tensor from an array: {values.Length} values for shape {Shape.Text(sizes)}");
        }
        Tensor y = Tensor.Empty(sizes, ElementType.Of(typeof(T)));
        values.CopyTo(new Span<T>(y.Pointer, values.Length));
        return y;
    }

    /// <summary>start + i·step for i = 0 … count - 1.</summary>
    public static Tensor Steps(long count, Scalar start, Scalar step, ScalarType dtype)
    {
        if (ElementType.IsInteger(dtype))
        {
            Tensor whole = Tensor.Empty([count], ScalarType.Int64);
            long* values = whole.Data<long>();
            for (long i = 0; i < count; i++)
            {
                values[i] = start.Whole + i * step.Whole;
            }
            return Copies.To(whole, dtype);
        }
        Tensor y = Tensor.Empty([count], ScalarType.Float64);
        double* at = y.Data<double>();
        for (long i = 0; i < count; i++)
        {
            at[i] = start.Real + i * step.Real;
        }
        return Copies.To(y, dtype);
    }

    /// <summary>f(x) for x evenly spaced from start to end; counted from the nearer end, as PyTorch does.</summary>
    public static Tensor Spaced(double start, double end, long steps, ScalarType dtype, Func<double, double> f)
    {
        Tensor y = Tensor.Empty([steps], ScalarType.Float64);
        double* at = y.Data<double>();
        bool single = dtype == ScalarType.Float32;
        double step = steps > 1 ? (end - start) / (steps - 1) : 0;
        if (single)
        {
            step = ((float)end - (float)start) / (steps - 1f);
        }
        for (long i = 0; i < steps; i++)
        {
            at[i] = f(steps == 1 ? start : i < steps / 2 ? start + step * i : end - step * (steps - i - 1));
        }
        return Copies.To(y, dtype);
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
