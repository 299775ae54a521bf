using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Loops;

/// <summary>Turns eight columns into eight rows.</summary>
internal static unsafe class BlockTranspose
{
    /// <summary>y[r·yStride + c] = x[c·xStride + r] for r below 8 and c below <paramref name="n"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<T>(T* y, long yStride, T* x, long xStride, long n) where T : unmanaged
    {
        long c = 0;
        if (sizeof(T) == 4 && Avx.IsSupported)
        {
            for (; c <= n - 8; c += 8)
            {
                Square((float*)y + c, yStride, (float*)x + c * xStride, xStride);
            }
        }
        for (; c < n; c++)
        {
            T* column = x + c * xStride;
            for (int r = 0; r < 8; r++)
            {
                y[r * yStride + c] = column[r];
            }
        }
    }

    // Eight vectors, each a column of eight values. Unpacking interleaves pairs of columns, shuffling joins pairs to fours, and
    // the last step exchanges 128-bit halves: then vector r holds value r of all eight columns.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Square(float* y, long sy, float* x, long sx)
    {
        Vector256<float> a = Vector256.Load(x), b = Vector256.Load(x + sx), c = Vector256.Load(x + 2 * sx);
        Vector256<float> d = Vector256.Load(x + 3 * sx), e = Vector256.Load(x + 4 * sx), f = Vector256.Load(x + 5 * sx);
        Vector256<float> g = Vector256.Load(x + 6 * sx), h = Vector256.Load(x + 7 * sx);
        Vector256<float> ab0 = Avx.UnpackLow(a, b), ab1 = Avx.UnpackHigh(a, b), cd0 = Avx.UnpackLow(c, d),
            cd1 = Avx.UnpackHigh(c, d);
        Vector256<float> ef0 = Avx.UnpackLow(e, f), ef1 = Avx.UnpackHigh(e, f), gh0 = Avx.UnpackLow(g, h),
            gh1 = Avx.UnpackHigh(g, h);
        a = Avx.Shuffle(ab0, cd0, 0x44);
        b = Avx.Shuffle(ab0, cd0, 0xEE);
        c = Avx.Shuffle(ab1, cd1, 0x44);
        d = Avx.Shuffle(ab1, cd1, 0xEE);
        e = Avx.Shuffle(ef0, gh0, 0x44);
        f = Avx.Shuffle(ef0, gh0, 0xEE);
        g = Avx.Shuffle(ef1, gh1, 0x44);
        h = Avx.Shuffle(ef1, gh1, 0xEE);
        Avx.Permute2x128(a, e, 0x20).Store(y);
        Avx.Permute2x128(b, f, 0x20).Store(y + sy);
        Avx.Permute2x128(c, g, 0x20).Store(y + 2 * sy);
        Avx.Permute2x128(d, h, 0x20).Store(y + 3 * sy);
        Avx.Permute2x128(a, e, 0x31).Store(y + 4 * sy);
        Avx.Permute2x128(b, f, 0x31).Store(y + 5 * sy);
        Avx.Permute2x128(c, g, 0x31).Store(y + 6 * sy);
        Avx.Permute2x128(d, h, 0x31).Store(y + 7 * sy);
    }
}
