using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>Greatest value of each window and where it lies in its plane (row·width + column), by PyTorch's rules.</summary>
/// <remarks>Padding counts as -∞; of equal values the first counts, of several NaN the last; any NaN makes the result
/// NaN.</remarks>
internal static unsafe class MaxPool
{
    private const int Grain = 16 * 1024;

    private readonly struct ForwardWork<T>(WindowShape s, int parts, T* x, T* y, long* indices) : IWork
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(s.Planes, parts, part);
            bool fast = typeof(T) == typeof(float) && Avx2.IsSupported && s.IsHalving && s.InPlane < int.MaxValue;
            for (long plane = start; plane < end; plane++)
            {
                T* from = x + (nint)plane * s.InPlane, to = y + (nint)plane * s.OutPlane;
                long* at = indices + (nint)plane * s.OutPlane;
                if (fast)
                {
                    HalvingPool.Forward(s, (float*)from, (float*)to, at);
                }
                else
                {
                    Plane(s, from, to, at);
                }
            }
        }
    }

    private readonly struct BackwardWork<T>(WindowShape s, int parts, T* dy, long* indices, T* dx) : IWork
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(s.Planes, parts, part);
            for (nint plane = (nint)start; plane < end; plane++)
            {
                Scatter(dy + plane * s.OutPlane, indices + plane * s.OutPlane, s.OutPlane, dx + plane * s.InPlane, s.InPlane);
            }
        }
    }

    public static void Forward<T>(in WindowShape s, T* x, T* y, long* indices) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int parts = Workers.PartsFor(s.Planes, Math.Max(1, Grain / Math.Max(1, s.InPlane)));
        Workers.For(parts, new ForwardWork<T>(s, parts, x, y, indices));
    }

    /// <summary>dx[indices[i]] += dy[i] in each plane, dx otherwise zero; also for adaptive pooling.</summary>
    public static void Backward<T>(in WindowShape s, T* dy, long* indices, T* dx) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int parts = Workers.PartsFor(s.Planes, Math.Max(1, Grain / Math.Max(1, s.InPlane)));
        Workers.For(parts, new BackwardWork<T>(s, parts, dy, indices, dx));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plane<T>(in WindowShape s, T* x, T* y, long* indices) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < s.OutHeight; i++)
        {
            int top = i * s.StrideY - s.PadY, bottom = Math.Min(top + (s.KernelY - 1) * s.DilationY + 1, s.InHeight);
            top = FirstInside(top, s.DilationY);
            for (int j = 0; j < s.OutWidth; j++)
            {
                int left = j * s.StrideX - s.PadX, right = Math.Min(left + (s.KernelX - 1) * s.DilationX + 1, s.InWidth);
                left = FirstInside(left, s.DilationX);
                Window(x, s.InWidth, top, bottom, s.DilationY, left, right, s.DilationX, y++, indices++);
            }
        }
    }

    private static int FirstInside(int start, int step) => start >= 0 ? start : start + (-start + step - 1) / step * step;

    /// <summary>The greatest value of one window of a plane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Window<T>(
        T* x, int width, int top, int bottom, int stepY, int left, int right, int stepX, T* y, long* index)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T greatest = T.NegativeInfinity;
        long at = (long)top * width + left;
        for (int row = top; row < bottom; row += stepY)
        {
            for (int column = left; column < right; column += stepX)
            {
                T value = x[(nint)row * width + column];
                if (value > greatest || T.IsNaN(value))
                {
                    greatest = value;
                    at = (long)row * width + column;
                }
            }
        }
        *y = greatest;
        *index = at;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scatter<T>(T* dy, long* indices, nint count, T* dx, nint size)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        new Span<T>(dx, checked((int)size)).Clear();
        for (nint i = 0; i < count; i++)
        {
            dx[indices[i]] += dy[i];
        }
    }
}
