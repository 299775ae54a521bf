using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>The same elements several times, or in another order along axes.</summary>
internal static class Repeating
{
    /// <summary>The whole tensor <c>counts[d]</c> times along each axis; more counts than axes make new axes in front.</summary>
    public static Tensor Repeat(Tensor x, ReadOnlySpan<long> counts)
    {
        int dims = counts.Length, extra = dims - x.Sizes.Length;
        if (extra < 0)
        {
            throw new ArgumentException(
                "Number of dimensions of repeat dims can not be smaller than number of dimensions of tensor: "
                + $"got {Shape.Text(counts)} for {Shape.Text(x.Sizes)}");
        }
        var sizes = new long[dims];
        // Axis d of the result as two: which repetition (stride 0 in x), and where in it.
        long[] pairs = new long[2 * dims], strides = new long[2 * dims];
        var repetitions = new long[dims];
        for (int d = 0; d < dims; d++)
        {
            long size = d < extra ? 1 : x.Sizes[d - extra];
            if (counts[d] < 0)
            {
                throw new ArgumentException($"Trying to create tensor with negative dimension {counts[d]}: {Shape.Text(counts)}");
            }
            sizes[d] = size * counts[d];
            (pairs[2 * d], pairs[2 * d + 1]) = (counts[d], size);
            strides[2 * d + 1] = d < extra ? 1 : x.Strides[d - extra];
            repetitions[d] = 2 * d;
        }
        Tensor y = Tensor.Empty(sizes, x.dtype);
        using (Tensor source = x.Alias(pairs, strides, x.Offset))
        using (Tensor target = y.Alias(pairs, Shape.ContiguousStrides(pairs), 0))
        {
            Copies.Into(target, source);
        }
        return Tape.Record(y, "RepeatBackward0", [x], [], (dy, node) =>
            [Views.Reshape(Reductions.Sum(Views.Reshape(dy, pairs), repetitions, false), node.SizesOf(0))]);
    }

    /// <summary>As <see cref="Repeat"/>; missing counts in front are 1.</summary>
    public static Tensor Tile(Tensor x, ReadOnlySpan<long> counts)
    {
        if (counts.Length >= x.Sizes.Length)
        {
            return Repeat(x, counts);
        }
        var all = new long[x.Sizes.Length];
        Array.Fill(all, 1);
        counts.CopyTo(all.AsSpan(all.Length - counts.Length));
        return Repeat(x, all);
    }

    /// <summary>Each position of an axis as often as <paramref name="repeats"/> says; of the flattened tensor if no axis is
    /// given.</summary>
    public static unsafe Tensor RepeatInterleave(Tensor x, Tensor repeats, long? dim, long? outputSize)
    {
        Tensor source = dim is null ? Views.Reshape(x, [-1]) : x;
        int axis = Shape.Axis(dim ?? 0, source.Sizes.Length);
        long length = source.Sizes.Length == 0 ? 1 : source.Sizes[axis];
        if (!ElementType.IsInteger(repeats.dtype) || repeats.Sizes.Length > 1)
        {
            throw new ArgumentException(
                $"repeats must be a 0-dim or 1-dim tensor of int or long, got {ElementType.Name(repeats.dtype)} "
                + $"{Shape.Text(repeats.Sizes)}");
        }
        if (repeats.Elements != 1 && repeats.Elements != length)
        {
            throw new ArgumentException(
                $"repeats must have the same size as input along dim, got {repeats.Elements} repeats for size {length}");
        }
        long[] counts = Splitting.Positions(repeats);
        long total = 0;
        for (long i = 0; i < length; i++)
        {
            long count = counts[counts.Length == 1 ? 0 : i];
            total += count >= 0 ? count : throw new ArgumentException("repeats can not be negative");
        }
        if (outputSize is { } promised && promised != total)
        {
            throw new ArgumentException($"repeat_interleave: output_size is {promised}, but the repeats add up to {total}");
        }
        Tensor index = Tensor.Empty([total], ScalarType.Int64);
        long* at = index.Data<long>();
        for (long i = 0; i < length; i++)
        {
            long count = counts[counts.Length == 1 ? 0 : i];
            new Span<long>(at, checked((int)count)).Fill(i);
            at += count;
        }
        return IndexedAxis.Select(source, axis, index);
    }

