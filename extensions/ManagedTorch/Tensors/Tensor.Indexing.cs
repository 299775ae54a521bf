using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>What <c>x[indices]</c> gives.</summary>
        public Tensor index(params TensorIndex[] indices) => Indexing.Get(this, indices);

        /// <summary>What <c>x[indices]</c> gives for a mask or index tensors.</summary>
        public Tensor index(params Tensor[] indices) => Indexing.Get(this, indices);

        /// <summary>Replaces the elements that the indices name, in place; returns the tensor.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => Indexing.Put(this, indices, value);

        /// <summary>Replaces the elements that the indices name, in place; returns the tensor.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => Indexing.Put(this, indices, value);

        /// <summary>Replaces the elements that the indices name, or adds to them, as often as they are named; in place.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false) =>
            Indexing.Put(this, indices, value, accumulate);

        /// <summary>Replaces the elements that the indices name, or adds to them, as often as they are named; in place.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Indexing.Put(this, indices, value, accumulate);

        /// <summary>Sets the elements that the indices name to a number, in place; returns the tensor.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices) =>
            Indexing.Put(this, indices, Creation.Full([], value, dtype));

        /// <summary>Sets the elements that the indices name to a number, in place; returns the tensor.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices) =>
            Indexing.Put(this, indices, Creation.Full([], value, dtype));

        /// <summary>The positions of an axis that a vector of indices names, as a copy.</summary>
        /// <exception cref="ArgumentOutOfRangeException">No such position.</exception>
        public Tensor index_select(long dim, Tensor index) => IndexedAxis.Select(this, dim, index);

        /// <summary>A copy with alpha·source added at the positions that the indices name.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha) =>
            IndexedAxis.Add(this, dim, index, source, alpha);

        /// <summary>Adds alpha·source at the positions that the indices name, in place; returns the tensor.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            IndexedAxis.AddInPlace(this, dim, index, source, alpha);

        /// <summary>A copy with the positions that the indices name replaced by those of the source.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) =>
            IndexedAxis.CopyInPlace(Copies.Clone(this), dim, index, source);

        /// <summary>Replaces the positions that the indices name by those of the source, in place; returns the tensor.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) => IndexedAxis.CopyInPlace(this, dim, index, source);

        /// <summary>A copy with the positions that the indices name set to a number.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value) =>
            IndexedAxis.FillInPlace(Copies.Clone(this), dim, index, value);

        /// <summary>Sets the positions that the indices name to a number, in place; returns the tensor.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) => IndexedAxis.FillInPlace(this, dim, index, value);

        /// <summary>y[i][j] = x[i][index[i][j]], with the axis <paramref name="dim"/> replaced by the index.</summary>
        /// <exception cref="ArgumentOutOfRangeException">An index is not within the axis.</exception>
        public Tensor gather(long dim, Tensor index) => Gathering.Gather(this, dim, index);

        /// <summary>A copy with y[i][index[i][j]] = src[i][j]; a number as src counts for all.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) =>
            Gathering.ScatterInPlace(Copies.Clone(this), dim, index, src);

        /// <summary>x[i][index[i][j]] = src[i][j], in place; a number as src counts for all. Returns the tensor.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Gathering.ScatterInPlace(this, dim, index, src);

        /// <summary>A copy with y[i][index[i][j]] += src[i][j].</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) =>
            Gathering.ScatterAddInPlace(Copies.Clone(this), dim, index, src);

        /// <summary>x[i][index[i][j]] += src[i][j], in place; returns the tensor.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Gathering.ScatterAddInPlace(this, dim, index, src);

        /// <summary>The elements where the mask is true, in a row.</summary>
        public Tensor masked_select(Tensor mask) => Masks.Select(this, mask);

        /// <summary>A copy with the first values of <paramref name="value"/>, in order, where the mask is true.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value) => Masks.ScatterInPlace(Copies.Clone(this), mask, value);

        /// <summary>Puts the first values of <paramref name="value"/>, in order, where the mask is true; in place.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) => Masks.ScatterInPlace(this, mask, value);

        /// <summary>The elements at places counted row by row, in the shape of the index.</summary>
        public Tensor take(Tensor index) => Gathering.Take(this, index);

        /// <summary>As <see cref="take"/>.</summary>
        public Tensor take_along_dim(Tensor indices) => Gathering.Take(this, Views.Reshape(indices, [-1]));

        /// <summary>y[i][j] = x[i][indices[i][j]] along an axis, the two stretched to each other in all other axes.</summary>
        public Tensor take_along_dim(Tensor indices, long dim) => Gathering.TakeAlong(this, indices, dim);

        /// <summary>The elements at places counted row by row.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices) => Gathering.Take(this, tensor(indices.ToArray()));

        /// <summary>The given positions of an axis; the tensor has one axis.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) =>
            Gathering.TakeAlong(this, tensor(indices.ToArray()), dim);

        /// <summary>Positions of all elements that are not zero, shape [n, axes].</summary>
        public Tensor nonzero() => Masks.Nonzero(this);

        /// <summary>Positions of all elements that are not zero, a vector for each axis.</summary>
        public IList<Tensor> nonzero_as_list() => Masks.NonzeroByAxis(this);

        /// <summary>Positions of all elements that are not zero, shape [n, axes].</summary>
        public Tensor argwhere() => Masks.Nonzero(this);
    }
}
