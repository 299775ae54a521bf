using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal static partial class Samplers
{
    private const int BlocksTogether = 8;    // 22 kB with the state before them, which stay in the first cache

    /// <summary>1 with probability <paramref name="p"/>, else 0: the same draws as
    /// <see cref="Bernoulli{T}(CpuGenerator, Span{T}, double)"/>, eight at a time.</summary>
    public static void Mask(CpuGenerator generator, Span<byte> mask, double p)
    {
        const int Together = BlocksTogether * Mt19937.Size / 2;
        ulong threshold = (ulong)Math.Ceiling(p * (1ul << 53));
        Span<uint> blocks = stackalloc uint[mask.Length < Together ? 0 : (BlocksTogether + 1) * Mt19937.Size];
        // A number is (high word mod 2²¹)·2³² + low word; the high word is drawn first, so it is the lower half in memory.
        // A pair may begin with the last word of a block.
        uint high = 0;
        bool hasHigh = false;
        lock (generator.Gate)
        {
            for (int i = 0; i < mask.Length;)
            {
                if (generator.AtBlock && mask.Length - i >= Together)
                {
                    generator.DrawBlocks(blocks);
                    MaskPairs(blocks[(Mt19937.Size - (hasHigh ? 1 : 0))..], mask.Slice(i, Together), threshold);
                    i += Together;
                    high = blocks[^1];
                    continue;
                }
                long wanted = 2L * (mask.Length - i) - (hasHigh ? 1 : 0);
                ReadOnlySpan<uint> words = generator.DrawRaw((int)Math.Min(int.MaxValue, wanted));
                if (hasHigh)
                {
                    mask[i++] = Below(high, words[0], threshold);
                    words = words[1..];
                }
                int pairs = words.Length / 2;
                MaskPairs(words, mask.Slice(i, pairs), threshold);
                i += pairs;
                hasHigh = words.Length % 2 == 1;
                high = hasHigh ? words[^1] : 0;
            }
        }
    }

    private static unsafe void MaskPairs(ReadOnlySpan<uint> words, Span<byte> mask, ulong threshold)
    {
        fixed (uint* from = words)
        fixed (byte* to = mask)
        {
            nint i = 0;
            if (BitConverter.IsLittleEndian)
            {
                Vector256<long> limit = Vector256.Create((long)threshold);
                for (; i <= mask.Length - 8; i += 8)
                {
                    *(ulong*)(to + i) = FourBelow(from + 2 * i, limit) | (ulong)FourBelow(from + 2 * i + 8, limit) << 32;
                }
            }
            for (; i < mask.Length; i++)
            {
                to[i] = Below(from[2 * i], from[2 * i + 1], threshold);
            }
        }
    }

    /// <summary>A byte for each of four pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe uint FourBelow(uint* words, Vector256<long> limit)
    {
        Vector256<uint> turned = Vector256.Shuffle(Mt19937.Temper(Vector256.Load(words)), Vector256.Create(1u, 0, 3, 2, 5, 4, 7, 6));
        Vector256<long> number = turned.AsInt64() & Vector256.Create((long)Mask53);
        uint below = Vector256.LessThan(number, limit).ExtractMostSignificantBits();
        // Bit k of the four goes to bit 8k: 0x204081 = 1 + 2⁷ + 2¹⁴ + 2²¹ moves it there, among others that the mask drops.
        return below * 0x0020_4081 & 0x0101_0101;
    }

    private static byte Below(uint high, uint low, ulong threshold) =>
        (((ulong)Mt19937.Temper(high) << 32 | Mt19937.Temper(low)) & Mask53) < threshold ? (byte)1 : (byte)0;
}
