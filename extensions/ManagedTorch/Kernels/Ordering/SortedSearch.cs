using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Where values belong in sorted rows (searchsorted, bucketize).</summary>
internal static class SortedSearch
{
    /// <summary>
    /// The first place whose value is ≥ v, or, if <paramref name="right"/>, &gt; v; the row's length if there is none,
    /// as for NaN.
    /// </summary>
    public static void Find<T>(ReadOnlySpan<T> sorted, ReadOnlySpan<T> values, Span<long> places, bool right)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        for (int i = 0; i < values.Length; i++)
        {
            T value = values[i];
            int start = 0, end = sorted.Length;
            while (start < end)
            {
                int middle = start + (end - start) / 2;
                bool reached = right ? sorted[middle] > value : sorted[middle] >= value;
                (start, end) = reached ? (start, middle) : (middle + 1, end);
            }
            places[i] = start;
        }
    }
}
