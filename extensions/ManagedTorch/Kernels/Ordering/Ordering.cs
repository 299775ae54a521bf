using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>
/// Sorting and selecting in contiguous rows of float, double, long, int or byte, in PyTorch's order: NaN is the largest.
/// </summary>
/// <remarks>Of equal values the one that stands first in its row comes first, in either direction.</remarks>
internal static unsafe class Ordering
{
    private const int Grain = 1 << 12;

    /// <summary>Each row of <paramref name="n"/> values sorted, and where the values stood; either result may be null.</summary>
    public static void Sort<T>(T* x, T* values, long* indices, long rows, int n, bool descending) where T : unmanaged =>
        Run(new SortRow<T>(descending), x, values, indices, rows, n, n);

    /// <summary>
    /// The <paramref name="k"/> largest (or smallest) values of each row, best first, and where they stood; k ≤ n.
    /// </summary>
    public static void TopK<T>(T* x, T* values, long* indices, long rows, int n, int k, bool largest) where T : unmanaged =>
        Run(new TopOfRow<T>(k, largest), x, values, indices, rows, n, k);

    /// <summary>The value at place <paramref name="place"/> (from 0) of each row in rising order, and where it stood.</summary>
    public static void Select<T>(T* x, T* values, long* indices, long rows, int n, int place) where T : unmanaged =>
        Run(new PlaceOfRow<T>(place), x, values, indices, rows, n, 1);

    /// <summary>The lower median of each row, place (n - 1)/2, or its first NaN if it has one; n ≥ 1.</summary>
    public static void Median<T>(T* x, T* values, long* indices, long rows, int n) where T : unmanaged =>
        Run(default(MedianOfRow<T>), x, values, indices, rows, n, 1);

    private static void Run<T, TRow>(TRow row, T* x, T* values, long* indices, long rows, int n, int resultLength)
        where T : unmanaged where TRow : unmanaged, IOrderRow<T>
    {
        if (rows == 0 || n == 0 || resultLength == 0)
        {
            return;
        }
        int parts = (int)Math.Min(rows, Workers.PartsFor(rows * n, Grain));
        var scratch = (OrderKey*)NativeMemory.Alloc(2 * (nuint)n * (nuint)parts, (nuint)sizeof(OrderKey));
        try
        {
            Workers.For(parts, new OrderRows<T, TRow>(row, x, values, indices, rows, n, resultLength, parts, scratch));
        }
        finally
        {
            NativeMemory.Free(scratch);
        }
    }

    /// <summary>What to do in one row: gives the keys of the result, whose indices say which values to take.</summary>
    private interface IOrderRow<T>
    {
        Span<OrderKey> Run(ReadOnlySpan<T> row, Span<OrderKey> keys, Span<OrderKey> other);
    }

    private readonly struct SortRow<T>(bool descending) : IOrderRow<T> where T : unmanaged
    {
        public Span<OrderKey> Run(ReadOnlySpan<T> row, Span<OrderKey> keys, Span<OrderKey> other)
        {
            OrderKey.Fill(row, keys, descending);
            return RadixOrder.Sort(keys, other, sizeof(T));
        }
    }

    private readonly struct TopOfRow<T>(int k, bool largest) : IOrderRow<T> where T : unmanaged
    {
        public Span<OrderKey> Run(ReadOnlySpan<T> row, Span<OrderKey> keys, Span<OrderKey> other)
        {
            OrderKey.Fill(row, other, largest);
            var last = RadixOrder.Select(other, k - 1, sizeof(T));
            OrderKey.Fill(row, other, largest);
            int found = 0;
            foreach (OrderKey key in other)
            {
                if (key.Key < last.Key || (key.Key == last.Key && key.Index <= last.Index))
                {
                    keys[found++] = key;
                }
            }
            return RadixOrder.Sort(keys[..k], other[..k], sizeof(T));
        }
    }

    private readonly struct PlaceOfRow<T>(int place) : IOrderRow<T> where T : unmanaged
    {
        public Span<OrderKey> Run(ReadOnlySpan<T> row, Span<OrderKey> keys, Span<OrderKey> other)
        {
            OrderKey.Fill(row, keys, descending: false);
            other[0] = RadixOrder.Select(keys, place, sizeof(T));
            return other[..1];
        }
    }

    private readonly struct MedianOfRow<T> : IOrderRow<T> where T : unmanaged
    {
        public Span<OrderKey> Run(ReadOnlySpan<T> row, Span<OrderKey> keys, Span<OrderKey> other)
        {
            if (typeof(T) == typeof(float) || typeof(T) == typeof(double))
            {
                for (int i = 0; i < row.Length; i++)
                {
                    if (typeof(T) == typeof(float) ? float.IsNaN((float)(object)row[i]) : double.IsNaN((double)(object)row[i]))
                    {
                        other[0] = new OrderKey(0, i);
                        return other[..1];
                    }
                }
            }
            return new PlaceOfRow<T>((row.Length - 1) / 2).Run(row, keys, other);
        }
    }

    private readonly struct OrderRows<T, TRow>(
        TRow work, T* x, T* values, long* indices, long rows, int n, int resultLength, int parts, OrderKey* scratch) : IWork
        where T : unmanaged where TRow : unmanaged, IOrderRow<T>
    {
        public void Run(int part)
        {
            OrderKey* keys = scratch + 2L * n * part;
            var (start, end) = Workers.Range(rows, parts, part);
            for (long r = start; r < end; r++)
            {
                T* row = x + r * n;
                var result = work.Run(new(row, n), new(keys, n), new(keys + n, n));
                for (int i = 0; i < result.Length; i++)
                {
                    int index = result[i].Index;
                    if (values != null)
                    {
                        values[r * resultLength + i] = row[index];
                    }
                    if (indices != null)
                    {
                        indices[r * resultLength + i] = index;
                    }
                }
            }
        }
    }
}
