using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Softmax and log-softmax along the middle of (outer, size, inner), such as the channels of an image.</summary>
/// <remarks>Each lane is one inner place, so that a vector holds neighbours in memory. Outputs may be their inputs'
/// memory.</remarks>
internal static unsafe class StridedSoftmax
{
    /// <summary>y = e^(x - m) / Σ e^(x - m).</summary>
    public static void Forward<T>(T* x, T* y, long outer, long size, long inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ForEachTile<ForwardTile, T>(x, x, y, outer, size, inner);

    /// <summary>dx = y·(dy - Σ dy·y).</summary>
    public static void Backward<T>(T* y, T* dy, T* dx, long outer, long size, long inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ForEachTile<BackwardTile, T>(y, dy, dx, outer, size, inner);

    /// <summary>y = x - m - log Σ e^(x - m).</summary>
    public static void LogForward<T>(T* x, T* y, long outer, long size, long inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ForEachTile<LogForwardTile, T>(x, x, y, outer, size, inner);

    /// <summary>dx = dy - e^y·Σ dy.</summary>
    public static void LogBackward<T>(T* y, T* dy, T* dx, long outer, long size, long inner)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ForEachTile<LogBackwardTile, T>(y, dy, dx, outer, size, inner);

    private static void ForEachTile<TTile, T>(T* a, T* b, T* c, long outer, long size, long inner)
        where TTile : unmanaged, ITile where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long tiles = (inner + Vector256<T>.Count - 1) / Vector256<T>.Count;
        RowWork.For(outer * tiles, size * Vector256<T>.Count, new Tiles<TTile, T>(a, b, c, size, inner, tiles));
    }

    private interface ITile
    {
        static abstract void Run<T>(T* a, T* b, T* c, long size, long stride, int count)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>;
    }

    private readonly struct Tiles<TTile, T>(T* a, T* b, T* c, long size, long inner, long tiles) : IRowWork
        where TTile : unmanaged, ITile where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            long column = row % tiles * Vector256<T>.Count;
            long at = row / tiles * size * inner + column;
            TTile.Run(a + at, b + at, c + at, size, inner, (int)Math.Min(Vector256<T>.Count, inner - column));
        }
    }

    private static Vector256<T> Max<T>(T* x, long size, long stride, int count) where T : unmanaged
    {
        Vector256<T> max = Lanes.Load(x, count);
        for (long i = 1; i < size; i++)
        {
            max = Vector256.Max(max, Lanes.Load(x + i * stride, count));
        }
        return max;
    }

    private readonly struct ForwardTile : ITile
    {
        public static void Run<T>(T* x, T* b, T* y, long size, long stride, int count)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Vector256<T> max = Max(x, size, stride, count), sum = default;
            for (long i = 0; i < size; i++)
            {
                Vector256<T> e = Lanes.Apply<ExpFunction, T>(Lanes.Load(x + i * stride, count) - max);
                Lanes.Store(e, y + i * stride, count);
                sum += e;
            }
            for (long i = 0; i < size; i++)
            {
                Lanes.Store(Lanes.Load(y + i * stride, count) / sum, y + i * stride, count);
            }
        }
    }

    private readonly struct LogForwardTile : ITile
    {
        public static void Run<T>(T* x, T* b, T* y, long size, long stride, int count)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Vector256<T> max = Max(x, size, stride, count), sum = default;
            for (long i = 0; i < size; i++)
            {
                sum += Lanes.Apply<ExpFunction, T>(Lanes.Load(x + i * stride, count) - max);
            }
            Vector256<T> log = Lanes.Apply<LogFunction, T>(sum);
            for (long i = 0; i < size; i++)
            {
                Lanes.Store(Lanes.Load(x + i * stride, count) - max - log, y + i * stride, count);
            }
        }
    }

    private readonly struct BackwardTile : ITile
    {
        public static void Run<T>(T* y, T* dy, T* dx, long size, long stride, int count)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Vector256<T> dot = default;
            for (long i = 0; i < size; i++)
            {
                dot = Lanes.MultiplyAdd(Lanes.Load(y + i * stride, count), Lanes.Load(dy + i * stride, count), dot);
            }
            for (long i = 0; i < size; i++)
            {
                Vector256<T> difference = Lanes.Load(dy + i * stride, count) - dot;
                Lanes.Store(Lanes.Load(y + i * stride, count) * difference, dx + i * stride, count);
            }
        }
    }

    private readonly struct LogBackwardTile : ITile
    {
        public static void Run<T>(T* y, T* dy, T* dx, long size, long stride, int count)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Vector256<T> sum = default;
            for (long i = 0; i < size; i++)
            {
                sum += Lanes.Load(dy + i * stride, count);
            }
            for (long i = 0; i < size; i++)
            {
                Vector256<T> softmax = Lanes.Apply<ExpFunction, T>(Lanes.Load(y + i * stride, count));
                Lanes.Store(Lanes.MultiplyAdd(softmax, -sum, Lanes.Load(dy + i * stride, count)), dx + i * stride, count);
            }
        }
    }
}
