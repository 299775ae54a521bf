using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Softmax and log-softmax over the rows of a matrix, forward and backward. Outputs may be their inputs'
/// memory.</summary>
/// <remarks>A row of -∞ alone, or with NaN or ∞ in it, gives NaN, as in PyTorch.</remarks>
internal static unsafe class Softmax
{
    /// <summary>y = e^(x - m) / Σ e^(x - m), with m the row's maximum.</summary>
    public static void Forward<T>(T* x, T* y, long rows, long columns) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns > 0)
        {
            RowWork.For(rows, columns, new ForwardRow<T>(x, y, columns));
        }
    }

    /// <summary>dx = y·(dy - Σ dy·y), with y the forward result.</summary>
    public static void Backward<T>(T* y, T* dy, T* dx, long rows, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowWork.For(rows, columns, new BackwardRow<T>(y, dy, dx, columns));

    /// <summary>y = x - m - log Σ e^(x - m), with m the row's maximum.</summary>
    public static void LogForward<T>(T* x, T* y, long rows, long columns) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns > 0)
        {
            RowWork.For(rows, columns, new LogForwardRow<T>(x, y, columns));
        }
    }

    /// <summary>dx = dy - e^y·Σ dy, with y the forward result.</summary>
    public static void LogBackward<T>(T* y, T* dy, T* dx, long rows, long columns)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowWork.For(rows, columns, new LogBackwardRow<T>(y, dy, dx, columns));

    /// <summary>log Σ e^x of each row; -∞ for a row of -∞.</summary>
    public static void LogSumExp<T>(T* x, T* y, long rows, long columns) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        RowWork.For(rows, columns, new LogSumExpRow<T>(x, y, columns));

    /// <summary>log Σ e^x of one row.</summary>
    public static T LogSumExpOfRow<T>(T* x, long columns) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns == 0)
        {
            return T.NegativeInfinity;
        }
        T max = Extremum.Value<Largest, T>(x, columns);
        max = T.IsInfinity(max) ? T.Zero : max;
        return max + LogOfSum(x, columns, max);
    }

    /// <summary>log Σ e^(x - max).</summary>
    private static T LogOfSum<T>(T* x, long columns, T max) where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        double sum = Reduction.SumRun<Exponentials<T>, T>(new(x, max), columns);
        return Lanes.Apply<LogFunction, T>(Lanes.FromDouble<T>(sum));
    }

    /// <summary>e^(x - max).</summary>
    private readonly struct Exponentials<T>(T* x, T max) : ISumTerm<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<T> AddTo(Vector256<T> sum, long i, int count) =>
            sum + Lanes.Apply<ExpFunction, T>(Lanes.Load(x + i, count, T.NegativeInfinity) - Vector256.Create(max));
    }

    private readonly struct ForwardRow<T>(T* x, T* y, long columns) : IRowWork where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            T* xr = x + row * columns, yr = y + row * columns;
            T max = Extremum.Value<Largest, T>(xr, columns);
            Elementwise.For(columns, Vector256<T>.Count, new Exponential<T>(xr, yr, max));
            double sum = Reduction.SumRun<Values<T>, T>(new(yr), columns);
            Elementwise.For(columns, Vector256<T>.Count, new Scale<T>(yr, Lanes.FromDouble<T>(1 / sum)));
        }
    }

    private readonly struct Exponential<T>(T* x, T* y, T max) : IElementwise where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count) =>
            Lanes.Store(Lanes.Apply<ExpFunction, T>(Lanes.Load(x + i, count) - Vector256.Create(max)), y + i, count);
    }

    private readonly struct Scale<T>(T* y, T scale) : IElementwise where T : unmanaged
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count) => Lanes.Store(Lanes.Load(y + i, count) * Vector256.Create(scale), y + i, count);
    }

    private readonly struct BackwardRow<T>(T* y, T* dy, T* dx, long columns) : IRowWork, IElementwiseWith<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            long at = row * columns;
            T dot = Lanes.FromDouble<T>(Reduction.SumRun<Products<T>, T>(new(y + at, dy + at), columns));
            Elementwise.For(columns, Vector256<T>.Count, new At<T, BackwardRow<T>>(this, at, dot));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count, T dot) =>
            Lanes.Store(Lanes.Load(y + i, count) * (Lanes.Load(dy + i, count) - Vector256.Create(dot)), dx + i, count);
    }

    private readonly struct LogForwardRow<T>(T* x, T* y, long columns) : IRowWork, IElementwiseWith<(T Max, T Log)>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            long at = row * columns;
            T max = Extremum.Value<Largest, T>(x + at, columns);
            T log = LogOfSum(x + at, columns, max);
            Elementwise.For(columns, Vector256<T>.Count, new At<(T, T), LogForwardRow<T>>(this, at, (max, log)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count, (T Max, T Log) row) =>
            Lanes.Store(Lanes.Load(x + i, count) - Vector256.Create(row.Max) - Vector256.Create(row.Log), y + i, count);
    }

    private readonly struct LogBackwardRow<T>(T* y, T* dy, T* dx, long columns) : IRowWork, IElementwiseWith<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row)
        {
            long at = row * columns;
            T sum = Lanes.FromDouble<T>(Reduction.SumRun<Values<T>, T>(new(dy + at), columns));
            Elementwise.For(columns, Vector256<T>.Count, new At<T, LogBackwardRow<T>>(this, at, sum));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Run(long i, int count, T sum)
        {
            Vector256<T> softmax = Lanes.Apply<ExpFunction, T>(Lanes.Load(y + i, count));
            Lanes.Store(Lanes.MultiplyAdd(softmax, Vector256.Create(-sum), Lanes.Load(dy + i, count)), dx + i, count);
        }
    }

    private readonly struct LogSumExpRow<T>(T* x, T* y, long columns) : IRowWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(long row) => y[row] = LogSumExpOfRow(x + row * columns, columns);
    }
}
