using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>A tensor cut along an axis into views.</summary>
internal static class Splitting
{
    /// <summary>Pieces of <paramref name="size"/> positions; the last may be shorter.</summary>
    public static Tensor[] Split(Tensor x, long size, long dim)
    {
        int axis = AxisOf(x, dim, "split");
        long length = x.Sizes[axis];
        if (size < 0 || size == 0 && length > 0)
        {
            throw new ArgumentException(
                $"split expects split_size be non-negative, and 0 only for an empty dimension, but got {size}");
        }
        var pieces = new Tensor[size == 0 ? 1 : Math.Max(1, (length + size - 1) / size)];
        for (int i = 0; i < pieces.Length; i++)
        {
            pieces[i] = Views.Slice(x, axis, i * size, Math.Min(size, length - i * size), 1);
        }
        return pieces;
    }

    /// <summary>Pieces of given sizes.</summary>
    public static Tensor[] Split(Tensor x, ReadOnlySpan<long> sizes, long dim)
    {
        int axis = AxisOf(x, dim, "split_with_sizes");
        long sum = 0;
        foreach (long size in sizes)
        {
            sum += size >= 0 ? size : throw new ArgumentException(
                $"split_with_sizes expects split_sizes have only non-negative entries, but got split_sizes={Shape.Text(sizes)}");
        }
        if (sum != x.Sizes[axis])
        {
            throw new ArgumentException(
                $"split_with_sizes expects split_sizes to sum exactly to {x.Sizes[axis]} (input tensor's size at dimension "
                + $"{axis}), but got split_sizes={Shape.Text(sizes)}");
        }
        var pieces = new Tensor[sizes.Length];
        long start = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            pieces[i] = Views.Slice(x, axis, start, sizes[i], 1);
            start += sizes[i];
        }
        return pieces;
    }

    /// <summary>At most <paramref name="chunks"/> pieces of equal size; the last may be shorter.</summary>
    public static Tensor[] Chunk(Tensor x, long chunks, long dim)
    {
        int axis = AxisOf(x, dim, "chunk");
        if (chunks <= 0)
        {
            throw new ArgumentException($"chunk expects `chunks` to be greater than 0, got: {chunks}");
        }
        long size = (x.Sizes[axis] + chunks - 1) / chunks;
        return size == 0 ? Split(x, new long[chunks], dim) : Split(x, size, dim);
    }

    /// <summary>Exactly <paramref name="sections"/> pieces; the first ones are one position longer if it does not come out
    /// even.</summary>
    public static Tensor[] Sections(Tensor x, long sections, long dim)
    {
        int axis = AxisOf(x, dim, "tensor_split");
        if (sections <= 0)
        {
            throw new ArgumentException($"number of sections must be larger than 0, got {sections}");
        }
        var sizes = new long[sections];
        for (int i = 0; i < sections; i++)
        {
            sizes[i] = x.Sizes[axis] / sections + (i < x.Sizes[axis] % sections ? 1 : 0);
        }
        return Split(x, sizes, axis);
    }

    /// <summary>As <see cref="Sections"/>, but the size must come out even.</summary>
    public static Tensor[] Even(Tensor x, long sections, long axis, string name) => sections > 0 && x.Sizes[axis] % sections == 0
        ? Sections(x, sections, axis)
        : throw new ArgumentException(
            $"torch.{name} attempted to split along dimension {axis}, but the size of the dimension {x.Sizes[axis]} is not "
            + $"divisible by the split_size {sections}!");

    /// <summary>The axis that runs sideways: the second, or the only one.</summary>
    public static int Sideways(Tensor x) => x.Sizes.Length == 0
        ? throw new ArgumentException(
            "torch.hsplit requires a tensor with at least 1 dimension, but got a tensor with 0 dimensions!")
        : x.Sizes.Length == 1 ? 0 : 1;

    /// <summary>The axis that runs downwards: the first of at least two.</summary>
    public static int Downwards(Tensor x) => x.Sizes.Length < 2
        ? throw new ArgumentException(
            $"torch.vsplit requires a tensor with at least 2 dimension, but got a tensor with {x.Sizes.Length} dimensions!")
        : 0;

    /// <summary>Pieces between given positions.</summary>
    public static Tensor[] At(Tensor x, ReadOnlySpan<long> positions, long dim)
    {
        int axis = AxisOf(x, dim, "tensor_split");
        var pieces = new Tensor[positions.Length + 1];
        long start = 0;
        for (int i = 0; i < pieces.Length; i++)
        {
            long end = i < positions.Length ? positions[i] : x.Sizes[axis];
            pieces[i] = Views.Range(x, axis, start, end, 1);
            start = end;
        }
        return pieces;
    }

    /// <summary>All positions of an axis, which disappears.</summary>
    public static Tensor[] Unbind(Tensor x, long dim)
    {
        int axis = AxisOf(x, dim, "unbind");
        var slices = new Tensor[x.Sizes[axis]];
        for (int i = 0; i < slices.Length; i++)
        {
            slices[i] = Views.Select(x, axis, i);
        }
        return slices;
    }

    /// <summary>Whole numbers out of a tensor of positions.</summary>
    public static unsafe long[] Positions(Tensor x)
    {
        Tensor numbers = Copies.AsContiguous(Copies.To(x, ScalarType.Int64));
        return new ReadOnlySpan<long>(numbers.Data<long>(), checked((int)numbers.Elements)).ToArray();
    }

    private static int AxisOf(Tensor x, long dim, string name) => x.Sizes.Length == 0
        ? throw new ArgumentException($"{name} expects at least a 1-dimensional tensor")
        : Shape.Axis(dim, x.Sizes.Length);
}
