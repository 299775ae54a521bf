using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Sums over contiguous runs, in an order that depends on their length only: not on the machine, not on
/// threads.</summary>
/// <remarks>
/// Blocks of 1024 terms are summed in four vectors of partial sums (so that additions overlap, and rounding errors grow with
/// 1024 / 32 terms only); blocks are added up in double precision. The loops are not inlined: in a large caller the JIT would run
/// out of its budget and call the terms instead (measured: layer normalisation three times slower).
/// </remarks>
internal static unsafe class Reduction
{
    private const int Block = 1024;
    private const int Chunk = 16 * Block;
    private const int ChunksPerRound = 256;

    /// <summary>Sum of x; 0 for an empty run.</summary>
    public static double Sum<T>(T* x, long count) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SumShared<Values<T>, T>(new(x), count);

    /// <summary>Sum of x². In float32 squares above 3.4e38 overflow to infinity.</summary>
    public static double SumOfSquares<T>(T* x, long count) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SumShared<Products<T>, T>(new(x, x), count);

    /// <summary>Sum of x·y.</summary>
    public static double Dot<T>(T* x, T* y, long count) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        SumShared<Products<T>, T>(new(x, y), count);

    /// <summary>Mean and sum of squared deviations from it; the second pass keeps digits that Σx² - (Σx)²/n would lose.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (double Mean, double SquaredDeviations) Moments<T>(T* x, long count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double mean = SumRun<Values<T>, T>(new(x), count) / count;
        T center = Lanes.FromDouble<T>(mean);
        double squares = SumRun<SquaredDeviations<T>, T>(new(x, center), count);
        double shift = mean - Lanes.ToDouble(center);      // the mean's digits that T does not hold
        return (mean, Math.Max(squares - count * shift * shift, 0) + (double.IsNaN(squares) ? double.NaN : 0));
    }

    /// <summary>A sum that the pool shares once it is long; the same bits for any number of threads.</summary>
    public static double SumShared<TTerm, T>(TTerm term, long count) where TTerm : unmanaged, ISumTerm<T> where T : unmanaged
    {
        if (count <= Chunk)
        {
            return SumRun<TTerm, T>(term, count);
        }
        double total = 0;
        double* partials = stackalloc double[ChunksPerRound];
        for (long start = 0; start < count; start += (long)ChunksPerRound * Chunk)
        {
            long length = Math.Min(count - start, (long)ChunksPerRound * Chunk);
            int chunks = (int)((length + Chunk - 1) / Chunk);
            int parts = Workers.PartsFor(chunks, 4);
            Workers.For(parts, new ChunkSums<TTerm, T>(term, start, length, chunks, parts, partials));
            for (int i = 0; i < chunks; i++)
            {
                total += partials[i];
            }
        }
        return total;
    }

    /// <summary>A sum on the calling thread; for runs up to 16384 terms the same bits as <see cref="SumShared"/>.</summary>
    public static double SumRun<TTerm, T>(TTerm term, long count) where TTerm : unmanaged, ISumTerm<T> where T : unmanaged =>
        SumRange<TTerm, T>(term, 0, count);

    /// <summary>Two sums in one pass on the calling thread.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (double First, double Second) SumRun2<TTerm, T>(TTerm term, long count)
        where TTerm : unmanaged, ISumTermPair<T> where T : unmanaged
    {
        int width = Vector256<T>.Count;
        double first = 0, second = 0;
        for (long i = 0; i < count;)
        {
            long end = Math.Min(i + Block, count);
            Vector256<T> a0 = default, a1 = default, b0 = default, b1 = default;
            for (; i <= end - 2 * width; i += 2 * width)
            {
                term.AddTo(ref a0, ref b0, i, width);
                term.AddTo(ref a1, ref b1, i + width, width);
            }
            for (; i <= end - width; i += width)
            {
                term.AddTo(ref a0, ref b0, i, width);
            }
            if (i < end)
            {
                term.AddTo(ref a1, ref b1, i, (int)(end - i));
                i = end;
            }
            first += Lanes.Sum(a0 + a1);
            second += Lanes.Sum(b0 + b1);
        }
        return (first, second);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double SumRange<TTerm, T>(TTerm term, long start, long end) where TTerm : unmanaged, ISumTerm<T>
        where T : unmanaged
    {
        double total = 0;
        for (long i = start; i < end; i += Block)
        {
            total += SumBlock<TTerm, T>(term, i, Math.Min(i + Block, end));
        }
        return total;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SumBlock<TTerm, T>(TTerm term, long i, long end) where TTerm : unmanaged, ISumTerm<T>
        where T : unmanaged
    {
        int width = Vector256<T>.Count;
        Vector256<T> a = default, b = default, c = default, d = default;
        for (; i <= end - 4 * width; i += 4 * width)
        {
            a = term.AddTo(a, i, width);
            b = term.AddTo(b, i + width, width);
            c = term.AddTo(c, i + 2 * width, width);
            d = term.AddTo(d, i + 3 * width, width);
        }
        for (; i <= end - width; i += width)
        {
            a = term.AddTo(a, i, width);
        }
        if (i < end)
        {
            b = term.AddTo(b, i, (int)(end - i));
        }
        return Lanes.Sum((a + b) + (c + d));
    }

    private readonly struct ChunkSums<TTerm, T>(
        TTerm term, long start, long length, int chunks, int parts, double* partials) : IWork
        where TTerm : unmanaged, ISumTerm<T> where T : unmanaged
    {
        public void Run(int part)
        {
            (long first, long last) = Workers.Range(chunks, parts, part);
            for (long i = first; i < last; i++)
            {
                partials[i] = SumRange<TTerm, T>(term, start + i * Chunk, start + Math.Min((i + 1) * Chunk, length));
            }
        }
    }
}