    /// <summary>Axes in reverse.</summary>
    public static Tensor Flip(Tensor x, ReadOnlySpan<long> dims)
    {
        if (x.Sizes.Length == 0)
        {
            return Copies.Clone(x);
        }
        bool[] reversed = dims.IsEmpty ? new bool[x.Sizes.Length] : Reductions.Axes(x, dims);
        long[] strides = [.. x.Strides];
        long offset = x.Offset;
        for (int d = 0; d < strides.Length; d++)
        {
            if (reversed[d])
            {
                offset += Math.Max(0, x.Sizes[d] - 1) * strides[d];
                strides[d] = -strides[d];
            }
        }
        Tensor y = Tensor.Empty(x.Sizes, x.dtype);
        using (Tensor source = x.Alias(x.Sizes, strides, offset))
        {
            Copies.Into(y, source);
        }
        long[] axes = dims.ToArray();
        return Tape.Record(y, "FlipBackward0", [x], [], (dy, _) => [Flip(dy, axes)]);
    }

    /// <summary>Positions moved forward along axes, round the end; all elements in a row if no axis is given.</summary>
    public static Tensor Roll(Tensor x, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims)
    {
        if (dims.IsEmpty && shifts.Length == 1)
        {
            return Views.View(RollOne(Views.Reshape(x, [-1]), shifts[0], 0), x.Sizes);
        }
        if (shifts.IsEmpty || shifts.Length != dims.Length)
        {
            throw new ArgumentException($"shifts and dimensions must align. shifts: {shifts.Length}, dims:{dims.Length}");
        }
        for (int i = 0; i < shifts.Length; i++)
        {
            x = RollOne(x, shifts[i], Shape.Axis(dims[i], x.Sizes.Length));
        }
        return x;
    }

    /// <summary>A quarter turn <paramref name="k"/> times from the first axis towards the second.</summary>
    public static Tensor Rot90(Tensor x, long k, long first, long second)
    {
        int a = Shape.Axis(first, x.Sizes.Length), b = Shape.Axis(second, x.Sizes.Length);
        if (x.Sizes.Length < 2 || a == b)
        {
            throw new ArgumentException(
                $"expected total dims >= 2 and rotation dims to be different, but got {x.Sizes.Length} dims and dims {first}, "
                + $"{second}");
        }
        return ((k % 4 + 4) % 4) switch
        {
            1 => Copies.AsContiguous(Views.Transpose(Flip(x, [b]), a, b)),
            2 => Flip(x, [a, b]),
            3 => Copies.AsContiguous(Views.Transpose(Flip(x, [a]), a, b)),
            _ => Copies.Clone(x),
        };
    }

    private static Tensor RollOne(Tensor x, long shift, int axis)
    {
        if (x.Elements == 0 || x.Sizes.Length == 0)
        {
            return Copies.Clone(x);
        }
        long size = x.Sizes[axis], moved = (shift % size + size) % size;
        Tensor y = Tensor.Empty(x.Sizes, x.dtype);
        Part(y, 0, x, size - moved, moved, axis);
        Part(y, moved, x, 0, size - moved, axis);
        return Tape.Record(y, "RollBackward0", [x], [], (dy, _) => [RollOne(dy, -shift, axis)]);

        static void Part(Tensor y, long to, Tensor x, long from, long length, int axis)
        {
            long[] sizes = [.. x.Sizes];
            sizes[axis] = length;
            using Tensor target = y.Alias(sizes, y.Strides, to * y.Strides[axis]);
            using Tensor source = x.Alias(sizes, x.Strides, x.Offset + from * x.Strides[axis]);
            Copies.Into(target, source);
        }
    }
}
