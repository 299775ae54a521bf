using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Cross entropy of logits with class indices, without storing the probabilities.</summary>
/// <remarks>Rows whose target is negative are left out: their loss and gradient are 0. Other targets must be below
/// columns.</remarks>
internal static unsafe class CrossEntropy
{
    /// <summary>loss[r] = lse[r] - x[r, target[r]], lse[r] = log Σ e^x[r, c], which the backward pass needs.</summary>
    public static void Forward<T>(T* x, long* targets, T* loss, T* logSumExp, long rows, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowWork.For(rows, columns, new ForwardRow<T>(x, targets, loss, logSumExp, columns));

    /// <summary>dx[r, c] = g[r]·(e^(x[r, c] - lse[r]) - [c = target[r]]), with g the gradient of each row's loss. dx may be
    /// x.</summary>
    public static void Backward<T>(T* x, T* logSumExp, long* targets, T* g, T* dx, long rows, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowWork.For(rows, columns, new BackwardRow<T>(x, logSumExp, targets, g, dx, columns));

    private readonly struct ForwardRow<T>(T* x, long* targets, T* loss, T* logSumExp, long columns) : IRowWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            T* xr = x + row * columns;
            T sum = Softmax.LogSumExpOfRow(xr, columns);
            logSumExp[row] = sum;
            loss[row] = targets[row] < 0 ? T.Zero : sum - xr[targets[row]];
        }
    }

    private readonly struct BackwardRow<T>(T* x, T* logSumExp, long* targets, T* g, T* dx, long columns)
        : IRowWork, IElementwiseWith<(T LogSumExp, T G)> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            long at = row * columns, target = targets[row];
            if (target < 0)
            {
                new Span<T>(dx + at, (int)columns).Clear();
                return;
            }
            Elementwise.For(columns, Vector256<T>.Count, new At<(T, T), BackwardRow<T>>(this, at, (logSumExp[row], g[row])));
            dx[at + target] -= g[row];
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count, (T LogSumExp, T G) row)
        {
            Vector256<T> p = Lanes.Apply<ExpFunction, T>(Lanes.Load(x + i, count) - Vector256.Create(row.LogSumExp));
            Lanes.Store(p * Vector256.Create(row.G), dx + i, count);
        }
    }
}
