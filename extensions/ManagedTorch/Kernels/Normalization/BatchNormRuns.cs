using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Mean and squared deviations of the run (example, channel) = row.</summary>
internal readonly unsafe struct RunMoments<T>(T* x, double* moments, long length) : IRowWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(long row) => (moments[row * 2], moments[row * 2 + 1]) = Reduction.Moments(x + row * length, length);
}

/// <summary>y = (x - mean)·rstd·gamma + beta for the run (example, channel) = row.</summary>
internal readonly unsafe struct NormalizeRun<T>(
    T* x, T* mean, T* rstd, T* gamma, T* beta, T* y, long channels, long length) : IRowWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(long row)
    {
        long c = row % channels, at = row * length;
        T scale = gamma == null ? rstd[c] : rstd[c] * gamma[c];
        T shift = beta == null ? T.Zero : beta[c];
        Elementwise.For(length, Vector256<T>.Count, new ScaleAndShift<T>(x + at, y + at, mean[c], scale, shift));
    }
}

/// <summary>Σ dy and Σ dy·(x - mean) of the run (example, channel) = row.</summary>
internal readonly unsafe struct RunGradientSums<T>(T* x, T* dy, T* mean, double* sums, long channels, long length) : IRowWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(long row)
    {
        long at = row * length;
        (sums[row * 2], sums[row * 2 + 1]) =
            Reduction.SumRun2<DeviationTerms<T>, T>(new(x + at, dy + at, mean[row % channels]), length);
    }
}

/// <summary>dx of the run (example, channel) = row.</summary>
internal readonly unsafe struct RunInputGradient<T>(
    T* x, T* dy, T* mean, T* rstd, T* gamma, double* totals, T* dx, long batch, long channels, long length, bool training)
        : IRowWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    public void Run(long row)
    {
        long c = row % channels, at = row * length;
        (T a, T b, T d) = BatchNorm.Coefficients(rstd[c], gamma, c, totals, (double)batch * length, training);
        Elementwise.For(length, Vector256<T>.Count, new InputGradient<T>(x + at, dy + at, dx + at, mean[c], a, b, d));
    }
}
