using System.Numerics;
using System.Runtime.InteropServices;

namespace HackLab.Data.Delimited;

/// <summary>
/// Tells whether bytes are those that were written: four sums of 64 bits, each word multiplied in, turned at the end into one.
/// Fast (32 bytes in the time of one multiplication) where a cryptographic hash would take longer than reading; against damage,
/// not against malice.
/// </summary>
internal static class CheckSum
{
    // Odd numbers without pattern: 2⁶⁴ over the golden ratio, and over the square root of 2.
    private const ulong First = 0x9E3779B97F4A7C15, Second = 0xB504F333F9DE6485;

    internal static ulong OfArray<T>(T[] values)
        where T : unmanaged
    {
        // In pieces, since a span of bytes cannot be as long as the longest array.
        const int piece = 1 << 24;
        ulong sum = First;
        for (int at = 0; at < values.Length; at += piece)
            sum = Mix(sum, Of(MemoryMarshal.AsBytes(values.AsSpan(at, Math.Min(piece, values.Length - at)))));
        return sum;
    }

    internal static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ulong a = First, b = Second, c = ~First, d = ~Second, length = (ulong)bytes.Length;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes);
        int i = 0;
        for (; i <= words.Length - 4; i += 4)
        {
            a = Mix(a, words[i]);
            b = Mix(b, words[i + 1]);
            c = Mix(c, words[i + 2]);
            d = Mix(d, words[i + 3]);
        }
        for (; i < words.Length; i++) a = Mix(a, words[i]);
        foreach (byte last in bytes[(words.Length * 8)..]) b = Mix(b, last);
        return Mix(Mix(Mix(Mix(length, a), b), c), d);
    }

    private static ulong Mix(ulong sum, ulong word) => BitOperations.RotateLeft((sum ^ word) * First, 29);
}
