using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The elements sorted along an axis, and where they were; NaN is the largest, equal ones keep their
        /// order.</summary>
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Sorting.Sort(this, dim, descending);

        /// <summary>Where the elements were that sorting along an axis would give.</summary>
        public Tensor argsort(long dim = -1, bool descending = false) => Sorting.Order(this, dim, descending);

        /// <summary>The elements sorted along the first axis.</summary>
        public Tensor msort() => Sorting.Sort(this, 0, false).Values;

        /// <summary>The <paramref name="k"/> largest (or smallest) elements along an axis, best first, and where they
        /// were.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The axis has fewer elements.</exception>
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true) =>
            Sorting.Top(this, k, dim, largest);

        /// <summary>The <paramref name="k"/>-th smallest element (from 1) along an axis, the last one by default, and where it
        /// was.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Sorting.Kth(this, k, dim ?? -1, keepdim);

        /// <summary>The largest of all elements up to each one along an axis, and where it was.</summary>
        public (Tensor values, Tensor indexes) cummax(long dim) => CumulativeExtremes.Max(this, dim);

        /// <summary>The smallest of all elements up to each one along an axis, and where it was.</summary>
        public (Tensor values, Tensor indexes) cummin(long dim) => CumulativeExtremes.Min(this, dim);

        /// <summary>The different values in rising order (or slices along an axis), which one each input is, how often each
        /// occurs.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            torch.unique(this, sorted, return_inverse, return_counts, dim);

        /// <summary>As <see cref="unique"/>, but only of neighbours, in their order.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique_consecutive(
            bool return_inverse = false, bool return_counts = false, int? dim = null) =>
            torch.unique_consecutive(this, return_inverse, return_counts, dim);

        /// <summary>How often (or with which weight in all) each whole number from 0 occurs; at least
        /// <paramref name="minlength"/> numbers.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0) => Counting.Bins(this, weights, minlength);

        /// <summary>How many elements are in each of equal intervals from min to max; 0 and 0 stand for the smallest and largest
        /// element.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Counting.Histogram(this, bins, min, max);

        /// <summary>Between which boundaries (sorted) each element is: the first that is ≥ it, or &gt; it if
        /// <paramref name="right"/>.</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            Counting.Places(boundaries, this, outInt32, right, null);
    }
}
