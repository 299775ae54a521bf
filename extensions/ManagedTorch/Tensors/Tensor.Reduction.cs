using System.Runtime.CompilerServices;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The largest element of each line along <paramref name="dim"/>, and where it stands.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Extrema.MaximumAlong(this, dim, keepdim);

        /// <summary>The largest element; NaN if there is one.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor max() => Extrema.Maximum(this, [], false);

        /// <summary>The smallest element of each line along <paramref name="dim"/>, and where it stands.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Extrema.MinimumAlong(this, dim, keepdim);

        /// <summary>The smallest element; NaN if there is one.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor min() => Extrema.Minimum(this, [], false);

        /// <summary>The sum over the axes <paramref name="dim"/>, which keep size 1 if <paramref name="keepdim"/>.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Reductions.Sum(this, dim, keepdim, type);

        /// <summary>The sum over the axis <paramref name="dim"/>, which keeps size 1 if <paramref name="keepdim"/>.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Reductions.Sum(this, [dim], keepdim, type);

        /// <summary>The sum over two axes, which keep size 1 if <paramref name="keepdim"/>.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Reductions.Sum(this, [dim0, dim1], keepdim, type);

        /// <summary>The sum over three axes, which keep size 1 if <paramref name="keepdim"/>.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            Reductions.Sum(this, [dim0, dim1, dim2], keepdim, type);

        /// <summary>The sum over the axes <paramref name="dim"/>, which keep size 1 if <paramref name="keepdim"/>.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Reductions.Sum(this, dim, keepdim, type);

        /// <summary>The sum of all elements; whole numbers and bool give int64.</summary>
        [OverloadResolutionPriority(-1)]    // a plain 0 is an axis, though it could also be an element type
        public Tensor sum(ScalarType? type = null) => Reductions.Sum(this, [], false, type);

        /// <summary>The mean of all elements.</summary>
        /// <exception cref="ArgumentException">The tensor holds whole numbers.</exception>
        public Tensor mean() => Reductions.Mean(this, [], false);

        /// <summary>The mean over the axes <paramref name="dimensions"/>, which keep size 1 if
        /// <paramref name="keepdim"/>.</summary>
        /// <exception cref="ArgumentException">The tensor holds whole numbers and no floating type is asked for.</exception>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Reductions.Mean(this, dimensions, keepdim, type);

        /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, over two axes.</summary>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Variance(this, [dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, over three axes.</summary>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Variance(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, over axes.</summary>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Variance(this, dimensions, unbiased, keepdim, type);

        /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, of all elements.</summary>
        public Tensor var(bool unbiased = true) => Moments.Variance(this, [], unbiased, false);

        /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, over one axis.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Variance(this, [dim], unbiased, keepdim, type);

        /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, over axes.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Variance(this, dimensions, unbiased, keepdim, type);

        /// <summary>Variance and mean over axes.</summary>
        public (Tensor std, Tensor mean) var_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Variance(this, dimensions, unbiased, keepdim, type), Reductions.Mean(this, dimensions, keepdim, type));

        /// <summary>Variance and mean over axes.</summary>
        public (Tensor std, Tensor mean) var_mean(
            long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Variance(this, dimensions, unbiased, keepdim, type), Reductions.Mean(this, dimensions, keepdim, type));

        /// <summary>Variance and mean over two axes.</summary>
        public (Tensor var, Tensor mean) var_mean(
            (long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Variance(this, [dim.Item1, dim.Item2], unbiased, keepdim, type),
                Reductions.Mean(this, [dim.Item1, dim.Item2], keepdim, type));

        /// <summary>Variance and mean over three axes.</summary>
        public (Tensor var, Tensor mean) var_mean(
            (long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Variance(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type),
                Reductions.Mean(this, [dim.Item1, dim.Item2, dim.Item3], keepdim, type));

        /// <summary>Variance and mean of all elements.</summary>
        public (Tensor var, Tensor mean) var_mean(bool unbiased = true) =>
            (Moments.Variance(this, [], unbiased, false), Reductions.Mean(this, [], false));

        /// <summary>Variance and mean over one axis.</summary>
        public (Tensor var, Tensor mean) var_mean(
            long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Variance(this, [dim], unbiased, keepdim, type), Reductions.Mean(this, [dim], keepdim, type));

        /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, over two axes.</summary>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, [dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, over three axes.</summary>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, over axes.</summary>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, dimensions, unbiased, keepdim, type);

        /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, of all elements.</summary>
        public Tensor std(bool unbiased = true) => Moments.Deviation(this, [], unbiased, false);

        /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, over one axis.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, [dim], unbiased, keepdim, type);

        /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, over axes.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            Moments.Deviation(this, dimensions, unbiased, keepdim, type);

        /// <summary>Standard deviation and mean over two axes.</summary>
        public (Tensor std, Tensor mean) std_mean(
            (long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Deviation(this, [dim.Item1, dim.Item2], unbiased, keepdim, type),
                Reductions.Mean(this, [dim.Item1, dim.Item2], keepdim, type));

        /// <summary>Standard deviation and mean over three axes.</summary>
        public (Tensor std, Tensor mean) std_mean(
            (long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Deviation(this, [dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type),
                Reductions.Mean(this, [dim.Item1, dim.Item2, dim.Item3], keepdim, type));

        /// <summary>Standard deviation and mean over axes.</summary>
        public (Tensor std, Tensor mean) std_mean(
            ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Deviation(this, dimensions, unbiased, keepdim, type), Reductions.Mean(this, dimensions, keepdim, type));

        /// <summary>Standard deviation and mean of all elements.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) =>
            (Moments.Deviation(this, [], unbiased, false), Reductions.Mean(this, [], false));

        /// <summary>Standard deviation and mean over one axis.</summary>
        public (Tensor std, Tensor mean) std_mean(
            long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Deviation(this, [dim], unbiased, keepdim, type), Reductions.Mean(this, [dim], keepdim, type));

        /// <summary>Standard deviation and mean over axes.</summary>
        public (Tensor std, Tensor mean) std_mean(
            long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (Moments.Deviation(this, dimensions, unbiased, keepdim, type), Reductions.Mean(this, dimensions, keepdim, type));

        /// <summary>The product over the axis <paramref name="dim"/>, which keeps size 1 if <paramref name="keepdim"/>.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Products.Product(this, dim, keepdim, type);

        /// <summary>The product of all elements; whole numbers and bool give int64.</summary>
        [OverloadResolutionPriority(-1)]    // a plain 0 is an axis, though it could also be an element type
        public Tensor prod(ScalarType? type = null) => Products.Product(this, type);

        /// <summary>The largest elements over the axes <paramref name="dims"/>; all if none is named. Written into
        /// <paramref name="out"/> too, if given.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Copies.Out(Extrema.Maximum(this, dims, keepdim), @out);

        /// <summary>The largest elements over the axes <paramref name="dims"/>; all if none is named. Written into
        /// <paramref name="out"/> too, if given.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Copies.Out(Extrema.Maximum(this, dims, keepdim), @out);

        /// <summary>The largest elements over the axes <paramref name="dims"/>; all if none is named.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor amax(params long[] dims) => Extrema.Maximum(this, dims, false);

        /// <summary>Where the largest element stands, counted row by row.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor argmax() => Extrema.IndexOfMaximum(this);

        /// <summary>Where the largest element of each line along <paramref name="dim"/> stands.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor argmax(long dim, bool keepdim = false) => Extrema.IndexOfMaximum(this, dim, keepdim);

        /// <summary>The smallest elements over the axes <paramref name="dims"/>; all if none is named. Written into
        /// <paramref name="out"/> too, if given.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
            Copies.Out(Extrema.Minimum(this, dims, keepdim), @out);

        /// <summary>The smallest elements over the axes <paramref name="dims"/>; all if none is named. Written into
        /// <paramref name="out"/> too, if given.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Copies.Out(Extrema.Minimum(this, dims, keepdim), @out);

        /// <summary>The smallest elements over the axes <paramref name="dims"/>; all if none is named.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor amin(params long[] dims) => Extrema.Minimum(this, dims, false);

        /// <summary>Where the smallest element stands, counted row by row.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor argmin() => Extrema.IndexOfMinimum(this);

        /// <summary>Where the smallest element of each line along <paramref name="dim"/> stands.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public Tensor argmin(long dim, bool keepdim = false) => Extrema.IndexOfMinimum(this, dim, keepdim);

        /// <summary>The smallest and the largest elements along <paramref name="dim"/>, or of all.</summary>
        /// <exception cref="ArgumentException">There is no element.</exception>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) =>
            (Extrema.Minimum(this, Reductions.Named(dim), keepdim), Extrema.Maximum(this, Reductions.Named(dim), keepdim));

        /// <summary>The median, the lower of two middle ones; NaN if there is one.</summary>
        public Tensor median() => Extrema.Median(this);

        /// <summary>The length (Σ|x|ᵖ)^(1/p) of all elements, p = <paramref name="p"/>.</summary>
        public Tensor norm(float p = 2f) => Norms.Norm(this, p, [], false);

        /// <summary>The length (Σ|x|ᵖ)^(1/p) of each line along <paramref name="dim"/>, p = <paramref name="p"/>.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2f) => Norms.Norm(this, p, [dim], keepdim);

        /// <summary>log Σeˣ of each line along <paramref name="dim"/>, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false) => SoftmaxFamily.LogSumExp(this, dim, keepdim);

        /// <summary>eˣ/Σeˣ of each line along <paramref name="dim"/>.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => SoftmaxFamily.Softmax(this, dim, dtype);

        /// <summary>x - log Σeˣ of each line along <paramref name="dim"/>.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => SoftmaxFamily.LogSoftmax(this, dim, dtype);

        /// <summary>Running sums along <paramref name="dim"/>.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null) => Cumulative.Sum(this, dim, type);

        /// <summary>Running products along <paramref name="dim"/>.</summary>
        public Tensor cumprod(long dim, ScalarType? type = null) => Cumulative.Product(this, dim, type);

        /// <summary>Whether all elements differ from 0.</summary>
        public Tensor all() => Counts.All(this, [], false);

        /// <summary>Whether all elements differ from 0, in each line along <paramref name="dim"/>.</summary>
        public Tensor all(long dim, bool keepdim = false) => Counts.All(this, [dim], keepdim);

        /// <summary>Whether an element differs from 0.</summary>
        public Tensor any() => Counts.Any(this, [], false);

        /// <summary>Whether an element differs from 0, in each line along <paramref name="dim"/>.</summary>
        public Tensor any(long dim, bool keepdim = false) => Counts.Any(this, [dim], keepdim);

        /// <summary>How many elements differ from 0, over the axes <paramref name="dims"/>; all if null.</summary>
        public Tensor count_nonzero(long[]? dims = null) => Counts.NotZero(this, dims);

        /// <summary>The sum of the elements that are not NaN.</summary>
        public Tensor nansum() => Counts.SumWithoutNaN(this, [], false);

        /// <summary>The mean of the elements that are not NaN, along <paramref name="dim"/>, or of all.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Counts.MeanWithoutNaN(this, Reductions.Named(dim), keepdim, dtype);
    }
}
