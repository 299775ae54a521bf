using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Where the elements of an indexed tensor are: for every position before, at and after the indexed axes an
/// offset.</summary>
/// <remarks>Element (b, p, a) of the contiguous result is at before[b] + at[p] + after[a]; a missing after means 0, 1, 2
/// …</remarks>
internal readonly unsafe struct BlockOffsets(long* before, long beforeCount, long* at, long atCount, long* after, long afterCount)
{
    public readonly long* Before = before, At = at, After = after;
    public readonly long BeforeCount = beforeCount, AtCount = atCount, AfterCount = afterCount;

    public long Elements => BeforeCount * AtCount * AfterCount;
}

/// <summary>Reads, writes and adds at chosen places: the loops of all indexing with index tensors. Offsets are checked
/// before.</summary>
internal static unsafe class IndexedBlocks
{
    private const long Grain = 1 << 14;

    /// <summary>y = x at the offsets.</summary>
    public static void Get<T>(T* y, T* x, BlockOffsets offsets) where T : unmanaged
    {
        if (offsets.Elements > 0)
        {
            long units = offsets.BeforeCount * offsets.AtCount;
            int parts = (int)Math.Min(units, Workers.PartsFor(offsets.Elements, Grain));
            Workers.For(parts, new GetWork<T>(y, x, offsets, parts));
        }
    }

    /// <summary>x at the offsets = y; of places that occur more than once the last wins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Put<T>(T* x, T* y, BlockOffsets offsets) where T : unmanaged
    {
        long n = offsets.AfterCount;
        for (long b = 0; b < offsets.BeforeCount; b++)
        {
            for (long p = 0; p < offsets.AtCount; p++, y += n)
            {
                T* target = x + offsets.Before[b] + offsets.At[p];
                if (offsets.After == null)
                {
                    Buffer.MemoryCopy(y, target, n * sizeof(T), n * sizeof(T));
                    continue;
                }
                for (long a = 0; a < n; a++)
                {
                    target[offsets.After[a]] = y[a];
                }
            }
        }
    }

    /// <summary>x at the offsets += y, one after the other: the order of additions is always the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<T>(T* x, T* y, BlockOffsets offsets) where T : unmanaged, INumber<T>
    {
        long n = offsets.AfterCount;
        int width = Vector<T>.Count;
        for (long b = 0; b < offsets.BeforeCount; b++)
        {
            for (long p = 0; p < offsets.AtCount; p++, y += n)
            {
                T* target = x + offsets.Before[b] + offsets.At[p];
                if (offsets.After != null)
                {
                    for (long i = 0; i < n; i++)
                    {
                        target[offsets.After[i]] = unchecked(target[offsets.After[i]] + y[i]);
                    }
                    continue;
                }
                // Each lane is a sum of its own, so the width changes no result.
                long a = 0;
                for (; a <= n - width; a += width)
                {
                    Vector.Store(Vector.Load(target + a) + Vector.Load(y + a), target + a);
                }
                for (; a < n; a++)
                {
                    target[a] = unchecked(target[a] + y[a]);
                }
            }
        }
    }

    private readonly struct GetWork<T>(T* y, T* x, BlockOffsets offsets, int parts) : IWork where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(int part)
        {
            long n = offsets.AfterCount;
            (long start, long end) = Workers.Range(offsets.BeforeCount * offsets.AtCount, parts, part);
            long b = start / offsets.AtCount, p = start % offsets.AtCount;
            T* target = y + start * n;
            for (long unit = start; unit < end; unit++, target += n)
            {
                T* source = x + offsets.Before[b] + offsets.At[p];
                if (n == 1)
                {
                    *target = offsets.After == null ? *source : source[offsets.After[0]];
                }
                else if (offsets.After == null)
                {
                    Buffer.MemoryCopy(source, target, n * sizeof(T), n * sizeof(T));
                }
                else
                {
                    for (long a = 0; a < n; a++)
                    {
                        target[a] = source[offsets.After[a]];
                    }
                }
                if (++p == offsets.AtCount)
                {
                    p = 0;
                    b++;
                }
            }
        }
    }
}
