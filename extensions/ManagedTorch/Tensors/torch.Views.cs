using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The matrix transposed; a vector or number as it is. A view.</summary>
    public static Tensor t(Tensor input) => Views.MatrixTranspose(input);

    /// <summary>The same elements under other sizes; copied only where the strides demand it. One size may be -1.</summary>
    public static Tensor reshape(Tensor input, params long[] shape) => Views.Reshape(input, shape);

    /// <summary>Axes <paramref name="start_dim"/> to <paramref name="end_dim"/> joined to one.</summary>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => Views.Flatten(input, start_dim, end_dim);

    /// <summary>All elements in a row.</summary>
    public static Tensor ravel(Tensor input) => Views.Reshape(input, [-1]);

    /// <summary>One axis cut into several; one size may be -1.</summary>
    public static Tensor unflatten(Tensor input, long dim, params long[] sizes) => Views.Unflatten(input, dim, sizes);

    /// <summary>One axis cut into several; one size may be -1.</summary>
    public static Tensor unflatten(Tensor input, long dim, Size sizes) => Views.Unflatten(input, dim, sizes.Shape);

    /// <summary>The axes in another order. A view.</summary>
    public static Tensor permute(Tensor input, params long[] permutation) => Views.Permute(input, permutation);

    /// <summary>Two axes exchanged. A view.</summary>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => Views.Transpose(input, dim0, dim1);

    /// <summary>Two axes exchanged. A view.</summary>
    public static Tensor swapaxes(Tensor input, long axis0, long axis1) => Views.Transpose(input, axis0, axis1);

    /// <summary>Two axes exchanged. A view.</summary>
    public static Tensor swapdims(Tensor input, long dim0, long dim1) => Views.Transpose(input, dim0, dim1);

    /// <summary>One axis moved to another place; the others keep their order. A view.</summary>
    public static Tensor movedim(Tensor input, long source, long destination) => Views.MoveAxes(input, [source], [destination]);

    /// <summary>Axes moved to other places; the others keep their order. A view.</summary>
    public static Tensor movedim(Tensor input, long[] source, long[] destination) => Views.MoveAxes(input, source, destination);

    /// <summary>One axis moved to another place; the others keep their order. A view.</summary>
    public static Tensor moveaxis(Tensor input, long source, long destination) => Views.MoveAxes(input, [source], [destination]);

    /// <summary>Axes moved to other places; the others keep their order. A view.</summary>
    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => Views.MoveAxes(input, source, destination);

    /// <summary>Without the axes of size 1, or without axis <paramref name="dim"/> if that has size 1. A view.</summary>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <summary>With a new axis of size 1 at place <paramref name="dim"/>. A view.</summary>
    public static Tensor unsqueeze(Tensor input, long dim) => Views.NewAxis(input, dim);

    /// <summary>Stretched to a shape, without a copy.</summary>
    public static Tensor broadcast_to(Tensor input, params long[] shape) => Views.Expand(input, shape);

    /// <summary>All tensors stretched to their common shape, without copies.</summary>
    /// <exception cref="ArgumentException">They have none.</exception>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        long[] sizes = broadcast_shapes(Array.ConvertAll(tensors, x => x.Sizes)).Shape;
        return Array.ConvertAll(tensors, x => Views.Expand(x, sizes));
    }

    /// <summary>The common shape of several: aligned at the right, sizes of 1 stretch.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        long[] common = [];
        foreach (long[] sizes in shapes)
        {
            common = Shape.Broadcast(common, sizes, "broadcast_shapes");
        }
        return new Size(common);
    }

    /// <summary>One position of an axis, which disappears. A view.</summary>
    public static Tensor select(Tensor input, long dim, long index) => Views.Select(input, dim, index);

    /// <summary><paramref name="length"/> positions of an axis from <paramref name="start"/>. A view.</summary>
    public static Tensor narrow(Tensor input, long dim, long start, long length) => Views.Narrow(input, dim, start, length);

    /// <summary>The diagonal of two axes as a last axis. A view.</summary>
    public static Tensor diagonal(Tensor input, long offset = 0, long dim1 = 0, long dim2 = 1) =>
        Views.Diagonal(input, offset, dim1, dim2);

    /// <summary>Each with at least one axis.</summary>
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => Array.ConvertAll(input, x => x.atleast_1d());

    /// <summary>Each with at least two axes; a vector becomes a row.</summary>
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => Array.ConvertAll(input, x => x.atleast_2d());

    /// <summary>Each with at least three axes; [n] becomes [1, n, 1], [n, m] becomes [n, m, 1].</summary>
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => Array.ConvertAll(input, x => x.atleast_3d());

    /// <summary>The real parts of a complex tensor, as a view; a real tensor itself.</summary>
    public static Tensor real(Tensor input) => ComplexViews.Real(input);

    /// <summary>The imaginary parts of a complex tensor, as a view.</summary>
    public static Tensor imag(Tensor input) => ComplexViews.Imaginary(input);

    /// <summary>A complex tensor as pairs of real numbers along a new last axis. A view.</summary>
    public static Tensor view_as_real(Tensor input) => ComplexViews.AsPairs(input);

    /// <summary>A real tensor whose last axis has size 2 as complex numbers. A view.</summary>
    public static Tensor view_as_complex(Tensor input) => ComplexViews.AsComplex(input);
}
