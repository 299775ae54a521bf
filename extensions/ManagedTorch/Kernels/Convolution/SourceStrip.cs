using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>A copy of some rows of all channels of an image, zeros around: [channel][phase y][phase x][row][column].</summary>
/// <remarks>With steps above 1 it is sorted by phase, so that neighbouring results always read neighbouring values.</remarks>
internal unsafe struct SourceStrip
{
    public int StepY;
    public int StepX;
    public int MinY;        // the least tap: row 0 of the copy belongs to result 0
    public int MinX;
    public int SpanY;       // rows of a phase beyond those of the results
    public int RowPitch;
    public int Rows;        // of a phase
    public nint Plane;      // from a channel to the next

    public void FindMargins<T>(CorrelationPhase<T>* phases, int count, int width) where T : unmanaged
    {
        int maxY = int.MinValue, maxX = int.MinValue;
        MinY = MinX = int.MaxValue;
        for (int i = 0; i < count; i++)
        {
            for (int t = 0; t < phases[i].Taps; t++)
            {
                MinY = Math.Min(MinY, phases[i].TapY[t]);
                MinX = Math.Min(MinX, phases[i].TapX[t]);
                maxY = Math.Max(maxY, phases[i].TapY[t]);
                maxX = Math.Max(maxX, phases[i].TapX[t]);
            }
        }
        if (maxY == int.MinValue)
        {
            MinY = MinX = maxY = maxX = 0;    // no taps at all: all results are the bias
        }
        SpanY = (maxY - MinY) / StepY;
        RowPitch = width + (maxX - MinX) / StepX;
    }

    public void SetRows(int results)
    {
        Rows = results + SpanY;
        Plane = (nint)StepY * StepX * Rows * RowPitch;
    }

    /// <summary>How far the value of each channel and tap lies from the place of a result.</summary>
    public readonly void FillOffsets(int channels, int taps, int* tapY, int* tapX, int* offsets)
    {
        for (int c = 0; c < channels; c++)
        {
            for (int t = 0; t < taps; t++)
            {
                int y = tapY[t] - MinY, x = tapX[t] - MinX, phase = y % StepY * StepX + x % StepX;
                *offsets++ = checked((int)(c * Plane + ((nint)phase * Rows + y / StepY) * RowPitch + x / StepX));
            }
        }
    }

    /// <summary>Copies what results <paramref name="top"/> … need.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public readonly void Copy<T>(T* source, int channels, int height, int width, int top, int results, T* to) where T : unmanaged
    {
        int pitch = RowPitch, rows = results + SpanY;
        for (int phaseX = 0; phaseX < StepX; phaseX++)
        {
            int first = MinX + phaseX;    // the source column of a line's first value
            int left = Math.Clamp((-first + StepX - 1) / StepX, 0, pitch);
            int right = Math.Clamp((width - first + StepX - 1) / StepX, left, pitch);
            for (int phaseY = 0; phaseY < StepY; phaseY++)
            {
                for (int c = 0; c < channels; c++)
                {
                    T* line = to + c * Plane + (nint)(phaseY * StepX + phaseX) * Rows * pitch;
                    int from = top * StepY + MinY + phaseY;
                    T* values = source + ((nint)c * height + from) * width;
                    for (int row = 0; row < rows; row++, from += StepY, values += StepY * (nint)width, line += pitch)
                    {
                        bool outside = (uint)from >= (uint)height;
                        int begin = outside ? pitch : left;
                        for (int x = 0; x < begin; x++)
                        {
                            line[x] = default;
                        }
                        if (outside)
                        {
                            continue;
                        }
                        CopyLine(values, first, StepX, left, right, width, line);
                        for (int x = right; x < pitch; x++)
                        {
                            line[x] = default;
                        }
                    }
                }
            }
        }
    }

    /// <summary>line[x] = values[first + x·step] for x from left to right.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyLine<T>(T* values, int first, int step, int left, int right, int width, T* line) where T : unmanaged
    {
        int x = left;
        values += first;
        if (step == 1)
        {
            for (; x <= right - Vector256<T>.Count; x += Vector256<T>.Count)
            {
                Vector256.Load(values + x).Store(line + x);
            }
        }
        else if (step == 2 && sizeof(T) == sizeof(float) && Avx2.IsSupported)
        {
            for (; x <= right - 8 && first + 2 * x + 16 <= width; x += 8)
            {
                // Of sixteen values the even ones: a0 a2 b0 b2 | a4 a6 b4 b6, then the middle quarters are exchanged.
                var a = Vector256.Load((float*)(values + 2 * x));
                var b = Vector256.Load((float*)(values + 2 * x + 8));
                Avx2.Permute4x64(Avx.Shuffle(a, b, 0x88).AsDouble(), 0xD8).AsSingle().Store((float*)(line + x));
            }
        }
        for (; x < right; x++)
        {
            line[x] = values[(nint)x * step];
        }
    }
}
