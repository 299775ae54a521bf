using System.Numerics;
using System.Runtime.InteropServices;

namespace TorchSharp.Kernels;

/// <summary>Batch normalisation of (batch, channels, length): each channel has one mean and variance over batch and
/// length.</summary>
/// <remarks>
/// For length 1 (dense layers) vectors hold neighbouring channels; else they hold neighbouring places of a channel. Results do
/// not depend on the number of threads. gamma and beta have a number for each channel; a null gamma counts as 1, a null beta as
/// 0.
/// </remarks>
internal static unsafe class BatchNorm
{
    /// <summary>Mean and biased variance of each channel, by the deviations from the mean of each run (Chan's formula joins
    /// runs).</summary>
    public static void Statistics<T>(T* x, T* mean, T* variance, long batch, long channels, long length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (length == 1)
        {
            BatchNormColumns.Statistics(x, mean, variance, batch, channels);
            return;
        }
        var moments = (double*)NativeMemory.Alloc((nuint)Math.Max(1, batch * channels * 2), sizeof(double));
        try
        {
            RowWork.For(batch * channels, length, new RunMoments<T>(x, moments, length));
            for (long c = 0; c < channels; c++)
            {
                double sum = 0, squares = 0;
                for (long n = 0; n < batch; n++)
                {
                    sum += moments[(n * channels + c) * 2];
                }
                double m = sum / batch;
                for (long n = 0; n < batch; n++)
                {
                    double difference = moments[(n * channels + c) * 2] - m;
                    squares += moments[(n * channels + c) * 2 + 1] + length * difference * difference;
                }
                mean[c] = Lanes.FromDouble<T>(m);
                variance[c] = Lanes.FromDouble<T>(squares / (batch * length));
            }
        }
        finally
        {
            NativeMemory.Free(moments);
        }
    }

    /// <summary>rstd = 1 / √(variance + eps) of each channel.</summary>
    public static void InverseDeviation<T>(T* variance, T* rstd, long channels, double eps)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (long c = 0; c < channels; c++)
        {
            rstd[c] = Lanes.FromDouble<T>(1 / Math.Sqrt(Lanes.ToDouble(variance[c]) + eps));
        }
    }

    /// <summary>y = (x - mean)·rstd·gamma + beta, with the batch's statistics or the running ones. y may be x.</summary>
    public static void Normalize<T>(T* x, T* mean, T* rstd, T* gamma, T* beta, T* y, long batch, long channels, long length)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (length == 1)
        {
            BatchNormColumns.Normalize(x, mean, rstd, gamma, beta, y, batch, channels);
            return;
        }
        RowWork.For(batch * channels, length, new NormalizeRun<T>(x, mean, rstd, gamma, beta, y, channels, length));
    }

    /// <summary>
    /// dgamma = Σ dy·xHat, dbeta = Σ dy. In training dx = gamma·rstd·(dy - dbeta/m - xHat·dgamma/m), m = batch·length, because
    /// mean and variance depend on x too; in evaluation dx = gamma·rstd·dy. Any of dx, dgamma, dbeta may be null; dx may be dy,
    /// not x. With add the parameters' gradients are added to.
    /// </summary>
    public static void Backward<T>(T* x, T* dy, T* mean, T* rstd, T* gamma, T* dx, T* dgamma, T* dbeta,
        long batch, long channels, long length, bool training, bool add = false) where T : unmanaged,
            IBinaryFloatingPointIeee754<T>
    {
        // For each channel Σ dy and Σ dy·(x - mean), in front of them those of each run.
        var sums = (double*)NativeMemory.Alloc((nuint)Math.Max(1, (batch + 1) * channels * 2), sizeof(double));
        double* totals = sums + batch * channels * 2;
        try
        {
            if (length == 1)
            {
                BatchNormColumns.GradientSums(x, dy, mean, totals, batch, channels);
            }
            else
            {
                RowWork.For(batch * channels, length, new RunGradientSums<T>(x, dy, mean, sums, channels, length));
                AddRuns(sums, totals, batch, channels);
            }
            for (long c = 0; c < channels; c++)
            {
                ParameterGradient.Put(dbeta, c, totals[c * 2], add);
                ParameterGradient.Put(dgamma, c, totals[c * 2 + 1] * Lanes.ToDouble(rstd[c]), add);
            }
            if (dx != null && length == 1)
            {
                BatchNormColumns.InputGradient(x, dy, mean, rstd, gamma, totals, dx, batch, channels, training);
            }
            else if (dx != null)
            {
                RowWork.For(batch * channels, length,
                    new RunInputGradient<T>(x, dy, mean, rstd, gamma, totals, dx, batch, channels, length, training));
            }
        }
        finally
        {
            NativeMemory.Free(sums);
        }
    }

    /// <summary>a, b and d of dx = a·dy + b·(x - mean) + d for a channel with Σ dy and Σ dy·(x - mean) over m places.</summary>
    internal static (T A, T B, T D) Coefficients<T>(T rstd, T* gamma, long c, double* totals, double m, bool training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double r = Lanes.ToDouble(rstd), a = gamma == null ? r : r * Lanes.ToDouble(gamma[c]);
        return training
            ? (Lanes.FromDouble<T>(a), Lanes.FromDouble<T>(-a * r * r * totals[c * 2 + 1] / m),
                Lanes.FromDouble<T>(-a * totals[c * 2] / m))
            : (Lanes.FromDouble<T>(a), T.Zero, T.Zero);
    }

    private static void AddRuns(double* sums, double* totals, long batch, long channels)
    {
        new Span<double>(totals, checked((int)(channels * 2))).Clear();
        for (long n = 0; n < batch; n++)
        {
            for (long i = 0; i < channels * 2; i++)
            {
                totals[i] += sums[n * channels * 2 + i];
            }
        }
    }
}
