using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Pooling to a given size: bin i of n covers positions ⌊i·size/n⌋ … ⌈(i + 1)·size/n⌉ - 1, so bins may overlap by
/// one.</summary>
internal static unsafe class AdaptivePool
{
    private const int Grain = 16 * 1024;

    private enum Kind
    {
        Average,
        AverageBackward,
        Max,
    }

    private readonly struct Work<T>(Kind kind, int parts, int planes, int height, int width, int outHeight, int outWidth,
        T* big, T* small, long* indices) : IWork where T : unmanaged, IFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(planes, parts, part);
            nint inPlane = (nint)height * width, outPlane = (nint)outHeight * outWidth;
            for (nint plane = (nint)start; plane < end; plane++)
            {
                T* x = big + plane * inPlane, y = small + plane * outPlane;
                if (kind == Kind.AverageBackward)
                {
                    new Span<T>(x, checked((int)inPlane)).Clear();
                }
                long* at = indices == null ? null : indices + plane * outPlane;
                Plane(kind, height, width, outHeight, outWidth, x, y, at);
            }
        }
    }

    /// <summary>y[plane, i, j] = mean of bin (i, j).</summary>
    public static void Average<T>(int planes, int height, int width, int outHeight, int outWidth, T* x, T* y)
        where T : unmanaged, IFloatingPointIeee754<T> =>
            Run(Kind.Average, planes, height, width, outHeight, outWidth, x, y, null);

    /// <summary>dx of <see cref="Average{T}"/>, overwritten.</summary>
    public static void AverageBackward<T>(int planes, int height, int width, int outHeight, int outWidth, T* dy, T* dx)
        where T : unmanaged, IFloatingPointIeee754<T> =>
            Run(Kind.AverageBackward, planes, height, width, outHeight, outWidth, dx, dy, null);

    /// <summary>y[plane, i, j] = greatest value of bin (i, j) and its place; the gradient is that of
    /// <see cref="MaxPool"/>.</summary>
    public static void Max<T>(int planes, int height, int width, int outHeight, int outWidth, T* x, T* y, long* indices)
        where T : unmanaged, IFloatingPointIeee754<T> => Run(Kind.Max, planes, height, width, outHeight, outWidth, x, y, indices);

    private static void Run<T>(
        Kind kind, int planes, int height, int width, int outHeight, int outWidth, T* x, T* y, long* indices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int parts = Workers.PartsFor(planes, Math.Max(1, Grain / Math.Max(1, (long)height * width)));
        Workers.For(parts, new Work<T>(kind, parts, planes, height, width, outHeight, outWidth, x, y, indices));
    }

    private static int Start(int bin, int size, int bins) => (int)((long)bin * size / bins);

    private static int End(int bin, int size, int bins) => (int)(((long)(bin + 1) * size + bins - 1) / bins);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Plane<T>(Kind kind, int height, int width, int outHeight, int outWidth, T* x, T* y, long* indices)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int i = 0; i < outHeight; i++)
        {
            int top = Start(i, height, outHeight), bottom = End(i, height, outHeight);
            for (int j = 0; j < outWidth; j++, y++)
            {
                int left = Start(j, width, outWidth), right = End(j, width, outWidth);
                if (kind == Kind.Max)
                {
                    MaxPool.Window(x, width, top, bottom, 1, left, right, 1, y, indices++);
                    continue;
                }
                T count = T.CreateChecked((bottom - top) * (right - left)), sum = T.Zero;
                T share = kind == Kind.Average ? T.Zero : *y / count;
                for (int row = top; row < bottom; row++)
                {
                    T* values = x + (nint)row * width;
                    for (int column = left; column < right; column++)
                    {
                        if (kind == Kind.Average)
                        {
                            sum += values[column];
                        }
                        else
                        {
                            values[column] += share;
                        }
                    }
                }
                if (kind == Kind.Average)
                {
                    *y = sum / count;
                }
            }
        }
    }
}
