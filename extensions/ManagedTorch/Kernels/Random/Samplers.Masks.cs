using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

internal static partial class Samplers
{
    /// <summary>1 with probability <paramref name="p"/>, else 0: the same draws as
    /// <see cref="Bernoulli{T}(CpuGenerator, Span{T}, double)"/>,
    /// four at a time.</summary>
    public static unsafe void Mask(CpuGenerator generator, Span<byte> mask, double p)
    {
        ulong threshold = (ulong)Math.Ceiling(p * (1ul << 53));
        // A number is (high word mod 2²¹)·2³² + low word; the high word is drawn first, so it is the lower half in memory.
        uint high = 0;
        bool hasHigh = false;
        lock (generator.Gate)
        {
            for (int i = 0; i < mask.Length;)
            {
                long wanted = 2L * (mask.Length - i) - (hasHigh ? 1 : 0);
                ReadOnlySpan<uint> words = generator.Draw((int)Math.Min(int.MaxValue, wanted));
                if (hasHigh)
                {
                    mask[i++] = Below(high, words[0], threshold);
                    words = words[1..];
                }
                int pairs = words.Length / 2;
                fixed (uint* from = words)
                fixed (byte* to = mask[i..])
                {
                    MaskPairs(from, to, pairs, threshold);
                }
                i += pairs;
                hasHigh = words.Length % 2 == 1;
                high = hasHigh ? words[^1] : 0;
            }
        }
    }

    private static unsafe void MaskPairs(uint* words, byte* mask, nint pairs, ulong threshold)
    {
        nint i = 0;
        if (BitConverter.IsLittleEndian)
        {
            Vector256<long> limit = Vector256.Create((long)threshold),
                highBits = Vector256.Create((long)(Mask53 & ~0xffff_ffffUL));
            for (; i <= pairs - 4; i += 4)
            {
                Vector256<long> pair = Vector256.Load((long*)(words + 2 * i));
                Vector256<long> number = ((pair << 32) & highBits) | (pair >>> 32);
                uint below = Vector256.LessThan(number, limit).ExtractMostSignificantBits();
                // Bit k of the four goes to bit 8k: 0x204081 = 1 + 2⁷ + 2¹⁴ + 2²¹ moves it there, among others that the mask
                // drops.
                *(uint*)(mask + i) = below * 0x0020_4081 & 0x0101_0101;
            }
        }
        for (; i < pairs; i++)
        {
            mask[i] = Below(words[2 * i], words[2 * i + 1], threshold);
        }
    }

    private static byte Below(uint high, uint low, ulong threshold) =>
        (((ulong)high << 32 | low) & Mask53) < threshold ? (byte)1 : (byte)0;
}
