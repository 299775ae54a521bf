using System.Numerics;

namespace TorchSharp.Kernels;

internal static partial class Samplers
{
    /// <summary>Whole numbers from <paramref name="from"/> to <paramref name="to"/> - 1 (randint, random_).</summary>
    /// <remarks>draw mod (to - from): one draw of 32 bits each if the range is below 2³², two otherwise.</remarks>
    public static void Integers<T>(CpuGenerator generator, Span<T> destination, long from, long to) where T : INumberBase<T>
    {
        ulong range = unchecked((ulong)to - (ulong)from);
        lock (generator.Gate)
        {
            if (range >= 1ul << 32)
            {
                foreach (ref T x in destination)
                {
                    x = T.CreateTruncating(unchecked((long)(generator.Random64() % range) + from));
                }
                return;
            }
            uint range32 = (uint)range;
            while (!destination.IsEmpty)
            {
                var words = generator.Draw(destination.Length);
                for (int i = 0; i < words.Length; i++)
                {
                    destination[i] = T.CreateTruncating(unchecked(words[i] % range32 + from));
                }
                destination = destination[words.Length..];
            }
        }
    }

    /// <summary>
    /// Whole numbers from 0 to the largest of the type; to 2²⁴ for float, to 2⁵³ for double (random_ without bounds).
    /// </summary>
    public static void Integers<T>(CpuGenerator generator, Span<T> destination) where T : INumberBase<T>, IMinMaxValue<T>
    {
        ulong range = typeof(T) == typeof(float) ? (1ul << 24) + 1
            : typeof(T) == typeof(double) ? (1ul << 53) + 1
            : ulong.CreateTruncating(T.MaxValue) + 1;
        lock (generator.Gate)
        {
            foreach (ref T x in destination)
            {
                x = T.CreateTruncating((range > uint.MaxValue ? generator.Random64() : generator.Random()) % range);
            }
        }
    }

    /// <summary>A random order of 0 … n - 1 (randperm): position i is swapped with one of i … n - 1.</summary>
    public static void Permutation<T>(CpuGenerator generator, Span<T> destination) where T : INumberBase<T>
    {
        int n = destination.Length;
        for (int i = 0; i < n; i++)
        {
            destination[i] = T.CreateTruncating(i);
        }
        lock (generator.Gate)
        {
            for (int i = 0; i < n - 1; i++)
            {
                int other = i + (int)(generator.Random() % (uint)(n - i));
                (destination[i], destination[other]) = (destination[other], destination[i]);
            }
        }
    }
}
