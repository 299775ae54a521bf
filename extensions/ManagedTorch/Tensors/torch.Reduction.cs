using System.Runtime.CompilerServices;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The largest element of each line along <paramref name="dim"/>, and where it stands.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) =>
        Extrema.MaximumAlong(input, dim, keepdim);

    /// <summary>The largest element; NaN if there is one.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor max(Tensor input) => Extrema.Maximum(input, [], false);

    /// <summary>The smallest element of each line along <paramref name="dim"/>, and where it stands.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) =>
        Extrema.MinimumAlong(input, dim, keepdim);

    /// <summary>The smallest element; NaN if there is one.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor min(Tensor input) => Extrema.Minimum(input, [], false);

    /// <summary>The sum over the axes <paramref name="dim"/>, which keep size 1 if <paramref name="keepdim"/>.</summary>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
        Reductions.Sum(input, dim, keepdim, type);

    /// <summary>The sum over the axis <paramref name="dim"/>, which keeps size 1 if <paramref name="keepdim"/>.</summary>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        Reductions.Sum(input, [dim], keepdim, type);

    /// <summary>The sum of all elements; whole numbers and bool give int64.</summary>
    [OverloadResolutionPriority(-1)]    // a plain 0 is an axis, though it could also be an element type
    public static Tensor sum(Tensor input, ScalarType? type = null) => Reductions.Sum(input, [], false, type);

    /// <summary>The mean of all elements.</summary>
    /// <exception cref="ArgumentException">The tensor holds whole numbers.</exception>
    public static Tensor mean(Tensor input) => Reductions.Mean(input, [], false);

    /// <summary>The mean over the axes <paramref name="dimensions"/>, which keep size 1 if <paramref name="keepdim"/>.</summary>
    /// <exception cref="ArgumentException">The tensor holds whole numbers and no floating type is asked for.</exception>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        Reductions.Mean(input, dimensions, keepdim, type);

    /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, over two axes.</summary>
    public static Tensor var(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Moments.Variance(input, [dimensions.Item1, dimensions.Item2], unbiased, keepdim, type);

    /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, over three axes.</summary>
    public static Tensor var(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Moments.Variance(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], unbiased, keepdim, type);

    /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, of all elements.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => Moments.Variance(input, [], unbiased, false);

    /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, over one axis.</summary>
    public static Tensor var(
        Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Moments.Variance(input, [dimensions], unbiased, keepdim, type);

    /// <summary>The variance Σ(x - mean)²/(n - 1), or /n if not unbiased, over axes.</summary>
    public static Tensor var(
        Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Moments.Variance(input, dimensions, unbiased, keepdim, type);

    /// <summary>Variance and mean over two axes.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Variance(input, [dimensions.Item1, dimensions.Item2], unbiased, keepdim, type),
            Reductions.Mean(input, [dimensions.Item1, dimensions.Item2], keepdim, type));

    /// <summary>Variance and mean over three axes.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Variance(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], unbiased, keepdim, type),
            Reductions.Mean(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], keepdim, type));

    /// <summary>Variance and mean over axes.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Variance(input, dimensions, unbiased, keepdim, type), Reductions.Mean(input, dimensions, keepdim, type));

    /// <summary>Variance and mean of all elements.</summary>
    public static (Tensor var, Tensor mean) var_mean(Tensor input, bool unbiased = true) =>
        (Moments.Variance(input, [], unbiased, false), Reductions.Mean(input, [], false));

    /// <summary>Variance and mean over one axis.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Variance(input, [dimensions], unbiased, keepdim, type), Reductions.Mean(input, [dimensions], keepdim, type));

    /// <summary>Variance and mean over axes.</summary>
    public static (Tensor var, Tensor mean) var_mean(
        Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Variance(input, dimensions, unbiased, keepdim, type), Reductions.Mean(input, dimensions, keepdim, type));

    /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, over two axes.</summary>
    public static Tensor std(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Moments.Deviation(input, [dimensions.Item1, dimensions.Item2], unbiased, keepdim, type);

    /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, over three axes.</summary>
    public static Tensor std(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Moments.Deviation(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], unbiased, keepdim, type);

    /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, of all elements.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => Moments.Deviation(input, [], unbiased, false);

    /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, over one axis.</summary>
    public static Tensor std(
        Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Moments.Deviation(input, [dimensions], unbiased, keepdim, type);

    /// <summary>The standard deviation √(Σ(x - mean)²/(n - 1)), or with /n if not unbiased, over axes.</summary>
    public static Tensor std(
        Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        Moments.Deviation(input, dimensions, unbiased, keepdim, type);

    /// <summary>Standard deviation and mean over two axes.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, (long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Deviation(input, [dimensions.Item1, dimensions.Item2], unbiased, keepdim, type),
            Reductions.Mean(input, [dimensions.Item1, dimensions.Item2], keepdim, type));

    /// <summary>Standard deviation and mean over three axes.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, (long, long, long) dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Deviation(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], unbiased, keepdim, type),
            Reductions.Mean(input, [dimensions.Item1, dimensions.Item2, dimensions.Item3], keepdim, type));

    /// <summary>Standard deviation and mean over axes.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Deviation(input, dimensions, unbiased, keepdim, type), Reductions.Mean(input, dimensions, keepdim, type));

    /// <summary>Standard deviation and mean of all elements.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) =>
        (Moments.Deviation(input, [], unbiased, false), Reductions.Mean(input, [], false));

    /// <summary>Standard deviation and mean over one axis.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Deviation(input, [dimensions], unbiased, keepdim, type), Reductions.Mean(input, [dimensions], keepdim, type));

    /// <summary>Standard deviation and mean over axes.</summary>
    public static (Tensor std, Tensor mean) std_mean(
        Tensor input, long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        (Moments.Deviation(input, dimensions, unbiased, keepdim, type), Reductions.Mean(input, dimensions, keepdim, type));

    /// <summary>The product over the axis <paramref name="dim"/>, which keeps size 1 if <paramref name="keepdim"/>.</summary>
    public static Tensor prod(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) =>
        Products.Product(input, dim, keepdim, type);

    /// <summary>The product of all elements; whole numbers and bool give int64.</summary>
    [OverloadResolutionPriority(-1)]    // a plain 0 is an axis, though it could also be an element type
    public static Tensor prod(Tensor input, ScalarType? type = null) => Products.Product(input, type);

    /// <summary>The largest elements over the axes <paramref name="dims"/>; all if none is named. Written into
    /// <paramref name="out"/> too, if given.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor amax(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
        Copies.Out(Extrema.Maximum(input, dims, keepdim), @out);

    /// <summary>The largest elements over the axes <paramref name="dims"/>; all if none is named.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor amax(Tensor input, long[] dims) => Extrema.Maximum(input, dims, false);

    /// <summary>The largest elements over the axes <paramref name="dims"/>; all if none is named. Written into
    /// <paramref name="out"/> too, if given.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor amax(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        Copies.Out(Extrema.Maximum(input, dims, keepdim), @out);

    /// <summary>Where the largest element stands, counted row by row.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor argmax(Tensor input) => Extrema.IndexOfMaximum(input);

    /// <summary>Where the largest element of each line along <paramref name="dim"/> stands.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => Extrema.IndexOfMaximum(input, dim, keepdim);

    /// <summary>The smallest elements over the axes <paramref name="dims"/>; all if none is named. Written into
    /// <paramref name="out"/> too, if given.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor amin(Tensor input, ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) =>
        Copies.Out(Extrema.Minimum(input, dims, keepdim), @out);

    /// <summary>The smallest elements over the axes <paramref name="dims"/>; all if none is named. Written into
    /// <paramref name="out"/> too, if given.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor amin(Tensor input, long[] dims, bool keepdim = false, Tensor? @out = null) =>
        Copies.Out(Extrema.Minimum(input, dims, keepdim), @out);

    /// <summary>Where the smallest element stands, counted row by row.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor argmin(Tensor input) => Extrema.IndexOfMinimum(input);

    /// <summary>Where the smallest element of each line along <paramref name="dim"/> stands.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static Tensor argmin(Tensor input, long dim, bool keepdim = false) => Extrema.IndexOfMinimum(input, dim, keepdim);

    /// <summary>The smallest and the largest elements along <paramref name="dim"/>, or of all.</summary>
    /// <exception cref="ArgumentException">There is no element.</exception>
    public static (Tensor min, Tensor max) aminmax(Tensor input, long? dim = null, bool keepdim = false) =>
        (Extrema.Minimum(input, Reductions.Named(dim), keepdim), Extrema.Maximum(input, Reductions.Named(dim), keepdim));

    /// <summary>The median, the lower of two middle ones; NaN if there is one.</summary>
    public static Tensor median(Tensor input) => Extrema.Median(input);

    /// <summary>The length √Σx² of all elements.</summary>
    public static Tensor norm(Tensor input) => Norms.Norm(input, 2, [], false);

    /// <summary>The length (Σ|x|ᵖ)^(1/p) of all elements, p = <paramref name="p"/>.</summary>
    public static Tensor norm(Tensor input, float p = 2f) => Norms.Norm(input, p, [], false);

    /// <summary>The length (Σ|x|ᵖ)^(1/p) of each line along <paramref name="dimension"/>, p = <paramref name="p"/>.</summary>
    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2f) =>
        Norms.Norm(input, p, [dimension], keepdim);

    /// <summary>log Σeˣ of each line along <paramref name="dim"/>, without overflow.</summary>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) =>
        SoftmaxFamily.LogSumExp(input, dim, keepdim);

    /// <summary>eˣ/Σeˣ of each line along <paramref name="dim"/>.</summary>
    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => SoftmaxFamily.Softmax(input, dim, dtype);

    /// <summary>Running sums along <paramref name="dim"/>.</summary>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => Cumulative.Sum(input, dim, type);

    /// <summary>Running products along <paramref name="dim"/>.</summary>
    public static Tensor cumprod(Tensor input, long dim, ScalarType? dtype = null) => Cumulative.Product(input, dim, dtype);

    /// <summary>Whether all elements differ from 0.</summary>
    public static Tensor all(Tensor input) => Counts.All(input, [], false);

    /// <summary>Whether all elements differ from 0, in each line along <paramref name="dim"/>.</summary>
    public static Tensor all(Tensor input, long dim, bool keepdim = false) => Counts.All(input, [dim], keepdim);

    /// <summary>Whether an element differs from 0.</summary>
    public static Tensor any(Tensor input) => Counts.Any(input, [], false);

    /// <summary>Whether an element differs from 0, in each line along <paramref name="dim"/>.</summary>
    public static Tensor any(Tensor input, long dim, bool keepdim = false) => Counts.Any(input, [dim], keepdim);

    /// <summary>How many elements differ from 0, over the axes <paramref name="dims"/>; all if null.</summary>
    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => Counts.NotZero(input, dims);

    /// <summary>The sum of the elements that are not NaN.</summary>
    public static Tensor nansum(Tensor input) => Counts.SumWithoutNaN(input, [], false);

    /// <summary>The mean of the elements that are not NaN, along <paramref name="dim"/>, or of all.</summary>
    public static Tensor nanmean(Tensor input, int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
        Counts.MeanWithoutNaN(input, Reductions.Named(dim), keepdim, dtype);
}
