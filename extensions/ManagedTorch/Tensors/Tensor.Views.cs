using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The axes in reverse order; of a matrix its transpose. A view.</summary>
        public Tensor T => Views.Reversed(this);

        /// <summary>The last two axes exchanged. A view.</summary>
        /// <exception cref="ArgumentException">Fewer than two axes.</exception>
        public Tensor mT => Views.LastTransposed(this);

        /// <summary>The matrix transposed; a vector or number as it is. A view.</summary>
        /// <exception cref="ArgumentException">More than two axes.</exception>
        public Tensor t() => Views.MatrixTranspose(this);

        /// <summary>The same elements under other sizes, in the same memory; one size may be -1.</summary>
        /// <exception cref="ArgumentException">The number of elements differs, or it would take a copy.</exception>
        public Tensor view(params long[] shape) => Views.View(this, shape);

        /// <summary>The same elements under the sizes of another tensor, in the same memory.</summary>
        public Tensor view_as(Tensor other) => Views.View(this, other.Sizes);

        /// <summary>The same elements under other sizes; copied only where the strides demand it. One size may be -1.</summary>
        /// <exception cref="ArgumentException">The number of elements differs.</exception>
        public Tensor reshape(params long[] shape) => Views.Reshape(this, shape);

        /// <summary>Axes <paramref name="start_dim"/> to <paramref name="end_dim"/> joined to one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Views.Flatten(this, start_dim, end_dim);

        /// <summary>All elements in a row.</summary>
        public Tensor ravel() => Views.Reshape(this, [-1]);

        /// <summary>One axis cut into several; one size may be -1.</summary>
        public Tensor unflatten(long dim, params long[] sizes) => Views.Unflatten(this, dim, sizes);

        /// <summary>One axis cut into several; one size may be -1.</summary>
        public Tensor unflatten(long dim, Size sizes) => Views.Unflatten(this, dim, sizes.Shape);

        /// <summary>The axes in another order. A view.</summary>
        /// <exception cref="ArgumentException">Not each axis once.</exception>
        public Tensor permute(params long[] permutation) => Views.Permute(this, permutation);

        /// <summary>The axes in another order. A view.</summary>
        public Tensor permute(IEnumerable<long> permutation) => Views.Permute(this, permutation.ToArray());

        /// <summary>Two axes exchanged. A view.</summary>
        public Tensor transpose(long dim0, long dim1) => Views.Transpose(this, dim0, dim1);

        /// <summary>Two axes exchanged. A view.</summary>
        public Tensor swapaxes(long dim0, long dim1) => Views.Transpose(this, dim0, dim1);

        /// <summary>Two axes exchanged. A view.</summary>
        public Tensor swapdims(long dim0, long dim1) => Views.Transpose(this, dim0, dim1);

        /// <summary>Axes moved to other places; the others keep their order. A view.</summary>
        public Tensor movedim(long[] source, long[] destination) => Views.MoveAxes(this, source, destination);

        /// <summary>Axes moved to other places; the others keep their order. A view.</summary>
        public Tensor moveaxis(long[] source, long[] destination) => Views.MoveAxes(this, source, destination);

        /// <summary>Without the axes of size 1, or without axis <paramref name="dim"/> if that has size 1. A view.</summary>
        public Tensor squeeze(long? dim = null) => dim is { } axis ? Views.SqueezeOne(this, axis) : Views.SqueezeAll(this);

        /// <summary>With a new axis of size 1 at place <paramref name="dim"/>. A view.</summary>
        public Tensor unsqueeze(long dim) => Views.NewAxis(this, dim);

        /// <summary>Axes of size 1 stretched, without a copy; -1 keeps a size, and new axes come in front.</summary>
        public Tensor expand(params long[] sizes) => Views.Expand(this, sizes);

        /// <summary>Axes of size 1 stretched, without a copy; -1 keeps a size, and new axes come in front.</summary>
        public Tensor expand(long[] sizes, bool isImplicit = false) => Views.Expand(this, sizes);

        /// <summary>Axes of size 1 stretched, without a copy; -1 keeps a size, and new axes come in front.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Views.Expand(this, sizes);

        /// <summary>Axes of size 1 stretched, without a copy; -1 keeps a size, and new axes come in front.</summary>
        public Tensor expand(Size sizes, bool isImplicit = false) => Views.Expand(this, sizes.Shape);

        /// <summary>Stretched to the sizes of another tensor, without a copy.</summary>
        public Tensor expand_as(Tensor other) => Views.Expand(this, other.Sizes);

        /// <summary>Stretched to a shape, without a copy.</summary>
        public Tensor broadcast_to(params long[] shape) => Views.Expand(this, shape);

        /// <summary>One position of an axis, which disappears. A view.</summary>
        /// <exception cref="ArgumentOutOfRangeException">No such position.</exception>
        public Tensor select(long dim, long index) => Views.Select(this, dim, index);

        /// <summary><paramref name="length"/> positions of an axis from <paramref name="start"/>. A view.</summary>
        public Tensor narrow(long dim, long start, long length) => Views.Narrow(this, dim, start, length);

        /// <summary>Positions start, start + step … before finish of an axis, cut to what there is. A view.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Views.Range(this, dim, start, finish, step);

        /// <summary>A view with given sizes and strides, from an offset into the memory of the tensor, all in elements.</summary>
        /// <exception cref="ArgumentException">It would reach beyond the memory.</exception>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0) =>
            Views.Strided(this, size, strides, storageOffset);

        /// <summary>The diagonal of two axes as a last axis. A view.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1) => Views.Diagonal(this, offset, dim1, dim2);

        /// <summary>Windows of <paramref name="size"/> positions of an axis, every <paramref name="step"/>; their content is a
        /// new last axis. A view.</summary>
        public Tensor unfold(long dimension, long size, long step) => Views.Unfold(this, dimension, size, step);

        /// <summary>A second tensor on the same memory, with the same history.</summary>
        public Tensor alias() => Views.Itself(this);

        /// <summary>Cuts it off from its history, in place; returns the tensor.</summary>
        /// <exception cref="InvalidOperationException">It is a view of a tensor with history.</exception>
        public Tensor detach_()
        {
            if (Base is not null && requires_grad)
            {
                throw new InvalidOperationException("Can't detach views in-place. Use detach() instead.");
            }
            State = null;
            return this;
        }

        /// <summary>With at least one axis.</summary>
        public Tensor atleast_1d() => Sizes.Length >= 1 ? Views.Itself(this) : Views.View(this, [1]);

        /// <summary>With at least two axes; a vector becomes a row.</summary>
        public Tensor atleast_2d() => Sizes.Length >= 2 ? Views.Itself(this) : Views.View(this.atleast_1d(), [1, -1]);

        /// <summary>With at least three axes; [n] becomes [1, n, 1], [n, m] becomes [n, m, 1].</summary>
        public Tensor atleast_3d() => Sizes.Length >= 3 ? Views.Itself(this) : Views.NewAxis(this.atleast_2d(), -1);

        /// <summary>The real parts of a complex tensor, as a view; a real tensor itself.</summary>
        public Tensor real => ComplexViews.Real(this);

        /// <summary>The imaginary parts of a complex tensor, as a view.</summary>
        /// <exception cref="ArgumentException">The tensor is real.</exception>
        public Tensor imag => ComplexViews.Imaginary(this);

        /// <summary>A complex tensor as pairs of real numbers along a new last axis. A view.</summary>
        public Tensor view_as_real() => ComplexViews.AsPairs(this);

        /// <summary>A real tensor whose last axis has size 2 as complex numbers. A view.</summary>
        public Tensor view_as_complex() => ComplexViews.AsComplex(this);
    }
}
