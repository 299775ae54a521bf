using System.Numerics;

namespace HackLab.Evaluation.Internals;

/// <summary>
/// Sorts whole numbers digit by digit, the lowest digit first, each pass keeping the order of the one before: its time grows
/// with the count alone, where comparing grows with count · log count. Digits that all keys share are skipped.
/// </summary>
internal static class RadixSort
{
    // 2,048 counters of 4 bytes stay in the first cache; 32 bits take three passes.
    private const int DigitBits = 11, Digits = 1 << DigitBits;

    /// <summary>
    /// Sorts from small to large by the bits from <paramref name="fromBit"/> up; equal ones stay in their order.
    /// </summary>
    /// <param name="keys">What to sort; used as working memory.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="fromBit">The lowest bit that counts.</param>
    /// <returns>The sorted keys, in the same array or another one of at least that length.</returns>
    public static TKey[] Sort<TKey>(TKey[] keys, int count, int fromBit = 0)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        TKey[] from = keys, to = new TKey[count];
        int bits = from.Length == 0 ? 0 : keys[0].GetByteCount() * 8;
        int[] starts = new int[Digits];
        for (int shift = fromBit; shift < bits; shift += DigitBits)
        {
            if (!Starts(from.AsSpan(0, count), shift, starts)) continue;
            foreach (TKey key in from.AsSpan(0, count)) to[starts[Digit(key, shift)]++] = key;
            (from, to) = (to, from);
        }
        return from;
    }

    /// <summary>Where the keys of each digit begin; false if one digit has them all.</summary>
    private static bool Starts<TKey>(ReadOnlySpan<TKey> keys, int shift, int[] starts)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        Array.Clear(starts);
        foreach (TKey key in keys) starts[Digit(key, shift)]++;
        if (keys.IsEmpty || starts[Digit(keys[0], shift)] == keys.Length) return false;
        int start = 0;
        for (int d = 0; d < Digits; d++) (starts[d], start) = (start, start + starts[d]);
        return true;
    }

    private static int Digit<TKey>(TKey key, int shift)
        where TKey : unmanaged, IBinaryInteger<TKey> => int.CreateTruncating(key >> shift) & (Digits - 1);
}
