using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>The different values in rising order, which of them each input value is, and how often each one occurs.</summary>
/// <remarks>
/// Every NaN is a value of its own, as in PyTorch, but is counted (1; PyTorch 1.13 says 0); -0 and 0 are one, written as
/// the first of them.
/// </remarks>
internal sealed unsafe record UniqueValues<T>(T[] Values, long[] Inverse, long[] Counts) where T : unmanaged, IEquatable<T>
{
    /// <summary>Of all values of <paramref name="x"/>.</summary>
    public static UniqueValues<T> Of(ReadOnlySpan<T> x)
    {
        var sorted = new T[x.Length];
        var indices = new long[x.Length];
        fixed (T* from = x, to = sorted)
        fixed (long* places = indices)
        {
            Ordering.Sort(from, to, places, 1, x.Length, descending: false);
        }
        return OfRuns(sorted, indices);
    }

    /// <summary>Of runs of equal neighbours in <paramref name="x"/>, in its order.</summary>
    public static UniqueValues<T> Consecutive(ReadOnlySpan<T> x)
    {
        var indices = new long[x.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = i;
        }
        return OfRuns(x, indices);
    }

    private static UniqueValues<T> OfRuns(ReadOnlySpan<T> x, ReadOnlySpan<long> indices)
    {
        var values = new List<T>();
        var counts = new List<long>();
        var inverse = new long[x.Length];
        for (int i = 0; i < x.Length; i++)
        {
            if (i == 0 || !Same(x[i], x[i - 1]))
            {
                values.Add(x[i]);
                counts.Add(0);
            }
            inverse[indices[i]] = values.Count - 1;
            CollectionsMarshal.AsSpan(counts)[^1]++;
        }
        return new UniqueValues<T>([.. values], inverse, [.. counts]);
    }

    /// <summary>x = y as numbers: false for NaN, for which Equals says true.</summary>
    private static bool Same(T x, T y) =>
        typeof(T) == typeof(float) ? (float)(object)x == (float)(object)y
        : typeof(T) == typeof(double) ? (double)(object)x == (double)(object)y
        : x.Equals(y);
}
