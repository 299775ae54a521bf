using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>How axes of a tensor are replaced by those of index tensors, by PyTorch's (NumPy's) rules.</summary>
/// <remarks>Indexed axes that stand together are replaced where they are; if others lie between, the new axes come
/// first.</remarks>
internal readonly struct IndexedShape
{
    public IndexedShape(long[] sizes, int[] axes, Tensor[] indices)
    {
        Common = indices[0].Sizes;
        for (int i = 1; i < indices.Length; i++)
        {
            Common = CommonOf(Common, indices);
        }
        bool together = axes[^1] - axes[0] == axes.Length - 1;
        var before = new List<int>();
        var after = new List<int>();
        for (int d = 0; d < sizes.Length; d++)
        {
            if (Array.IndexOf(axes, d) < 0)
            {
                (together && d < axes[0] ? before : after).Add(d);
            }
        }
        (Before, After) = ([.. before], [.. after]);
        Sizes = [.. before.ConvertAll(d => sizes[d]), .. Common, .. after.ConvertAll(d => sizes[d])];
    }

    /// <summary>Axes that stay in front of the indexed ones.</summary>
    public int[] Before { get; }

    /// <summary>Axes that stay behind.</summary>
    public int[] After { get; }

    /// <summary>The common shape of the index tensors.</summary>
    public long[] Common { get; }

    /// <summary>The shape of the result.</summary>
    public long[] Sizes { get; }

    private static long[] CommonOf(long[] common, Tensor[] indices)
    {
        foreach (Tensor index in indices)
        {
            try
            {
                common = Shape.Broadcast(common, index.Sizes, "index");
            }
            catch (ArgumentException e)
            {
                string shapes = string.Join(", ", Array.ConvertAll(indices, x => Shape.Text(x.Sizes)));
                throw new ArgumentException(
                    $"shape mismatch: indexing tensors could not be broadcast together with shapes {shapes}", e);
            }
        }
        return common;
    }
}

/// <summary>The places in the memory of one tensor that index tensors name, as offsets for <see cref="IndexedBlocks"/>.</summary>
internal readonly unsafe struct PlaceTable : IDisposable
{
    private readonly Tensor _before, _at;
    private readonly Tensor? _after;
    private readonly long _afterCount;

    /// <exception cref="ArgumentOutOfRangeException">An index is not within its axis.</exception>
    public PlaceTable(Tensor x, in IndexedShape shape, int[] axes, Tensor[] indices)
    {
        _before = Offsets(x, shape.Before);
        _afterCount = Shape.Elements(Picked(x.Sizes, shape.After));
        _after = Shape.IsContiguous(Picked(x.Sizes, shape.After), Picked(x.Strides, shape.After)) ? null
            : Offsets(x, shape.After);
        _at = Creation.Full(shape.Common, 0, ScalarType.Int64);
        for (int i = 0; i < axes.Length; i++)
        {
            AddOffsets(_at, indices[i], axes[i], x);
        }
    }

    public BlockOffsets Offsets() => new(
        _before.Data<long>(),
        _before.Elements,
        _at.Data<long>(),
        _at.Elements,
        _after is null ? null : _after.Data<long>(),
        _afterCount);

    public void Dispose()
    {
        _before.Dispose();
        _at.Dispose();
        _after?.Dispose();
    }

    private static void AddOffsets(Tensor at, Tensor index, int axis, Tensor x)
    {
        if (at.Elements == 0)
        {
            return;
        }
        long size = x.Sizes[axis], stride = x.Strides[axis];
        long* to = at.Data<long>(), from = index.Data<long>();
        var walk = new RowWalk(at.Sizes, Shape.ExpandedStrides(index.Sizes, index.Strides, at.Sizes));
        do
        {
            for (long i = 0; i < walk.Length; i++)
            {
                long place = from[walk.A + i * walk.StepA];
                if (place < -size || place >= size)
                {
                    throw new ArgumentOutOfRangeException(
                        nameof(index),
                        $"index {place} is out of bounds for dimension {axis} with size {size} (tensor of size "
                        + $"{Shape.Text(x.Sizes)})");
                }
                *to++ += (place < 0 ? place + size : place) * stride;
            }
        }
        while (walk.Next());
    }

    // Where the positions of some axes are, in row-major order.
    private static Tensor Offsets(Tensor x, int[] axes)
    {
        long[] sizes = Picked(x.Sizes, axes), strides = Picked(x.Strides, axes);
        Tensor offsets = Tensor.Empty([Shape.Elements(sizes)], ScalarType.Int64);
        if (offsets.Elements > 0)
        {
            long* to = offsets.Data<long>();
            var walk = new RowWalk(sizes, strides);
            do
            {
                for (long i = 0; i < walk.Length; i++)
                {
                    *to++ = walk.A + i * walk.StepA;
                }
            }
            while (walk.Next());
        }
        return offsets;
    }

    private static long[] Picked(long[] values, int[] axes) => Array.ConvertAll(axes, d => values[d]);
}
