using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The elements sorted along an axis, and where they were; NaN is the largest, equal ones keep their
    /// order.</summary>
    public static (Tensor values, Tensor indices) sort(
        Tensor input, long dim = -1, bool descending = false, bool stable = false) =>
        Sorting.Sort(input, dim, descending);

    /// <summary>Where the elements were that sorting along an axis would give.</summary>
    public static Tensor argsort(Tensor input, long dim = -1, bool descending = false) => Sorting.Order(input, dim, descending);

    /// <summary>The elements sorted along the first axis.</summary>
    public static Tensor msort(Tensor tensor) => tensor.msort();

    /// <summary>The <paramref name="k"/> largest (or smallest) elements along an axis, best first, and where they were.</summary>
    public static (Tensor values, Tensor indices) topk(
        Tensor tensor, int k, int dim = -1, bool largest = true, bool sorted = true) =>
        Sorting.Top(tensor, k, dim, largest);

    /// <summary>The <paramref name="k"/>-th smallest element (from 1) along an axis, the last one by default, and where it
    /// was.</summary>
    public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
        Sorting.Kth(input, k, dim ?? -1, keepdim);

    /// <summary>The largest of all elements up to each one along an axis, and where it was.</summary>
    public static (Tensor values, Tensor indices) cummax(Tensor input, long dim) => CumulativeExtremes.Max(input, dim);

    /// <summary>The smallest of all elements up to each one along an axis, and where it was.</summary>
    public static (Tensor values, Tensor indices) cummin(Tensor input, long dim) => CumulativeExtremes.Min(input, dim);

    /// <summary>The different values in rising order (or slices along an axis), which one each input is, how often each
    /// occurs.</summary>
    /// <remarks>What is not asked for is null.</remarks>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
    {
        (Tensor values, Tensor inverse, Tensor counts) = dim is { } axis
            ? Distinct.Slices(input, axis, neighbours: false)
            : Distinct.Values(input, neighbours: false);
        return (values, return_inverse ? inverse : null, return_counts ? counts : null);
    }

    /// <summary>As <see cref="unique"/>, but only of neighbours, in their order.</summary>
    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(
        Tensor input, bool return_inverse = false, bool return_counts = false, int? dim = null)
    {
        (Tensor values, Tensor inverse, Tensor counts) = dim is { } axis
            ? Distinct.Slices(input, axis, neighbours: true)
            : Distinct.Values(input, neighbours: true);
        return (values, return_inverse ? inverse : null, return_counts ? counts : null);
    }

    /// <summary>How often (or with which weight in all) each whole number from 0 occurs; at least <paramref name="minlength"/>
    /// numbers.</summary>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) =>
        Counting.Bins(input, weights, minlength);

    /// <summary>How many elements are in each of equal intervals from min to max; 0 and 0 stand for the smallest and largest
    /// element.</summary>
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) =>
        Counting.Histogram(input, bins, min, max);

    /// <summary>Between which boundaries (sorted) each element is: the first that is ≥ it, or &gt; it if
    /// <paramref name="right"/>.</summary>
    public static Tensor bucketize(Tensor input, Tensor boundaries, bool outInt32 = false, bool right = false) =>
        Counting.Places(boundaries, input, outInt32, right, null);

    /// <summary>Where each value would be put into sorted rows to keep them sorted: before equal ones, or behind if
    /// <paramref name="right"/>.</summary>
    public static Tensor searchsorted(
        Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        Counting.Places(sorted_sequence, values, out_int32, right, sorter);

    /// <summary>Where a number would be put into a sorted row to keep it sorted.</summary>
    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor? sorter) =>
        Counting.Places(sorted_sequence, Creation.Full([], values, values.Type), out_int32, right, sorter);
}
