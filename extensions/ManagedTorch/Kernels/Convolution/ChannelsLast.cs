using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Turns images with channels first into images with channels last and back: transposing a matrix (channel, pixel).</summary>
internal static unsafe class ChannelsLast
{
    private const int Group = 16;    // channels: one cache line of the result
    private const int Ahead = 4;     // rows
    private const int ShortStream = 4096;    // bytes; shorter ones end before the processor foresees them

    /// <summary>
    /// Copies rows <paramref name="firstRow"/> … and columns <paramref name="firstColumn"/> … of an image, zeros where they lie outside, to
    /// target[(row·columns + column)·pitch + channel]; channels from <paramref name="channels"/> to the pitch are left as they are.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyRows<T>(T* source, nint plane, int channels, int height, int width, int firstRow, int rows,
        int firstColumn, int columns, T* target, int pitch) where T : unmanaged
    {
        int left = Math.Clamp(-firstColumn, 0, columns), right = Math.Clamp(width - firstColumn, left, columns);
        int top = Math.Clamp(-firstRow, 0, rows), bottom = Math.Clamp(height - firstRow, top, rows);
        nint rowPitch = (nint)columns * pitch;
        Clear(target, top * rowPitch);
        Clear(target + bottom * rowPitch, (rows - bottom) * rowPitch);
        for (int row = top; row < bottom; row++)
        {
            Clear(target + row * rowPitch, (nint)left * pitch);
            Clear(target + row * rowPitch + (nint)right * pitch, (nint)(columns - right) * pitch);
        }
        // Some channels over all rows, then the next: a few streams that the processor can foresee, where all channels would be many.
        bool few = plane * sizeof(T) <= ShortStream;
        for (int channel = 0; channel < channels; channel += Group)
        {
            T* values = source + channel * plane + (nint)(firstRow + top) * width + firstColumn + left;
            T* to = target + top * rowPitch + (nint)left * pitch + channel;
            for (int row = top; row < bottom; row++, values += width, to += rowPitch)
            {
                if (few)
                {
                    bool next = row + Ahead >= bottom;    // the next channels' first rows
                    T* ahead = values + (next ? Group * plane + (nint)(Ahead - bottom + top) * width : Ahead * (nint)width);
                    Prefetch(ahead, plane, Math.Min(Group, channels - channel - (next ? Group : 0)), right - left);
                }
                Transpose(values, plane, Math.Min(Group, channels - channel), right - left, to, pitch);
            }
        }
    }

    /// <summary>The other way: target[channel·plane + row·width + column] = source[row·rowPitch + column·pitch + channel].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CopyBack<T>(T* source, nint rowPitch, nint pitch, int channels, int rows, int width, T* target, nint plane)
        where T : unmanaged
    {
        for (int channel = 0; channel < channels; channel += Group)
        {
            for (int row = 0; row < rows; row++)
            {
                Transpose(source + row * rowPitch + channel, pitch, width, Math.Min(Group, channels - channel),
                    target + channel * plane + (nint)row * width, plane);
            }
        }
    }

    /// <summary>target[column·targetPitch + row] = source[row·sourcePitch + column].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose<T>(T* source, nint sourcePitch, int rows, int columns, T* target, nint targetPitch) where T : unmanaged
    {
        int doneRows = 0, doneColumns = 0;
        if (sizeof(T) == sizeof(float) && Avx.IsSupported)
        {
            doneRows = rows & ~7;
            doneColumns = columns & ~7;
            // Blocks of 16 × 16 touch whole cache lines on both sides.
            for (int row = 0; row < doneRows; row += 16)
            {
                for (int column = 0; column < doneColumns; column += 16)
                {
                    if (Transposition16.IsSupported && doneRows - row > 8 && doneColumns - column > 8)
                    {
                        Transposition16.Run((float*)(source + row * sourcePitch + column), sourcePitch,
                            (float*)(target + column * targetPitch + row), targetPitch);
                        continue;
                    }
                    Transpose16((float*)(source + row * sourcePitch + column), sourcePitch, (float*)(target + column * targetPitch + row),
                        targetPitch, doneRows - row > 8, doneColumns - column > 8);
                }
            }
        }
        Scalar(source + doneColumns, sourcePitch, doneRows, columns - doneColumns, target + doneColumns * targetPitch, targetPitch);
        Scalar(source + doneRows * sourcePitch, sourcePitch, rows - doneRows, columns, target + doneRows, targetPitch);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose16(float* source, nint sourcePitch, float* target, nint targetPitch, bool moreRows, bool moreColumns)
    {
        Transpose8(source, sourcePitch, target, targetPitch);
        if (moreColumns)
        {
            Transpose8(source + 8, sourcePitch, target + 8 * targetPitch, targetPitch);
        }
        if (moreRows)
        {
            source += 8 * sourcePitch;
            target += 8;
            Transpose8(source, sourcePitch, target, targetPitch);
            if (moreColumns)
            {
                Transpose8(source + 8, sourcePitch, target + 8 * targetPitch, targetPitch);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Prefetch<T>(T* source, nint pitch, int rows, int columns) where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            for (int row = 0; row < rows; row++, source += pitch)
            {
                for (nint at = 0; at < columns * sizeof(T); at += 64)
                {
                    Sse.Prefetch0((byte*)source + at);
                }
            }
        }
    }

    private static void Clear<T>(T* values, nint count) where T : unmanaged
    {
        if (count > 0)
        {
            new Span<T>(values, checked((int)count)).Clear();
        }
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
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
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
