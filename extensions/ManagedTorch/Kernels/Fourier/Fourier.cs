using System.Numerics;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>
/// Discrete Fourier transforms of contiguous rows of any length, float or double; complex numbers are re, im, re, im …
/// </summary>
internal static unsafe class Fourier
{
    private const int Alignment = 64;
    private const int Grain = 1 << 15;    // values a part should have to be worth another thread

    /// <summary>y[k] = scale Σ x[j] exp(∓2πi jk/n) for each of the rows of n complex numbers; y may be x.</summary>
    public static void Complex<T>(T* x, T* y, long rows, int n, bool inverse, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Run(new ComplexRows<T>(n, inverse), x, y, rows, scale);

    /// <summary>
    /// Rows of n real numbers to rows of n/2 + 1 complex ones, the first half of the transform; y apart from x.
    /// </summary>
    public static void Real<T>(T* x, T* y, long rows, int n, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Run(new RealRows<T>(n), x, y, rows, scale);

    /// <summary>
    /// Rows of n/2 + 1 complex numbers, the first half of a Hermitian row, to rows of n real ones; y apart from x.
    /// </summary>
    public static void RealInverse<T>(T* x, T* y, long rows, int n, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Run(new RealInverseRows<T>(n), x, y, rows, scale);

    private static void Run<T>(FourierRows<T> transform, T* x, T* y, long rows, T scale)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (rows == 0)
        {
            return;
        }
        int lanes = WideRows<T>.Count;
        long groups = (rows + lanes - 1) / lanes;
        int parts = (int)Math.Min(groups, Workers.PartsFor(rows * transform.InputLength, Grain));
        nuint bytes = (nuint)transform.WorkLength * (nuint)((rows == 1 ? 1 : lanes) * 2 * sizeof(T));
        bytes = (bytes + Alignment - 1) / Alignment * Alignment;
        var handle = GCHandle.Alloc(transform);
        byte* scratch = (byte*)NativeMemory.AlignedAlloc(2 * bytes * (nuint)parts, Alignment);
        try
        {
            Workers.For(parts, new RowsWork<T>(handle, x, y, rows, groups, parts, scale, scratch, bytes));
        }
        finally
        {
            NativeMemory.AlignedFree(scratch);
            handle.Free();
        }
    }

    /// <summary>The rows in groups of as many as there are lanes; a single last row goes alone.</summary>
    private readonly struct RowsWork<T>(
        GCHandle transform, T* x, T* y, long rows, long groups, int parts, T scale, byte* scratch, nuint bytes) : IWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            var rowTransform = (FourierRows<T>)transform.Target!;
            byte* a = scratch + 2 * (nuint)part * bytes, b = a + bytes;
            var (start, end) = Workers.Range(groups, parts, part);
            for (long group = start; group < end; group++)
            {
                long row = group * WideRows<T>.Count;
                int count = (int)Math.Min(WideRows<T>.Count, rows - row);
                T* input = x + row * rowTransform.InputLength, output = y + row * rowTransform.OutputLength;
                if (count == 1)
                {
                    rowTransform.Run(input, output, count, (OneRow<T>*)a, (OneRow<T>*)b, scale);
                }
                else
                {
                    rowTransform.Run(input, output, count, (WideRows<T>*)a, (WideRows<T>*)b, scale);
                }
            }
        }
    }
}
