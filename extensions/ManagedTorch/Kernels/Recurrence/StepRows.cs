using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Finds the rows of some sequences at a step of one direction; step 0 is the one that the direction begins
/// with.</summary>
internal readonly unsafe struct StepRows<TCell, T>(
    RecurrentShape shape, RecurrentDirection<T>* directions, T* y, int direction, (long Start, long End) range)
    where TCell : struct, ICell where T : unmanaged, INumberBase<T>
{
    /// <summary>The direction's addresses.</summary>
    public RecurrentDirection<T>* Direction => directions + direction;

    /// <summary>Number of sequences.</summary>
    public int Rows => (int)(range.End - range.Start);

    /// <summary>The first sequence at a step; <paramref name="beforeRow"/> leads from its previous hidden state to that of the
    /// next.</summary>
    public CellRow<T> At(int step, out nint beforeRow)
    {
        nint hidden = shape.Hidden, first = (nint)range.Start;
        nint time = direction == 0 ? step : shape.Steps - 1 - step, before = direction == 0 ? time - 1 : time + 1;
        nint row = time * shape.Batch + first, rowBefore = before * shape.Batch + first;
        nint blocks = TCell.Blocks * hidden;
        RecurrentDirection<T>* d = Direction;
        beforeRow = step == 0 ? hidden : shape.Directions * hidden;
        return new CellRow<T>
        {
            Hidden = hidden,
            Gates = d->Gates + row * blocks,
            DGates = d->DGates == null ? null : d->DGates + row * blocks,
            H = y + (row * shape.Directions + direction) * hidden,
            HBefore = step == 0 ? d->H0 + first * hidden : y + (rowBefore * shape.Directions + direction) * hidden,
            State = TCell.HasState ? d->States + row * hidden : null,
            StateBefore = !TCell.HasState ? null : step == 0 ? d->State0 + first * hidden : d->States + rowBefore * hidden,
            DH = d->DH == null ? null : d->DH + first * hidden,
            DState = d->DState == null ? null : d->DState + first * hidden,
        };
    }

    /// <summary>Goes to the next sequence at the same step.</summary>
    public void Next(ref CellRow<T> row, nint beforeRow)
    {
        nint hidden = shape.Hidden;
        row.Gates += TCell.Blocks * hidden;
        row.DGates += row.DGates == null ? 0 : TCell.Blocks * hidden;
        row.H += shape.Directions * hidden;
        row.HBefore += beforeRow;
        row.DH += row.DH == null ? 0 : hidden;
        if (TCell.HasState)
        {
            row.State += hidden;
            row.StateBefore += hidden;
            row.DState += row.DState == null ? 0 : hidden;
        }
    }
}
