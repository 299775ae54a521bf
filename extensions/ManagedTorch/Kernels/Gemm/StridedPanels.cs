using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>A matrix in memory with any strides as an operand: the value of depth p and lane l is data[p·depthStride +
/// l·laneStride].</summary>
internal readonly unsafe struct StridedPanels<T>(T* data, nint depthStride, nint laneStride) : IPanelSource<T> where T : unmanaged
{
    public T* Data => data;

    public nint DepthStride => depthStride;

    public nint LaneStride => laneStride;

    public void Pack(int depthStart, int depth, int laneStart, int lanes, T* panel, int width)
    {
        T* from = data + depthStart * depthStride + laneStart * laneStride;
        if (lanes < width)
        {
            for (nint p = 0; p < depth; p++)
            {
                new Span<T>(panel + p * width + lanes, width - lanes).Clear();
            }
        }
        if (laneStride == 1)
        {
            CopyRows(from, depth, lanes, panel, width);
        }
        else
        {
            Transpose(from, depth, lanes, panel, width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void CopyRows(T* from, nint depth, nint lanes, T* panel, nint width)
    {
        nint step = Vector256<T>.Count;
        if (lanes < step)
        {
            for (nint p = 0; p < depth; p++, from += depthStride, panel += width)
            {
                for (nint l = 0; l < lanes; l++)
                {
                    panel[l] = from[l];
                }
            }
            return;
        }
        for (nint p = 0; p < depth; p++, from += depthStride, panel += width)
        {
            for (nint l = 0; l < lanes - step; l += step)
            {
                Vector256.Load(from + l).Store(panel + l);
            }
            // The last vector ends with the last lane; it may write some values a second time.
            Vector256.Load(from + lanes - step).Store(panel + lanes - step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Transpose(T* from, nint depth, nint lanes, T* panel, nint width)
    {
        nint whole = 0;
        if (sizeof(T) == 4 && depthStride == 1 && lanes >= 4 && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            whole = depth & ~3;
            for (nint l = 0; l < lanes; l += 4)
            {
                nint lane = Math.Min(l, lanes - 4);    // the last four lanes may be done a second time
                float* x = (float*)(from + lane * laneStride), y = (float*)(panel + lane);
                for (nint p = 0; p < whole; p += 4, x += 4, y += 4 * width)
                {
                    Transpose4(x, laneStride, y, width);
                }
            }
        }
        for (nint l = 0; l < lanes; l++)
        {
            T* x = from + l * laneStride;
            for (nint p = whole; p < depth; p++)
            {
                panel[p * width + l] = x[p * depthStride];
            }
        }
    }

    /// <summary>y[p, l] = x[l, p] for 4 × 4 values: pairs of rows are interleaved twice.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose4(float* x, nint xRow, float* y, nint yRow)
    {
        Vector128<float> r0 = Vector128.Load(x), r1 = Vector128.Load(x + xRow);
        Vector128<float> r2 = Vector128.Load(x + 2 * xRow), r3 = Vector128.Load(x + 3 * xRow);
        Vector128<float> a = Low(r0, r2), b = High(r0, r2), c = Low(r1, r3), d = High(r1, r3);
        Low(a, c).Store(y);
        High(a, c).Store(y + yRow);
        Low(b, d).Store(y + 2 * yRow);
        High(b, d).Store(y + 3 * yRow);
    }

    // Low: x0 y0 x1 y1; High: x2 y2 x3 y3.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Low(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackLow(x, y) : AdvSimd.Arm64.ZipLow(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> High(Vector128<float> x, Vector128<float> y) =>
        Sse.IsSupported ? Sse.UnpackHigh(x, y) : AdvSimd.Arm64.ZipHigh(x, y);
}
