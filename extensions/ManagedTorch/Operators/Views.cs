using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Other looks at the same memory. None copies.</summary>
internal static partial class Views
{
    /// <summary>A view with its own sizes, strides and offset; no history is recorded.</summary>
    public static Tensor AsStrided(Tensor x, long[] sizes, long[] strides, long offset)
    {
        Tensor view = x.Alias(sizes, strides, offset);
        view.Base = x.Base ?? x;
        return view;
    }

    /// <summary>The recorded look of <paramref name="view"/> at a base that was changed in place.</summary>
    public static Node AsStridedNode(Tensor view, Tensor root)
    {
        long[] sizes = view.Sizes, strides = view.Strides, rootSizes = root.Sizes, rootStrides = root.Strides;
        long offset = view.Offset - root.Offset;
        return new FunctionNode("AsStridedBackward0", [root], (dy, _) =>
        {
            Tensor whole = Creation.ZerosWithStrides(rootSizes, rootStrides, dy.dtype);
            Copies.AddIntoStrided(whole.Alias(sizes, strides, whole.Offset + offset), dy);
            return [whole];
        });
    }

    /// <summary>Axes in another order.</summary>
    /// <exception cref="ArgumentException">Not each axis once.</exception>
    public static Tensor Permute(Tensor x, ReadOnlySpan<long> order)
    {
        int dims = x.Sizes.Length;
        if (order.Length != dims)
        {
            throw new ArgumentException(
                $"permute: the tensor has {dims} dimensions {Shape.Text(x.Sizes)}, but the order names {order.Length}: "
                + $"{Shape.Text(order)}");
        }
        var sizes = new long[dims];
        var strides = new long[dims];
        var inverse = new long[dims];
        Array.Fill(inverse, -1);
        for (int d = 0; d < dims; d++)
        {
            int from = Shape.Axis(order[d], dims);
            if (inverse[from] >= 0)
            {
                throw new ArgumentException($"permute: repeated dim {from} in the order of dimensions");
            }
            inverse[from] = d;
            sizes[d] = x.Sizes[from];
            strides[d] = x.Strides[from];
        }
        Tensor y = AsStrided(x, sizes, strides, x.Offset);
        return Tape.Record(y, "PermuteBackward0", [x], [], (dy, _) => [Permute(dy, inverse)]);
    }

    /// <summary>Two axes exchanged.</summary>
    public static Tensor Transpose(Tensor x, long first, long second)
    {
        int a = Shape.Axis(first, x.Sizes.Length), b = Shape.Axis(second, x.Sizes.Length);
        if (x.Sizes.Length == 0)
        {
            return Expand(x, []);
        }
        long[] sizes = [.. x.Sizes], strides = [.. x.Strides];
        (sizes[a], sizes[b]) = (sizes[b], sizes[a]);
        (strides[a], strides[b]) = (strides[b], strides[a]);
        Tensor y = AsStrided(x, sizes, strides, x.Offset);
        return Tape.Record(y, "TransposeBackward0", [x], [], (dy, _) => [Transpose(dy, a, b)]);
    }

