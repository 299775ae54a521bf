using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Windows as columns (im2col) and back (col2im): columns[plane, p, q, i, j] = x[plane, i·StrideY + p·DilationY - PadY,
/// …].</summary>
internal static unsafe class Unfold
{
    private const int Grain = 16 * 1024;

    private readonly struct Work<T>(WindowShape s, int parts, T* x, T* columns, bool back) : IWork
        where T : unmanaged, INumberBase<T>
    {
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(s.Planes, parts, part);
            for (nint plane = (nint)start; plane < end; plane++)
            {
                T* image = x + plane * s.InPlane, windows = columns + plane * s.KernelY * s.KernelX * s.OutPlane;
                if (back)
                {
                    new Span<T>(image, checked((int)s.InPlane)).Clear();
                }
                for (int tap = 0; tap < s.KernelY * s.KernelX; tap++)
                {
                    Tap(s, tap / s.KernelX, tap % s.KernelX, image, windows + tap * s.OutPlane, back);
                }
            }
        }
    }

    /// <summary>Writes <paramref name="columns"/>, (planes, KernelY·KernelX, windows); padding gives zeros.</summary>
    public static void Forward<T>(in WindowShape s, T* x, T* columns) where T : unmanaged, INumberBase<T> =>
        Run(s, x, columns, back: false);

    /// <summary>Fold, the adjoint: x = each value the sum of its copies in <paramref name="columns"/>.</summary>
    public static void Fold<T>(in WindowShape s, T* columns, T* x) where T : unmanaged, INumberBase<T> =>
        Run(s, x, columns, back: true);

    private static void Run<T>(in WindowShape s, T* x, T* columns, bool back) where T : unmanaged, INumberBase<T>
    {
        int parts = Workers.PartsFor(s.Planes, Math.Max(1, Grain / Math.Max(1, s.KernelY * s.KernelX * s.OutPlane)));
        Workers.For(parts, new Work<T>(s, parts, x, columns, back));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tap<T>(in WindowShape s, int p, int q, T* x, T* columns, bool back) where T : unmanaged, INumberBase<T>
    {
        int first = q * s.DilationX - s.PadX, stride = s.StrideX;
        int left = Math.Clamp((-first + stride - 1) / stride, 0, s.OutWidth);
        int right = Math.Clamp((s.InWidth - first + stride - 1) / stride, left, s.OutWidth);
        for (int i = 0; i < s.OutHeight; i++, columns += s.OutWidth)
        {
            int row = i * s.StrideY + p * s.DilationY - s.PadY;
            bool outside = (uint)row >= (uint)s.InHeight;
            T* values = x + (nint)row * s.InWidth + first;
            if (back)
            {
                for (int j = left; j < right && !outside; j++)
                {
                    values[(nint)j * stride] += columns[j];
                }
                continue;
            }
            int begin = outside ? s.OutWidth : left, end = outside ? s.OutWidth : right;
            new Span<T>(columns, begin).Clear();
            for (int j = begin; j < end; j++)
            {
                columns[j] = values[(nint)j * stride];
            }
            new Span<T>(columns + end, s.OutWidth - end).Clear();
        }
    }
}
