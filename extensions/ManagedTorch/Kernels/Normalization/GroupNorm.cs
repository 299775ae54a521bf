using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>
/// Group normalisation of (batch, channels, length): each group of channels of each example has its own mean and variance.
/// As many groups as channels make it instance normalisation.
/// </summary>
/// <remarks>gamma and beta have a number for each channel; a null gamma counts as 1, a null beta as 0.</remarks>
internal static unsafe class GroupNorm
{
    /// <summary>y = (x - mean)·rstd·gamma + beta; mean and rstd, both (batch, groups), are kept. y may be x.</summary>
    public static void Forward<T>(
        T* x, T* gamma, T* beta, T* y, T* mean, T* rstd, long batch, long channels, long length, long groups, double eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowWork.For(batch * groups, channels / groups * length,
            new ForwardGroup<T>(x, gamma, beta, y, mean, rstd, channels / groups, length, groups, eps));

    /// <summary>
    /// dx = rstd·(g - Σg/n - xHat·Σ(g·xHat)/n) with g = dy·gamma over a group's n places; dgamma = Σ dy·xHat and dbeta = Σ dy
    /// over batch and length. Each of the three may be null; dx may be dy, not x. With add the parameters' gradients are added
    /// to.
    /// </summary>
    public static void Backward<T>(T* x, T* dy, T* gamma, T* mean, T* rstd, T* dx, T* dgamma, T* dbeta,
        long batch, long channels, long length, long groups, bool add = false) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // Σ dy and Σ dy·xHat of each example and channel, from which both kinds of gradient are made.
        var sums = (double*)NativeMemory.Alloc((nuint)Math.Max(1, batch * channels * 2), sizeof(double));
        try
        {
            RowWork.For(batch * groups, channels / groups * length,
                new BackwardGroup<T>(x, dy, gamma, mean, rstd, dx, sums, channels / groups, length, groups));
            for (long c = 0; c < channels; c++)
            {
                double sum = 0, product = 0;
                for (long n = 0; n < batch; n++)
                {
                    sum += sums[(n * channels + c) * 2];
                    product += sums[(n * channels + c) * 2 + 1];
                }
                ParameterGradient.Put(dbeta, c, sum, add);
                ParameterGradient.Put(dgamma, c, product, add);
            }
        }
        finally
        {
            NativeMemory.Free(sums);
        }
    }

    private readonly struct ForwardGroup<T>(
        T* x, T* gamma, T* beta, T* y, T* mean, T* rstd, long width, long length, long groups, double eps) : IRowWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            long size = width * length, first = row % groups * width;
            (double m, double squares) = Reduction.Moments(x + row * size, size);
            mean[row] = Lanes.FromDouble<T>(m);
            rstd[row] = Lanes.FromDouble<T>(1 / Math.Sqrt(squares / size + eps));
            for (long c = 0; c < width; c++)
            {
                long at = row * size + c * length;
                T scale = gamma == null ? rstd[row] : rstd[row] * gamma[first + c];
                T shift = beta == null ? T.Zero : beta[first + c];
                Elementwise.For(length, Vector256<T>.Count, new ScaleAndShift<T>(x + at, y + at, mean[row], scale, shift));
            }
        }
    }

    private readonly struct BackwardGroup<T>(
        T* x, T* dy, T* gamma, T* mean, T* rstd, T* dx, double* sums, long width, long length, long groups) : IRowWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            long size = width * length, first = row % groups * width;
            double r = Lanes.ToDouble(rstd[row]), sumOfG = 0, sumOfProducts = 0;
            double* groupSums = sums + row * width * 2;
            for (long c = 0; c < width; c++)
            {
                long at = row * size + c * length;
                (double sum, double product) = Reduction.SumRun2<DeviationTerms<T>, T>(new(x + at, dy + at, mean[row]), length);
                groupSums[c * 2] = sum;
                groupSums[c * 2 + 1] = product * r;
                double weight = gamma == null ? 1 : Lanes.ToDouble(gamma[first + c]);
                sumOfG += weight * sum;
                sumOfProducts += weight * product * r;
            }
            for (long c = 0; c < width && dx != null; c++)
            {
                // rstd·(dy·gamma - Σg/n - (x - mean)·rstd·Σ(g·xHat)/n) = a·dy + b·(x - mean) + d
                long at = row * size + c * length;
                double weight = gamma == null ? 1 : Lanes.ToDouble(gamma[first + c]);
                Elementwise.For(length, Vector256<T>.Count, new InputGradient<T>(x + at, dy + at, dx + at, mean[row],
                    Lanes.FromDouble<T>(weight * r), Lanes.FromDouble<T>(-r * r * sumOfProducts / size),
                        Lanes.FromDouble<T>(-r * sumOfG / size)));
            }
        }
    }
}
