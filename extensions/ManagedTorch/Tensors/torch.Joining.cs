using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors one after the other along an axis; all other sizes must be equal.</summary>
    /// <exception cref="ArgumentException">No tensors, or other sizes differ.</exception>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) => Joining.Cat(Joining.Listed(tensors), dim);

    /// <summary>Tensors one after the other along an axis; all other sizes must be equal.</summary>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Joining.Cat(tensors, dim);

    /// <summary>Tensors one after the other along an axis; all other sizes must be equal.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => Joining.Cat(tensors, dim);

    /// <summary>As <see cref="cat(IList{Tensor}, long)"/>.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => Joining.Cat(Joining.Listed(tensors), dim);

    /// <summary>As <see cref="cat(ReadOnlySpan{Tensor}, long)"/>.</summary>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => Joining.Cat(tensors, dim);

    /// <summary>As <see cref="cat(Tensor[], long)"/>.</summary>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => Joining.Cat(tensors, dim);

    /// <summary>Tensors of one shape beside each other along a new axis.</summary>
    /// <exception cref="ArgumentException">No tensors, or their shapes differ.</exception>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) => Joining.Stack(Joining.Listed(tensors), dim);

    /// <summary>Tensors side by side: along the second axis, vectors along their only one.</summary>
    public static Tensor hstack(IEnumerable<Tensor> tensors) => Joining.Sideways(Joining.Listed(tensors));

    /// <summary>Tensors side by side: along the second axis, vectors along their only one.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => Joining.Sideways(Joining.Listed(tensors));

    /// <summary>Tensors side by side: along the second axis, vectors along their only one.</summary>
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => Joining.Sideways(tensors);

    /// <summary>Tensors side by side: along the second axis, vectors along their only one.</summary>
    public static Tensor hstack(params Tensor[] tensors) => Joining.Sideways(tensors);

    /// <summary>Tensors on top of each other; a vector counts as a row.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => Joining.Cat(Joining.AtLeast(Joining.Listed(tensors), 2), 0);

    /// <summary>Tensors on top of each other; a vector counts as a row.</summary>
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => Joining.Cat(Joining.AtLeast(tensors, 2), 0);

    /// <summary>Tensors on top of each other; a vector counts as a row.</summary>
    public static Tensor vstack(Tensor[] tensors) => Joining.Cat(Joining.AtLeast(tensors, 2), 0);

    /// <summary>As <see cref="vstack(IList{Tensor})"/>.</summary>
    public static Tensor row_stack(IList<Tensor> tensors) => vstack(tensors);

    /// <summary>As <see cref="vstack(ReadOnlySpan{Tensor})"/>.</summary>
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => vstack(tensors);

    /// <summary>As <see cref="vstack(Tensor[])"/>.</summary>
    public static Tensor row_stack(params Tensor[] tensors) => vstack(tensors);

    /// <summary>Tensors side by side; a vector counts as a column.</summary>
    public static Tensor column_stack(IList<Tensor> tensors) => Joining.Columns(Joining.Listed(tensors));

    /// <summary>Tensors side by side; a vector counts as a column.</summary>
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => Joining.Columns(tensors);

    /// <summary>Tensors side by side; a vector counts as a column.</summary>
    public static Tensor column_stack(params Tensor[] tensors) => Joining.Columns(tensors);

    /// <summary>Tensors behind each other, along a third axis.</summary>
    public static Tensor dstack(IEnumerable<Tensor> tensors) => Joining.Cat(Joining.AtLeast(Joining.Listed(tensors), 3), 2);

    /// <summary>Tensors behind each other, along a third axis.</summary>
    public static Tensor dstack(IList<Tensor> tensors) => Joining.Cat(Joining.AtLeast(Joining.Listed(tensors), 3), 2);

    /// <summary>Tensors behind each other, along a third axis.</summary>
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => Joining.Cat(Joining.AtLeast(tensors, 3), 2);

    /// <summary>Tensors behind each other, along a third axis.</summary>
    public static Tensor dstack(params Tensor[] tensors) => Joining.Cat(Joining.AtLeast(tensors, 3), 2);

    /// <summary>Coordinates of a grid: each vector along an axis of its own, stretched over the others ("xy" exchanges the first
    /// two).</summary>
    /// <exception cref="ArgumentException">Not vectors, or another word than "ij" or "xy".</exception>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij") =>
        Joining.Grid(Joining.Listed(tensors), indexing);

    /// <summary>All combinations of one element of each vector, one row each.</summary>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => Joining.CartesianProduct(Joining.Listed(tensors));

    /// <summary>All combinations of one element of each vector, one row each.</summary>
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => Joining.CartesianProduct(tensors);

    /// <summary>All combinations of one element of each vector, one row each.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => Joining.CartesianProduct(tensors);

    /// <summary>Matrices along the diagonal of a larger one, zeros beside them.</summary>
    public static Tensor block_diag(params Tensor[] tensors) => Joining.BlockDiagonal(tensors);
}
