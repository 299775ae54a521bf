using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Reading and writing at places that index tensors (int64) name along some axes.</summary>
internal static unsafe class IndexedPlaces
{
    /// <summary>The elements at those places: y[…, p, …] = x[…, i₁[p], i₂[p], …].</summary>
    public static Tensor Get(Tensor x, int[] axes, Tensor[] indices)
    {
        var shape = new IndexedShape(x.Sizes, axes, indices);
        Tensor y = Tensor.Empty(shape.Sizes, x.dtype);
        using (var table = new PlaceTable(x, shape, axes, indices))
        {
            ByType.Bits(x.dtype, new GetWork(y, x, table.Offsets()));
        }
        // dx = zeros with dy added where it was read.
        return Tape.Record(y, "IndexBackward0", [x], indices, (dy, node) =>
            [GetBackward(dy, node.SizesOf(0), axes, SavedIndices(node, axes.Length))]);
    }

    /// <summary>Zeros with dy added at the places; recorded, so that it can be differentiated again.</summary>
    public static Tensor GetBackward(Tensor dy, long[] sizes, int[] axes, Tensor[] indices)
    {
        Tensor whole = Creation.Full(sizes, 0, dy.dtype);
        AddInto(whole, axes, indices, dy);
        return Tape.Record(whole, "IndexBackwardBackward0", [dy], indices, (ddy, node) =>
            [Get(ddy, axes, SavedIndices(node, axes.Length))]);
    }

    /// <summary>Replaces the elements at the places by the value, stretched and converted, or adds it to them; in
    /// place.</summary>
    public static Tensor Put(Tensor x, int[] axes, Tensor[] indices, Tensor value, bool accumulate)
    {
        Tape.CheckInPlace(x, oneValue: !accumulate);
        var shape = new IndexedShape(x.Sizes, axes, indices);
        Tensor given = Trimmed(value, shape.Sizes.Length);
        Tensor values = Stretched(given, shape.Sizes, x);
        if (accumulate)
        {
            AddInto(x, axes, indices, values);
        }
        else
        {
            using var table = new PlaceTable(x, shape, axes, indices);
            ByType.Bits(x.dtype, new PutWork(x, values, table.Offsets()));
        }
        ScalarType type = given.dtype;
        return Tape.RecordInPlace(x, "IndexPutBackward0", [x, given], indices, (dy, node) =>
        {
            Tensor[] places = SavedIndices(node, axes.Length);
            return
            [
                !node.Needs(0) && !accumulate ? Creation.Full(dy.Sizes, 0, dy.dtype)
                    : accumulate ? dy
                    : Put(Copies.Clone(dy), axes, places, Creation.Full([], 0, dy.dtype), false),
                node.Needs(1) ? Arithmetic.Given(Get(dy, axes, places), node, 1, type) : null,
            ];
        });
    }

    /// <summary>Throws if an index is below <paramref name="low"/> or not below <paramref name="size"/>.</summary>
    public static void CheckRange(Tensor index, long low, long size, string message, long[]? sizes = null, int axis = 0)
    {
        long* at = index.Data<long>();
        for (long i = 0; i < index.Elements; i++)
        {
            if (at[i] < low || at[i] >= size)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index),
                    $"{message}: index {at[i]} at dimension {axis} with size "
                    + $"{size}{(sizes is null ? "" : $" of {Shape.Text(sizes)}")}");
            }
        }
    }

    private static Tensor[] SavedIndices(Node node, int count)
    {
        var indices = new Tensor[count];
        for (int i = 0; i < count; i++)
        {
            indices[i] = node[i];
        }
        return indices;
    }

    private static void AddInto(Tensor x, int[] axes, Tensor[] indices, Tensor values)
    {
        if (x.dtype == ScalarType.Bool)
        {
            throw new ArgumentException("Adding at indices is not offered for bool tensors.");
        }
        if (ElementType.IsComplex(x.dtype))
        {
            AddInto(ComplexParts.Real(x), axes, indices, ComplexParts.Real(values));
            AddInto(ComplexParts.Imaginary(x), axes, indices, ComplexParts.Imaginary(values));
            return;
        }
        Tensor source = values.IsContiguous ? values : Copies.Contiguous(values);
        using var table = new PlaceTable(x, new IndexedShape(x.Sizes, axes, indices), axes, indices);
        ByType.Numbers(x.dtype, new AddWork(x, source, table.Offsets()));
    }

    private static Tensor Stretched(Tensor trimmed, long[] sizes, Tensor x)
    {
        if (trimmed.dtype == x.dtype && trimmed.IsContiguous && trimmed.Storage != x.Storage
            && trimmed.Sizes.AsSpan().SequenceEqual(sizes))
        {
            return trimmed;
        }
        try
        {
            Shape.ExpandedStrides(trimmed.Sizes, trimmed.Strides, sizes);
        }
        catch (ArgumentException e)
        {
            throw new ArgumentException(
                $"shape mismatch: value tensor of shape {Shape.Text(trimmed.Sizes)} cannot be broadcast to indexing result of "
                + "shape "
                + Shape.Text(sizes),
                e);
        }
        Tensor all = Tensor.Empty(sizes, x.dtype);
        Copies.Into(all, trimmed);
        return all;
    }

    /// <summary>Without leading axes of size 1 that the target does not have, as an assignment allows.</summary>
    public static Tensor Trimmed(Tensor value, int dims)
    {
        int extra = value.Sizes.Length - dims;
        if (extra <= 0)
        {
            return value;
        }
        for (int d = 0; d < extra; d++)
        {
            if (value.Sizes[d] != 1)
            {
                throw new ArgumentException(
                    $"shape mismatch: value tensor of shape {Shape.Text(value.Sizes)} has too many dimensions, expected {dims}");
            }
        }
        return Views.View(value, value.Sizes.AsSpan(extra));
    }

    private readonly struct GetWork(Tensor y, Tensor x, BlockOffsets offsets) : IBitsWork
    {
        public void Run<T>() where T : unmanaged => IndexedBlocks.Get(y.Data<T>(), x.Data<T>(), offsets);
    }

    private readonly struct PutWork(Tensor x, Tensor y, BlockOffsets offsets) : IBitsWork
    {
        public void Run<T>() where T : unmanaged => IndexedBlocks.Put(x.Data<T>(), y.Data<T>(), offsets);
    }

    private readonly struct AddWork(Tensor x, Tensor y, BlockOffsets offsets) : INumbersWork
    {
        public void Run<T>() where T : unmanaged, INumber<T> => IndexedBlocks.Add(x.Data<T>(), y.Data<T>(), offsets);
    }
}
