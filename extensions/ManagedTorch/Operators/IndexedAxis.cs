using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Chosen positions of one axis: read, replaced, added to; and rows of a table by number.</summary>
internal static class IndexedAxis
{
    /// <summary>The positions of an axis that a vector of indices names.</summary>
    public static Tensor Select(Tensor x, long dim, Tensor index)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor places = Vector(index, "index_select", x, axis);
        return x.Sizes.Length == 0
            ? Views.View(IndexedPlaces.Get(Views.View(x, [1]), [0], [places]), [])
            : IndexedPlaces.Get(x, [axis], [places]);
    }

    /// <summary>A copy with source·alpha added at the positions that the indices name.</summary>
    public static Tensor Add(Tensor x, long dim, Tensor index, Tensor source, Scalar alpha) =>
        AddInPlace(Copies.Clone(x), dim, index, source, alpha);

    /// <summary>Adds source·alpha at the positions that the indices name.</summary>
    public static Tensor AddInPlace(Tensor x, long dim, Tensor index, Tensor source, Scalar alpha)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor places = Vector(index, "index_add", x, axis);
        CheckSource(x, axis, places, source, "index_add");
        Tensor scaled = alpha.Real == 1 ? source : Arithmetic.Multiply(source, alpha);
        return IndexedPlaces.Put(x, [axis], [places], scaled, accumulate: true);
    }

    /// <summary>Replaces the positions that the indices name by those of the source.</summary>
    public static Tensor CopyInPlace(Tensor x, long dim, Tensor index, Tensor source)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor places = Vector(index, "index_copy_", x, axis);
        CheckSource(x, axis, places, source, "index_copy_");
        return IndexedPlaces.Put(x, [axis], [places], source, accumulate: false);
    }

    /// <summary>Sets the positions that the indices name to one value.</summary>
    public static Tensor FillInPlace(Tensor x, long dim, Tensor index, Scalar value)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        return IndexedPlaces.Put(
            x, [axis], [Vector(index, "index_fill_", x, axis)], Creation.Full([], value, x.dtype), accumulate: false);
    }

    /// <summary>Rows of a table by number; the row <paramref name="padding"/> (-1: none) gets no gradient.</summary>
    public static Tensor Embedding(Tensor table, Tensor indices, long padding = -1)
    {
        if (table.Sizes.Length != 2)
        {
            throw new ArgumentException($"embedding: 'weight' must be 2-D, got {Shape.Text(table.Sizes)}");
        }
        if (!ElementType.IsInteger(indices.dtype))
        {
            throw new ArgumentException(
                $"Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; but got "
                + $"{ElementType.Name(indices.dtype)} instead (while checking arguments for embedding)");
        }
        Tensor places = Copies.AsContiguous(Copies.To(indices, ScalarType.Int64));
        IndexedPlaces.CheckRange(places, 0, table.Sizes[0], "index out of range in self");
        Tensor y;
        using (GradMode.Set(false))
        {
            y = IndexedPlaces.Get(table, [0], [places]);
        }
        return Tape.Record(y, "EmbeddingBackward0", [table], [places], (dy, node) =>
            [EmbeddingBackward(dy, node[0], node.SizesOf(0), padding)]);
    }

    // Each row's gradient is the sum over where it was used.
    private static Tensor EmbeddingBackward(Tensor dy, Tensor places, long[] sizes, long padding)
    {
        Tensor rows = IndexedPlaces.GetBackward(dy, sizes, [0], [places]);
        return padding < 0 ? rows : WithoutRow(rows, padding);
    }

    private static Tensor WithoutRow(Tensor x, long row)
    {
        Tensor y = Copies.Contiguous(x);
        using (Tensor line = y.Alias([y.Sizes[1]], [1], row * y.Sizes[1]))
        {
            Copies.Fill(line, 0);
        }
        return Tape.Record(y, "EmbeddingPaddingBackward0", [x], [], (dy, _) => [WithoutRow(dy, row)]);
    }

    private static Tensor Vector(Tensor index, string name, Tensor x, int axis)
    {
        if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32))
        {
            throw new ArgumentException(
                $"{name}(): Expected dtype int32 or int64 for index, got {ElementType.Name(index.dtype)}");
        }
        if (index.Sizes.Length > 1)
        {
            throw new ArgumentException($"{name}(): Index is supposed to be a vector, got {Shape.Text(index.Sizes)}");
        }
        Tensor places = Views.Reshape(Copies.To(index, ScalarType.Int64), [-1]);
        IndexedPlaces.CheckRange(
            places, 0, x.Sizes.Length == 0 ? 1 : x.Sizes[axis], $"{name}(): index out of range in self", x.Sizes, axis);
        return places;
    }

    private static void CheckSource(Tensor x, int axis, Tensor index, Tensor source, string name)
    {
        bool fits = source.Sizes.Length == x.Sizes.Length;
        for (int d = 0; fits && d < x.Sizes.Length; d++)
        {
            fits = source.Sizes[d] == (d == axis ? index.Elements : x.Sizes[d]);
        }
        if (!fits || source.dtype != x.dtype)
        {
            throw new ArgumentException(
                $"{name}(): source must have the type and shape of self with {index.Elements} in dimension {axis}; self is "
                + $"{ElementType.Name(x.dtype)} {Shape.Text(x.Sizes)}, source is {ElementType.Name(source.dtype)} "
                + $"{Shape.Text(source.Sizes)}");
        }
    }
}
