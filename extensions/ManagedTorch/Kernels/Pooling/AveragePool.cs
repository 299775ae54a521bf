using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>Mean of each window, by PyTorch's rules for what the sum is divided by.</summary>
internal static unsafe class AveragePool
{
    private const int Grain = 16 * 1024;

    /// <summary>One window, cut to the plane, and its divisor.</summary>
    private readonly struct Window
    {
        public readonly int Top;
        public readonly int Bottom;
        public readonly int Left;
        public readonly int Right;
        public readonly int Divisor;

        public Window(in WindowShape s, int i, int j, bool countPad, int divisor)
        {
            Top = i * s.StrideY - s.PadY;
            Left = j * s.StrideX - s.PadX;
            Bottom = Math.Min(Top + s.KernelY, s.InHeight + s.PadY);
            Right = Math.Min(Left + s.KernelX, s.InWidth + s.PadX);
            int padded = (Bottom - Top) * (Right - Left);
            Top = Math.Max(Top, 0);
            Left = Math.Max(Left, 0);
            Bottom = Math.Max(Top, Math.Min(Bottom, s.InHeight));
            Right = Math.Max(Left, Math.Min(Right, s.InWidth));
            Divisor = divisor != 0 ? divisor : countPad ? padded : (Bottom - Top) * (Right - Left);
        }
    }

    private readonly struct Work<T>(WindowShape s, int parts, T* x, T* y, bool countPad, int divisor, bool backward) : IWork
        where T : unmanaged, INumberBase<T>
    {
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(s.Planes, parts, part);
            for (nint plane = (nint)start; plane < end; plane++)
            {
                T* big = x + plane * s.InPlane, small = y + plane * s.OutPlane;
                if (backward)
                {
                    Spread(s, small, big, countPad, divisor);
                }
                else
                {
                    Mean(s, big, small, countPad, divisor);
                }
            }
        }
    }

    /// <summary>y = window sums divided by <paramref name="divisor"/>, or if that is 0 by the values counted.</summary>
    /// <param name="s">The windows, dilation 1.</param> <param name="x">The planes.</param> <param name="y">The result,
    /// overwritten.</param>
    /// <param name="countPad">Whether zeros of the padding count.</param> <param name="divisor">0: none given.</param>
    public static void Forward<T>(in WindowShape s, T* x, T* y, bool countPad, int divisor) where T : unmanaged, INumberBase<T>
    {
        int parts = Workers.PartsFor(s.Planes, Math.Max(1, Grain / Math.Max(1, s.InPlane)));
        Workers.For(parts, new Work<T>(s, parts, x, y, countPad, divisor, backward: false));
    }

    /// <summary>dx: each dy, divided as in <see cref="Forward{T}"/>, is added to all values of its window.</summary>
    public static void Backward<T>(in WindowShape s, T* dy, T* dx, bool countPad, int divisor) where T : unmanaged, INumberBase<T>
    {
        int parts = Workers.PartsFor(s.Planes, Math.Max(1, Grain / Math.Max(1, s.InPlane)));
        Workers.For(parts, new Work<T>(s, parts, dx, dy, countPad, divisor, backward: true));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Mean<T>(in WindowShape s, T* x, T* y, bool countPad, int divisor) where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < s.OutHeight; i++)
        {
            for (int j = 0; j < s.OutWidth; j++)
            {
                var window = new Window(s, i, j, countPad, divisor);
                T sum = T.Zero;
                for (int row = window.Top; row < window.Bottom; row++)
                {
                    for (int column = window.Left; column < window.Right; column++)
                    {
                        sum += x[(nint)row * s.InWidth + column];
                    }
                }
                bool empty = window.Top >= window.Bottom || window.Left >= window.Right;
                *y++ = empty ? T.Zero : sum / T.CreateChecked(window.Divisor);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread<T>(in WindowShape s, T* dy, T* dx, bool countPad, int divisor) where T : unmanaged, INumberBase<T>
    {
        new Span<T>(dx, checked((int)s.InPlane)).Clear();
        for (int i = 0; i < s.OutHeight; i++)
        {
            for (int j = 0; j < s.OutWidth; j++, dy++)
            {
                var window = new Window(s, i, j, countPad, divisor);
                if (window.Top >= window.Bottom || window.Left >= window.Right)
                {
                    continue;
                }
                T share = *dy / T.CreateChecked(window.Divisor);
                for (int row = window.Top; row < window.Bottom; row++)
                {
                    for (int column = window.Left; column < window.Right; column++)
                    {
                        dx[(nint)row * s.InWidth + column] += share;
                    }
                }
            }
        }
    }
}
