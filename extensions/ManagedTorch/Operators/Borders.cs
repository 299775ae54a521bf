using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>More positions at the ends of the last axes: one value, the mirrored inside, the border, or the other end.</summary>
/// <remarks>Amounts come in pairs (before, after), the pair of the last axis first, as in PyTorch.</remarks>
internal static unsafe class Borders
{
    /// <summary>Pads in any of the modes; <paramref name="value"/> counts for the constant one.</summary>
    public static Tensor Apply(Tensor x, ReadOnlySpan<long> amounts, PaddingModes mode, double value)
    {
        if (amounts.Length % 2 != 0)
        {
            throw new ArgumentException($"Padding length must be divisible by 2, got {Shape.Text(amounts)}");
        }
        if (amounts.Length / 2 > x.Sizes.Length)
        {
            throw new ArgumentException(
                $"Padding length too large: {Shape.Text(amounts)} for an input with {x.Sizes.Length} dimensions "
                + $"{Shape.Text(x.Sizes)}");
        }
        return mode is PaddingModes.Constant or PaddingModes.Zeros
            ? Constant(x, amounts, mode == PaddingModes.Zeros ? 0 : value)
            : AxisByAxis(x, amounts, mode);
    }

    /// <summary>Pads with one value; negative amounts cut.</summary>
    public static Tensor Constant(Tensor x, ReadOnlySpan<long> amounts, Scalar value)
    {
        int dims = x.Sizes.Length;
        long[] sizes = [.. x.Sizes], inner = [.. x.Sizes];
        long target = 0, source = x.Offset;
        var negative = new long[amounts.Length];
        for (int i = 0; i < amounts.Length / 2; i++)
        {
            int d = dims - 1 - i;
            long before = amounts[2 * i], after = amounts[2 * i + 1];
            (negative[2 * i], negative[2 * i + 1]) = (-before, -after);
            sizes[d] += before + after;
            inner[d] += Math.Min(before, 0) + Math.Min(after, 0);
            if (sizes[d] < 0 || inner[d] < 0)
            {
                throw new ArgumentException(
                    $"The input size {x.Sizes[d]}, plus negative padding {before} and {after} resulted in a negative output "
                    + $"size, which is invalid. Check dimension {d} of your input.");
            }
        }
        Tensor y = Creation.Full(sizes, value, x.dtype);
        for (int i = 0; i < amounts.Length / 2; i++)
        {
            int d = dims - 1 - i;
            target += Math.Max(amounts[2 * i], 0) * y.Strides[d];
            source += Math.Max(-amounts[2 * i], 0) * x.Strides[d];
        }
        using (Tensor to = y.Alias(inner, y.Strides, target))
        using (Tensor from = x.Alias(inner, x.Strides, source))
        {
            Copies.Into(to, from);
        }
        return Tape.Record(y, "ConstantPadNdBackward0", [x], [], (dy, _) => [Constant(dy, negative, 0)]);
    }

    // Every padded position repeats one of the input: an index for each axis, whose gradient adds up what was repeated.
    private static Tensor AxisByAxis(Tensor x, ReadOnlySpan<long> amounts, PaddingModes mode)
    {
        for (int i = 0; i < amounts.Length / 2; i++)
        {
            int d = x.Sizes.Length - 1 - i;
            long before = amounts[2 * i], after = amounts[2 * i + 1], size = x.Sizes[d];
            if (before == 0 && after == 0)
            {
                continue;
            }
            long most = mode == PaddingModes.Reflect ? size - 1 : mode == PaddingModes.Circular ? size : long.MaxValue;
            if (before > most || after > most || size == 0 || size + before + after < 0)
            {
                throw new ArgumentException(
                    mode == PaddingModes.Circular
                        ? $"Padding value causes wrapping around more than once: ({before}, {after}) at dimension {d} of input "
                            + $"{Shape.Text(x.Sizes)}"
                        : $"Padding size should be less than the corresponding input dimension, but got: padding ({before}, "
                            + $"{after}) at "
                        + $"dimension {d} of input {Shape.Text(x.Sizes)}");
            }
            Tensor index = Tensor.Empty([size + before + after], ScalarType.Int64);
            long* at = index.Data<long>();
            for (long p = -before; p < size + after; p++)
            {
                *at++ = mode switch
                {
                    PaddingModes.Reflect => p < 0 ? -p : p >= size ? 2 * size - 2 - p : p,
                    PaddingModes.Replicate => Math.Clamp(p, 0, size - 1),
                    _ => p < 0 ? p + size : p >= size ? p - size : p,
                };
            }
            x = IndexedPlaces.Get(x, [d], [index]);
        }
        return x;
    }
}
