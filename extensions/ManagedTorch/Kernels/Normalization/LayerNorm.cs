using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Layer normalisation over the rows of a matrix: xHat = (x - mean)·rstd, y = xHat·gamma + beta.</summary>
/// <remarks>gamma and beta have a row's length; a null gamma counts as 1, a null beta as 0.</remarks>
internal static unsafe class LayerNorm
{
    /// <summary>Forward pass; mean and rstd = 1 / √(biased variance + eps) of each row are kept for the backward pass. y may be
    /// x.</summary>
    public static void Forward<T>(T* x, T* gamma, T* beta, T* y, T* mean, T* rstd, long rows, long columns, double eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowWork.For(rows, columns, new ForwardRow<T>(x, gamma, beta, y, mean, rstd, columns, eps));

    /// <summary>dx = rstd·(g - Σg/n - xHat·Σ(g·xHat)/n) with g = dy·gamma and n the row's length. dx may be dy, not x.</summary>
    public static void BackwardInput<T>(T* x, T* dy, T* gamma, T* mean, T* rstd, T* dx, long rows, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowWork.For(rows, columns, new BackwardRow<T>(x, dy, gamma, mean, rstd, dx, columns));

    /// <summary>dgamma = Σ over rows of dy·xHat, dbeta = Σ over rows of dy; each may be null. With add they are added
    /// to.</summary>
    public static void BackwardParameters<T>(
        T* x, T* dy, T* mean, T* rstd, T* dgamma, T* dbeta, long rows, long columns, bool add = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (dgamma != null)
        {
            ColumnSums.Sum(new GammaTerm<T>(x, dy, mean, rstd, columns), rows, columns, dgamma, add);
        }
        if (dbeta != null)
        {
            ColumnSums.Sum(dy, rows, columns, columns, dbeta, add);
        }
    }

    private readonly struct ForwardRow<T>(T* x, T* gamma, T* beta, T* y, T* mean, T* rstd, long columns, double eps)
        : IRowWork, IElementwiseWith<(long Start, T Mean, T Rstd)> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            (double m, double squares) = Reduction.Moments(x + row * columns, columns);
            mean[row] = Lanes.FromDouble<T>(m);
            rstd[row] = Lanes.FromDouble<T>(1 / Math.Sqrt(squares / columns + eps));
            var work = new At<(long, T, T), ForwardRow<T>>(this, 0, (row * columns, mean[row], rstd[row]));
            Elementwise.For(columns, Vector256<T>.Count, work);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count, (long Start, T Mean, T Rstd) row)
        {
            Vector256<T> value = (Lanes.Load(x + row.Start + i, count) - Vector256.Create(row.Mean)) * Vector256.Create(row.Rstd);
            if (gamma != null)
            {
                value *= Lanes.Load(gamma + i, count);
            }
            if (beta != null)
            {
                value += Lanes.Load(beta + i, count);
            }
            Lanes.Store(value, y + row.Start + i, count);
        }
    }

    private readonly struct BackwardRow<T>(T* x, T* dy, T* gamma, T* mean, T* rstd, T* dx, long columns)
        : IRowWork, IElementwiseWith<(long Row, T First, T Second)> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            (double sum, double product) = Reduction.SumRun2<GradientTerms<T>, T>(
                new(x + row * columns, dy + row * columns, gamma, mean[row], rstd[row]), columns);
            (T First, T Second) means = (Lanes.FromDouble<T>(sum / columns), Lanes.FromDouble<T>(product / columns));
            Elementwise.For(
                columns, Vector256<T>.Count, new At<(long, T, T), BackwardRow<T>>(this, 0, (row, means.First, means.Second)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count, (long Row, T First, T Second) given)
        {
            long at = given.Row * columns + i;
            Vector256<T> scale = Vector256.Create(rstd[given.Row]);
            Vector256<T> xHat = (Lanes.Load(x + at, count) - Vector256.Create(mean[given.Row])) * scale;
            Vector256<T> g = Lanes.Load(dy + at, count);
            g = gamma == null ? g : g * Lanes.Load(gamma + i, count);
            g = Lanes.MultiplyAdd(xHat, Vector256.Create(-given.Second), g - Vector256.Create(given.First));
            Lanes.Store(g * scale, dx + at, count);
        }
    }

    /// <summary>Σg and Σ g·xHat with g = dy·gamma.</summary>
    private readonly struct GradientTerms<T>(T* x, T* dy, T* gamma, T mean, T rstd) : ISumTermPair<T> where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void AddTo(ref Vector256<T> first, ref Vector256<T> second, long i, int count)
        {
            Vector256<T> g = Lanes.Load(dy + i, count);
            g = gamma == null ? g : g * Lanes.Load(gamma + i, count);
            Vector256<T> xHat = (Lanes.Load(x + i, count, mean) - Vector256.Create(mean)) * Vector256.Create(rstd);
            first += g;
            second = Lanes.MultiplyAdd(g, xHat, second);
        }
    }

    private readonly struct GammaTerm<T>(T* x, T* dy, T* mean, T* rstd, long columns) : IColumnTerm<T> where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> At(long row, long column, int count)
        {
            long at = row * columns + column;
            Vector256<T> deviation = Lanes.Load(x + at, count) - Vector256.Create(mean[row]);
            return Lanes.Load(dy + at, count) * (deviation * Vector256.Create(rstd[row]));
        }
    }
}