    /// <summary>Axes of size 1 stretched, and new axes in front.</summary>
    public static Tensor Expand(Tensor x, ReadOnlySpan<long> target)
    {
        int shift = target.Length - x.Sizes.Length;
        long[] sizes = target.ToArray();
        for (int d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] == -1 && d >= shift)
            {
                sizes[d] = x.Sizes[d - shift];
            }
        }
        if (shift < 0)
        {
            throw new ArgumentException(
                $"expand: the number of sizes provided ({target.Length}) must be greater or equal to the number of dimensions "
                + $"in the tensor ({x.Sizes.Length}). Target sizes: {Shape.Text(target)}. Tensor sizes: {Shape.Text(x.Sizes)}");
        }
        Tensor y = AsStrided(x, sizes, Shape.ExpandedStrides(x.Sizes, x.Strides, sizes), x.Offset);
        return Tape.Record(y, "ExpandBackward0", [x], [], static (dy, node) => [Reductions.SumTo(dy, node.SizesOf(0))]);
    }

    /// <summary>The same elements under other sizes, without a copy.</summary>
    /// <exception cref="ArgumentException">The number of elements differs, or it would take a copy.</exception>
    public static Tensor View(Tensor x, ReadOnlySpan<long> target)
    {
        long[] sizes = Shape.Infer(target, x.Elements);
        long[] strides = Shape.ViewStrides(x.Sizes, x.Strides, sizes) ?? throw new ArgumentException(
            "view size is not compatible with input tensor's size and stride (at least one dimension spans across two "
            + $"contiguous subspaces): {Shape.Text(x.Sizes)} to {Shape.Text(sizes)}. Use .reshape(...) instead.");
        return ViewWith(x, sizes, strides);
    }

    /// <summary>The same elements under other sizes; a copy only where the strides demand it.</summary>
    public static Tensor Reshape(Tensor x, ReadOnlySpan<long> target)
    {
        long[] sizes = Shape.Infer(target, x.Elements);
        return Shape.ViewStrides(x.Sizes, x.Strides, sizes) is { } strides
            ? ViewWith(x, sizes, strides)
            : View(Copies.Clone(x), sizes);
    }

    /// <summary>Every <paramref name="step"/>-th position of an axis from <paramref name="start"/>.</summary>
    public static Tensor Slice(Tensor x, int axis, long start, long length, long step)
    {
        long[] sizes = [.. x.Sizes], strides = [.. x.Strides];
        sizes[axis] = length;
        strides[axis] *= step;
        Tensor y = AsStrided(x, sizes, strides, x.Offset + start * x.Strides[axis]);
        return Tape.Record(
            y, "SliceBackward0", [x], [], (dy, node) => [SliceBackward(dy, node.SizesOf(0), axis, start, length, step)]);
    }

    /// <summary>One position of an axis, which disappears.</summary>
    public static Tensor Select(Tensor x, long dim, long index)
    {
        if (x.Sizes.Length == 0)
        {
            throw new ArgumentException("select() cannot be applied to a 0-dim tensor.");
        }
        int axis = Shape.Axis(dim, x.Sizes.Length);
        long size = x.Sizes[axis];
        if (index < -size || index >= size)
        {
            throw new ArgumentOutOfRangeException(
                nameof(index),
                $"select(): index {index} out of range for tensor of size {Shape.Text(x.Sizes)} at dimension {axis}");
        }
        long at = index < 0 ? index + size : index;
        Tensor y = AsStrided(x, Without(x.Sizes, axis), Without(x.Strides, axis), x.Offset + at * x.Strides[axis]);
        return Tape.Record(y, "SelectBackward0", [x], [], (dy, node) =>
            [SliceBackward(Unsqueeze(dy, axis), node.SizesOf(0), axis, at, 1, 1)]);
    }

    /// <summary>A new axis of size 1 before position <paramref name="axis"/>.</summary>
    public static Tensor Unsqueeze(Tensor x, int axis)
    {
        long stride = axis < x.Sizes.Length ? x.Sizes[axis] * x.Strides[axis] : 1;
        Tensor y = AsStrided(x, With(x.Sizes, axis, 1), With(x.Strides, axis, stride), x.Offset);
        return Tape.Record(y, "UnsqueezeBackward0", [x], [], (dy, _) => [Squeeze(dy, axis)]);
    }

    /// <summary>Without an axis of size 1.</summary>
    public static Tensor Squeeze(Tensor x, int axis)
    {
        Tensor y = AsStrided(x, Without(x.Sizes, axis), Without(x.Strides, axis), x.Offset);
        return Tape.Record(y, "SqueezeBackward1", [x], [], (dy, _) => [Unsqueeze(dy, axis)]);
    }

    private static Tensor ViewWith(Tensor x, long[] sizes, long[] strides)
    {
        Tensor y = AsStrided(x, sizes, strides, x.Offset);
        return Tape.Record(y, "ViewBackward0", [x], [], static (dy, node) => [Reshape(dy, node.SizesOf(0))]);
    }

    // Zeros everywhere but in the slice; recorded, so that it can be differentiated again.
    private static Tensor SliceBackward(Tensor dy, long[] sizes, int axis, long start, long length, long step)
    {
        Tensor whole = Creation.Full(sizes, 0, dy.dtype);
        long[] strides = [.. whole.Strides];
        strides[axis] *= step;
        Copies.Into(whole.Alias(dy.Sizes, strides, whole.Offset + start * whole.Strides[axis]), dy);
        return Tape.Record(whole, "SliceBackwardBackward0", [dy], [], (ddy, _) => [Slice(ddy, axis, start, length, step)]);
    }

    private static long[] Without(long[] values, int axis)
    {
        var rest = new long[values.Length - 1];
        Array.Copy(values, rest, axis);
        Array.Copy(values, axis + 1, rest, axis, rest.Length - axis);
        return rest;
    }

    private static long[] With(long[] values, int axis, long value)
    {
        var more = new long[values.Length + 1];
        Array.Copy(values, more, axis);
        more[axis] = value;
        Array.Copy(values, axis, more, axis + 1, values.Length - axis);
        return more;
    }
}
