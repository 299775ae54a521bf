using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>All dot products of many vectors x with a few vectors y, both contiguous: a product with a thin side, as matrix
/// times vector.</summary>
/// <param name="count">Number of x.</param>
/// <param name="few">Number of y.</param>
/// <param name="k">Length of all.</param>
/// <param name="x">The first x.</param>
/// <param name="xStep">From an x to the next.</param>
/// <param name="y">The first y.</param>
/// <param name="yStep">From a y to the next.</param>
/// <param name="c">The result of x 0 and y 0.</param>
/// <param name="cX">From the result of an x to that of the next.</param>
/// <param name="cY">From the result of a y to that of the next.</param>
/// <param name="terms">Here the row bias belongs to x, the column bias to y.</param>
internal readonly unsafe struct DotProducts<T>(int count, int few, int k, T* x, nint xStep, T* y, nint yStep, T* c, nint cX,
    nint cY,
    Terms<T> terms) where T : unmanaged, INumberBase<T>
{
    private const int Together = 4;          // vectors x that share the loads of y
    private const long Grain = 200_000;      // multiplications

    public void Run()
    {
        int parts = Math.Min(Workers.PartsFor((long)count * few * k, Grain), (count + Together - 1) / Together);
        Workers.For(parts, new Part(this, parts));
    }

    private void Run(int first, int end)
    {
        T* sums = stackalloc T[Together];
        for (int i = first; i < end; i += Together)
        {
            int rows = Math.Min(Together, end - i);
            T* x0 = x + i * xStep;
            for (int j = 0; j < few; j++)
            {
                // Where fewer than four are left, the last one is repeated and its copies are ignored.
                Four(x0, x0 + Math.Min(1, rows - 1) * xStep, x0 + Math.Min(2, rows - 1) * xStep, x0 + (rows - 1) * xStep,
                    y + j * yStep, k, sums);
                for (int row = 0; row < rows; row++)
                {
                    Finish(i + row, j, sums[row]);
                }
            }
        }
    }

    private void Finish(int i, int j, T sum)
    {
        T* to = c + i * cX + j * cY;
        T value = terms.Alpha * sum;
        value += terms.ColumnBias == null ? T.Zero : terms.ColumnBias[j];
        value += terms.RowBias == null ? T.Zero : terms.RowBias[i];
        *to = T.IsZero(terms.Beta) ? value : value + terms.Beta * *to;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Four(T* x0, T* x1, T* x2, T* x3, T* y, nint k, T* sums)
    {
        nint step = Vector256<T>.Count, p = 0;
        Vector256<T> s0 = default, s1 = default, s2 = default, s3 = default;    // even vectors
        Vector256<T> t0 = default, t1 = default, t2 = default, t3 = default;    // odd ones: two chains a row hide the latency
        for (; p <= k - 2 * step; p += 2 * step)
        {
            Vector256<T> y0 = Vector256.Load(y + p), y1 = Vector256.Load(y + p + step);
            s0 = Lanes256<T>.MultiplyAdd(Vector256.Load(x0 + p), y0, s0);
            s1 = Lanes256<T>.MultiplyAdd(Vector256.Load(x1 + p), y0, s1);
            s2 = Lanes256<T>.MultiplyAdd(Vector256.Load(x2 + p), y0, s2);
            s3 = Lanes256<T>.MultiplyAdd(Vector256.Load(x3 + p), y0, s3);
            t0 = Lanes256<T>.MultiplyAdd(Vector256.Load(x0 + p + step), y1, t0);
            t1 = Lanes256<T>.MultiplyAdd(Vector256.Load(x1 + p + step), y1, t1);
            t2 = Lanes256<T>.MultiplyAdd(Vector256.Load(x2 + p + step), y1, t2);
            t3 = Lanes256<T>.MultiplyAdd(Vector256.Load(x3 + p + step), y1, t3);
        }
        T r0 = Vector256.Sum(s0 + t0), r1 = Vector256.Sum(s1 + t1), r2 = Vector256.Sum(s2 + t2), r3 = Vector256.Sum(s3 + t3);
        for (; p < k; p++)
        {
            r0 += x0[p] * y[p];
            r1 += x1[p] * y[p];
            r2 += x2[p] * y[p];
            r3 += x3[p] * y[p];
        }
        (sums[0], sums[1], sums[2], sums[3]) = (r0, r1, r2, r3);
    }

    private readonly struct Part(DotProducts<T> products, int parts) : IWork
    {
        public void Run(int part)
        {
            (long first, long end) = Workers.Range(products.Count, parts, part);
            products.Run((int)first, (int)end);
        }
    }

    private int Count => count;
}
