using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The positions of an axis that a vector of indices names, as a copy.</summary>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => IndexedAxis.Select(input, dim, index);

    /// <summary>A copy with alpha·source added at the positions that the indices name.</summary>
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        IndexedAxis.Add(input, dim, index, source, alpha);

    /// <summary>Adds alpha·source at the positions that the indices name, in place.</summary>
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        IndexedAxis.AddInPlace(input, dim, index, source, alpha);

    /// <summary>A copy with the positions that the indices name replaced by those of the source.</summary>
    public static Tensor index_copy(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy(dim, index, source);

    /// <summary>Replaces the positions that the indices name by those of the source, in place.</summary>
    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) =>
        input.index_copy_(dim, index, source);

    /// <summary>A copy with the positions that the indices name set to a number.</summary>
    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill(dim, index, value);

    /// <summary>Sets the positions that the indices name to a number, in place.</summary>
    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill_(dim, index, value);

    /// <summary>y[i][j] = x[i][index[i][j]], with the axis <paramref name="dim"/> replaced by the index.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index) => Gathering.Gather(input, dim, index);

    /// <summary>A copy with y[i][index[i][j]] = src[i][j]; a number as src counts for all.</summary>
    public static Tensor scatter(Tensor input, long dim, Tensor index, Tensor src) => input.scatter(dim, index, src);

    /// <summary>x[i][index[i][j]] = src[i][j], in place; a number as src counts for all.</summary>
    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_(dim, index, src);

    /// <summary>A copy with y[i][index[i][j]] += src[i][j].</summary>
    public static Tensor scatter_add(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add(dim, index, src);

    /// <summary>x[i][index[i][j]] += src[i][j], in place.</summary>
    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add_(dim, index, src);

    /// <summary>The elements where the mask is true, in a row.</summary>
    public static Tensor masked_select(Tensor input, Tensor mask) => Masks.Select(input, mask);

    /// <summary>The elements at places counted row by row, in the shape of the index.</summary>
    public static Tensor take(Tensor input, Tensor index) => Gathering.Take(input, index);

    /// <summary>y[i][j] = x[i][indices[i][j]] along an axis, the two stretched to each other in all other axes.</summary>
    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) => Gathering.TakeAlong(input, indices, dim);

    /// <summary>The given positions of an axis; the tensor has one axis.</summary>
    public static Tensor take_along_dim(Tensor input, IEnumerable<long> indices, long dim = 0) =>
        input.take_along_dim(indices, dim);

    /// <summary>Positions of all elements that are not zero, shape [n, axes].</summary>
    public static Tensor nonzero(Tensor input) => Masks.Nonzero(input);

    /// <summary>Positions of all elements that are not zero, shape [n, axes].</summary>
    public static Tensor argwhere(Tensor input) => Masks.Nonzero(input);

    /// <summary>Positions where the condition is true, a vector for each axis.</summary>
    public static Tensor[] where(Tensor condition) => Masks.NonzeroByAxis(condition);
}
