using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Turns images with channels first into images with channels last and back: transposing a matrix (channel, pixel).</summary>
internal static unsafe class ChannelsLast
{
    /// <summary>
    /// Copies rows <paramref name="firstRow"/> … and columns <paramref name="firstColumn"/> … of an image, zeros where they lie outside, to
    /// target[(row·columns + column)·pitch + channel]; channels from <paramref name="channels"/> to the pitch are left as they are.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyRows<T>(T* source, nint plane, int channels, int height, int width, int firstRow, int rows,
        int firstColumn, int columns, T* target, int pitch) where T : unmanaged
    {
        int left = Math.Clamp(-firstColumn, 0, columns), right = Math.Clamp(width - firstColumn, left, columns);
        for (int row = 0; row < rows; row++, target += (nint)columns * pitch)
        {
            int from = firstRow + row;
            if ((uint)from >= (uint)height)
            {
                new Span<T>(target, columns * pitch).Clear();
                continue;
            }
            new Span<T>(target, left * pitch).Clear();
            new Span<T>(target + (nint)right * pitch, (columns - right) * pitch).Clear();
            T* values = source + (nint)from * width + firstColumn + left;
            Transpose(values, plane, channels, right - left, target + (nint)left * pitch, pitch);
        }
    }

    /// <summary>target[column·targetPitch + row] = source[row·sourcePitch + column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose<T>(T* source, nint sourcePitch, int rows, int columns, T* target, nint targetPitch) where T : unmanaged
    {
        int doneRows = 0;
        if (sizeof(T) == sizeof(float) && Avx.IsSupported)
        {
            doneRows = rows & ~7;
            int doneColumns = columns & ~7;
            for (int row = 0; row < doneRows; row += 8)
            {
                for (int column = 0; column < doneColumns; column += 8)
                {
                    Transpose8((float*)(source + row * sourcePitch + column), sourcePitch,
                        (float*)(target + column * targetPitch + row), targetPitch);
                }
                Scalar(source + row * sourcePitch + doneColumns, sourcePitch, 8, columns - doneColumns,
                    target + doneColumns * targetPitch + row, targetPitch);
            }
        }
        Scalar(source + doneRows * sourcePitch, sourcePitch, rows - doneRows, columns, target + doneRows, targetPitch);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scalar<T>(T* source, nint sourcePitch, int rows, int columns, T* target, nint targetPitch) where T : unmanaged
    {
        for (int row = 0; row < rows; row++)
        {
            T* from = source + row * sourcePitch, to = target + row;
            for (int column = 0; column < columns; column++, to += targetPitch)
            {
                *to = from[column];
            }
        }
    }

    /// <summary>Eight rows of eight: pairs, then fours, then halves are exchanged.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose8(float* source, nint sourcePitch, float* target, nint targetPitch)
    {
        Vector256<float> a = Vector256.Load(source), b = Vector256.Load(source + sourcePitch);
        Vector256<float> c = Vector256.Load(source + 2 * sourcePitch), d = Vector256.Load(source + 3 * sourcePitch);
        source += 4 * sourcePitch;
        Vector256<float> e = Vector256.Load(source), f = Vector256.Load(source + sourcePitch);
        Vector256<float> g = Vector256.Load(source + 2 * sourcePitch), h = Vector256.Load(source + 3 * sourcePitch);
        Vector256<float> ab0 = Avx.UnpackLow(a, b), ab1 = Avx.UnpackHigh(a, b), cd0 = Avx.UnpackLow(c, d), cd1 = Avx.UnpackHigh(c, d);
        Vector256<float> ef0 = Avx.UnpackLow(e, f), ef1 = Avx.UnpackHigh(e, f), gh0 = Avx.UnpackLow(g, h), gh1 = Avx.UnpackHigh(g, h);
        a = Avx.Shuffle(ab0, cd0, 0x44);
        b = Avx.Shuffle(ab0, cd0, 0xEE);
        c = Avx.Shuffle(ab1, cd1, 0x44);
        d = Avx.Shuffle(ab1, cd1, 0xEE);
        e = Avx.Shuffle(ef0, gh0, 0x44);
        f = Avx.Shuffle(ef0, gh0, 0xEE);
        g = Avx.Shuffle(ef1, gh1, 0x44);
        h = Avx.Shuffle(ef1, gh1, 0xEE);
        Avx.Permute2x128(a, e, 0x20).Store(target);
        Avx.Permute2x128(b, f, 0x20).Store(target + targetPitch);
        Avx.Permute2x128(c, g, 0x20).Store(target + 2 * targetPitch);
        Avx.Permute2x128(d, h, 0x20).Store(target + 3 * targetPitch);
        target += 4 * targetPitch;
        Avx.Permute2x128(a, e, 0x31).Store(target);
        Avx.Permute2x128(b, f, 0x31).Store(target + targetPitch);
        Avx.Permute2x128(c, g, 0x31).Store(target + 2 * targetPitch);
        Avx.Permute2x128(d, h, 0x31).Store(target + 3 * targetPitch);
    }
}
