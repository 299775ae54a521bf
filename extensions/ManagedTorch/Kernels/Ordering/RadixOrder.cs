namespace TorchSharp.Kernels;

/// <summary>Stable sorting and selecting by the bytes of a key: time linear in the row whatever is in it.</summary>
internal static class RadixOrder
{
    private const int ShortRow = 48;    // below this insertion is faster than counting 256 digits

    /// <summary>Sorts by key; equal keys keep their order.</summary>
    /// <param name="keys">What to sort, in the order to keep.</param>
    /// <param name="other">As long; overwritten.</param>
    /// <param name="bytes">How many low bytes of the key are in use.</param>
    /// <returns>The one of the two spans that has the result.</returns>
    public static Span<OrderKey> Sort(Span<OrderKey> keys, Span<OrderKey> other, int bytes)
    {
        if (keys.Length <= ShortRow)
        {
            Insert(keys);
            return keys;
        }
        Span<int> starts = stackalloc int[256];
        for (int shift = 0; shift < 8 * bytes; shift += 8)
        {
            Count(keys, shift, starts);
            if (starts[(int)(keys[0].Key >> shift & 255)] == keys.Length)
            {
                continue;    // the same digit everywhere
            }
            int start = 0;
            foreach (ref int digit in starts)
            {
                (digit, start) = (start, start + digit);
            }
            foreach (ref readonly OrderKey key in keys)
            {
                other[starts[(int)(key.Key >> shift & 255)]++] = key;
            }
            var written = other;
            other = keys;
            keys = written;
        }
        return keys;
    }

    /// <summary>
    /// The key at place <paramref name="place"/> (from 0) of the stably sorted order; <paramref name="keys"/> is
    /// overwritten.
    /// </summary>
    public static OrderKey Select(Span<OrderKey> keys, int place, int bytes)
    {
        Span<int> counts = stackalloc int[256];
        for (int shift = 8 * bytes - 8; shift >= 0 && keys.Length > 1; shift -= 8)
        {
            Count(keys, shift, counts);
            int digit = 0;
            for (; place >= counts[digit]; digit++)
            {
                place -= counts[digit];
            }
            // Only those with this digit can be it; they keep their order.
            int kept = 0;
            foreach (OrderKey key in keys)
            {
                keys[kept] = key;
                kept += (int)(key.Key >> shift & 255) == digit ? 1 : 0;
                if (kept == counts[digit])
                {
                    break;
                }
            }
            keys = keys[..kept];
        }
        return keys[place];
    }

    private static void Count(ReadOnlySpan<OrderKey> keys, int shift, Span<int> counts)
    {
        counts.Clear();
        foreach (ref readonly OrderKey key in keys)
        {
            counts[(int)(key.Key >> shift & 255)]++;
        }
    }

    private static void Insert(Span<OrderKey> keys)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            var key = keys[i];
            int j = i - 1;
            for (; j >= 0 && keys[j].Key > key.Key; j--)
            {
                keys[j + 1] = keys[j];
            }
            keys[j + 1] = key;
        }
    }
}
