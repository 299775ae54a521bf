using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Sizes of a recurrent layer: steps, sequences, hidden units, directions.</summary>
internal readonly record struct RecurrentShape(int Steps, int Batch, int Hidden, int Directions);

/// <summary>One direction of a recurrent layer: where its numbers lie.</summary>
internal unsafe struct RecurrentDirection<T> where T : unmanaged, INumberBase<T>
{
    /// <summary>W_hhᵀ [hidden, blocks·hidden] forward, W_hh itself backward.</summary>
    public PackedMatrix<T> Weights;

    /// <summary>(steps, batch, blocks·hidden): what the input gives; afterwards what the cell keeps. And its gradient.</summary>
    public T* Gates, DGates;

    /// <summary>(steps, batch, hidden): cell states, if the cell has any.</summary>
    public T* States;

    /// <summary>(batch, hidden): the states before the first step.</summary>
    public T* H0, State0;

    /// <summary>(batch, hidden): the gradients of the last states; afterwards those of the first.</summary>
    public T* DH, DState;
}

/// <summary>All steps of a recurrent layer, forward and backward through time.</summary>
/// <remarks>
/// Sequences and directions do not depend on each other: each thread takes one direction of some sequences through all steps,
/// without waiting for the others.
/// </remarks>
internal static unsafe class Recurrence
{
    private const int FewestRows = 4;         // sequences a thread: below that the products' tiles are mostly empty
    private const long Grain = 200_000;       // multiplications

    /// <summary>Fills the gates, the states and y (steps, batch, directions·hidden).</summary>
    public static void Forward<TCell, T>(RecurrentShape shape, RecurrentDirection<T>* directions, T* y)
        where TCell : struct, ICell where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Workers.For(Parts(shape), new ForwardWork<TCell, T>(shape, directions, y, Parts(shape) / shape.Directions));

    /// <summary>Fills the gates' gradients, from dy (steps, batch, directions·hidden; null for zeros) and those of the last
    /// states.</summary>
    public static void Backward<TCell, T>(RecurrentShape shape, RecurrentDirection<T>* directions, T* y, T* dy)
        where TCell : struct, ICell where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Workers.For(Parts(shape), new BackwardWork<TCell, T>(shape, directions, y, dy, Parts(shape) / shape.Directions));

    private static int Parts(RecurrentShape shape)
    {
        long work = (long)shape.Steps * shape.Batch * shape.Hidden * shape.Hidden;
        int wanted = (Workers.Count + shape.Directions - 1) / shape.Directions;
        return shape.Directions * (int)Math.Clamp(Math.Min(work / Grain, shape.Batch / FewestRows), 1, wanted);
    }

    private readonly struct ForwardWork<TCell, T>(RecurrentShape shape, RecurrentDirection<T>* directions, T* y, int rowParts)
        : IWork
        where TCell : struct, ICell where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            (long, long) rows = Workers.Range(shape.Batch, rowParts, part % rowParts);
            var steps = new StepRows<TCell, T>(shape, directions, y, part / rowParts, rows);
            for (int step = 0; step < shape.Steps; step++)
            {
                CellRow<T> first = steps.At(step, out nint beforeRow);
                steps.Direction->Weights.AddProduct(steps.Rows, first.HBefore, beforeRow, first.Gates,
                    TCell.Blocks * (nint)shape.Hidden);
                for (int row = 0; row < steps.Rows; row++)
                {
                    Forward<TCell, T>(first);
                    steps.Next(ref first, beforeRow);
                }
            }
        }
    }

    private readonly struct BackwardWork<TCell, T>(RecurrentShape shape, RecurrentDirection<T>* directions, T* y, T* dy,
        int rowParts) : IWork
        where TCell : struct, ICell where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            (long, long) rows = Workers.Range(shape.Batch, rowParts, part % rowParts);
            var steps = new StepRows<TCell, T>(shape, directions, y, part / rowParts, rows);
            for (int step = shape.Steps - 1; step >= 0; step--)
            {
                CellRow<T> first = steps.At(step, out nint beforeRow), row = first;
                for (int i = 0; i < steps.Rows; i++)
                {
                    if (dy != null)
                    {
                        AddTo(row.DH, dy + (row.H - y), shape.Hidden);
                    }
                    Backward<TCell, T>(row);
                    steps.Next(ref row, beforeRow);
                }
                steps.Direction->Weights.AddProduct(steps.Rows, first.DGates, TCell.Blocks * (nint)shape.Hidden, first.DH,
                    shape.Hidden);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Forward<TCell, T>(CellRow<T> row)
        where TCell : struct, ICell where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint j = 0, width = Vector256<T>.Count;
        for (; j <= row.Hidden - width; j += width)
        {
            TCell.Forward(row, j, Vector256<T>.Count);
        }
        if (j < row.Hidden)
        {
            TCell.Forward(row, j, (int)(row.Hidden - j));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Backward<TCell, T>(CellRow<T> row)
        where TCell : struct, ICell where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint j = 0, width = Vector256<T>.Count;
        for (; j <= row.Hidden - width; j += width)
        {
            TCell.Backward(row, j, Vector256<T>.Count);
        }
        if (j < row.Hidden)
        {
            TCell.Backward(row, j, (int)(row.Hidden - j));
        }
    }

    private static void AddTo<T>(T* y, T* x, nint count) where T : unmanaged
    {
        for (nint i = 0; i < count; i += Vector256<T>.Count)
        {
            int lanes = (int)Math.Min(Vector256<T>.Count, count - i);
            Lanes.Store(Lanes.Load(y + i, lanes) + Lanes.Load(x + i, lanes), y + i, lanes);
        }
    }
}
