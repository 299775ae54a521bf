using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Batch normalisation of (batch, channels): a vector holds neighbouring channels of one example.</summary>
internal static unsafe class BatchNormColumns
{
    public static void Statistics<T>(T* x, T* mean, T* variance, long batch, long channels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ColumnSums.Sum(x, batch, channels, channels, mean);
        Divide(mean, channels, batch);
        ColumnSums.Sum(new SquaredDeviation<T>(x, mean, channels), batch, channels, variance);
        Divide(variance, channels, batch);
    }

    public static void Normalize<T>(T* x, T* mean, T* rstd, T* gamma, T* beta, T* y, long batch, long channels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowWork.For(batch, channels, new NormalizeRow<T>(x, mean, rstd, gamma, beta, y, channels));

    /// <summary>Σ dy and Σ dy·(x - mean) of each channel, side by side.</summary>
    public static void GradientSums<T>(T* x, T* dy, T* mean, double* totals, long batch, long channels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var sums = (T*)NativeMemory.Alloc((nuint)Math.Max(1, channels * 2), (nuint)sizeof(T));
        try
        {
            ColumnSums.Sum(dy, batch, channels, channels, sums);
            ColumnSums.Sum(new DeviationProduct<T>(x, dy, mean, channels), batch, channels, sums + channels);
            for (long c = 0; c < channels; c++)
            {
                totals[c * 2] = Lanes.ToDouble(sums[c]);
                totals[c * 2 + 1] = Lanes.ToDouble(sums[channels + c]);
            }
        }
        finally
        {
            NativeMemory.Free(sums);
        }
    }

    public static void InputGradient<T>(
        T* x, T* dy, T* mean, T* rstd, T* gamma, double* totals, T* dx, long batch, long channels, bool training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var a = (T*)NativeMemory.Alloc((nuint)Math.Max(1, channels * 3), (nuint)sizeof(T));
        try
        {
            T* b = a + channels, d = b + channels;
            for (long c = 0; c < channels; c++)
            {
                (a[c], b[c], d[c]) = BatchNorm.Coefficients(rstd[c], gamma, c, totals, batch, training);
            }
            RowWork.For(batch, channels, new InputGradientRow<T>(x, dy, mean, a, b, d, dx, channels));
        }
        finally
        {
            NativeMemory.Free(a);
        }
    }

    private static void Divide<T>(T* sums, long channels, long count) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long c = 0; c < channels; c++)
        {
            sums[c] /= Lanes.FromDouble<T>(count);
        }
    }

    private readonly struct SquaredDeviation<T>(T* x, T* mean, long channels) : IColumnTerm<T> where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> At(long row, long column, int count)
        {
            Vector256<T> deviation = Lanes.Load(x + row * channels + column, count) - Lanes.Load(mean + column, count);
            return deviation * deviation;
        }
    }

    private readonly struct DeviationProduct<T>(T* x, T* dy, T* mean, long channels) : IColumnTerm<T> where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> At(long row, long column, int count)
        {
            long at = row * channels + column;
            return Lanes.Load(dy + at, count) * (Lanes.Load(x + at, count) - Lanes.Load(mean + column, count));
        }
    }

    private readonly struct NormalizeRow<T>(T* x, T* mean, T* rstd, T* gamma, T* beta, T* y, long channels)
        : IRowWork, IElementwiseWith<long> where T : unmanaged
    {
        public void Run(long row) =>
            Elementwise.For(channels, Vector256<T>.Count, new At<long, NormalizeRow<T>>(this, 0, row * channels));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long c, int count, long start)
        {
            Vector256<T> scale = Lanes.Load(rstd + c, count);
            scale = gamma == null ? scale : scale * Lanes.Load(gamma + c, count);
            Vector256<T> shift = beta == null ? default : Lanes.Load(beta + c, count);
            Vector256<T> deviation = Lanes.Load(x + start + c, count) - Lanes.Load(mean + c, count);
            Lanes.Store(Lanes.MultiplyAdd(deviation, scale, shift), y + start + c, count);
        }
    }

    private readonly struct InputGradientRow<T>(T* x, T* dy, T* mean, T* a, T* b, T* d, T* dx, long channels)
        : IRowWork, IElementwiseWith<long> where T : unmanaged
    {
        public void Run(long row) =>
            Elementwise.For(channels, Vector256<T>.Count, new At<long, InputGradientRow<T>>(this, 0, row * channels));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long c, int count, long start)
        {
            Vector256<T> deviation = Lanes.Load(x + start + c, count) - Lanes.Load(mean + c, count);
            Vector256<T> rest = Lanes.MultiplyAdd(deviation, Lanes.Load(b + c, count), Lanes.Load(d + c, count));
            Lanes.Store(
                Lanes.MultiplyAdd(Lanes.Load(dy + start + c, count), Lanes.Load(a + c, count), rest), dx + start + c, count);
        }
    }
}
