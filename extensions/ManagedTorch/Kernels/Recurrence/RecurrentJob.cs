using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>
/// A recurrent layer's passes in their parts: products over all steps at once for what does not depend on the previous step, and
/// <see cref="Recurrence"/> for what does.
/// </summary>
internal unsafe struct RecurrentJob<TCell, T> where TCell : struct, ICell where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly RecurrentShape _shape;
    private readonly int _inputs, _hidden, _rows, _columns;
    private readonly T* _x, _y;
    private TwoDirections _directions;

    /// <summary>Looks at memory that the caller holds; see <see cref="RecurrentDirection{T}"/> for the shapes.</summary>
    public RecurrentJob(RecurrentShape shape, int inputs, T* x, T* y, T* gates, T* states, T* h0, T* state0)
    {
        (_shape, _inputs, _hidden) = (shape, inputs, shape.Hidden);
        _x = x;
        _y = y;
        (_rows, _columns) = (checked(shape.Steps * shape.Batch), checked(TCell.Blocks * shape.Hidden));
        nint state = (nint)shape.Batch * _hidden;
        for (int d = 0; d < shape.Directions; d++)
        {
            _directions[d].Gates = gates + (nint)d * _rows * _columns;
            _directions[d].States = states + (nint)d * _rows * _hidden;
            _directions[d].H0 = h0 + d * state;
            _directions[d].State0 = state0 + d * state;
        }
    }

    /// <summary>Values that a direction's packed weights take.</summary>
    public readonly long PackedValues => Math.Max(
        PackedMatrix<T>.Values(_hidden, TCell.Recurrent * _hidden), PackedMatrix<T>.Values(TCell.Recurrent * _hidden, _hidden));

    // Rows of W_ih from Leading·hidden on belong to the last columns of the gates.
    private readonly int LeadingColumns => TCell.Leading * _hidden;

    private readonly int RestColumns => (TCell.Recurrent - TCell.Leading) * _hidden;

    private readonly int RestStart => _columns - RestColumns;

    /// <summary>gates = x·W_ihᵀ + b_ih, with b_hh added where it is added to the same sum.</summary>
    public void Project(int direction, T* weights, T* inputBias, T* hiddenBias)
    {
        T* gates = _directions[direction].Gates, both = null;
        if (inputBias != null)
        {
            both = Scratch.Rent<T>(ScratchUse.Partial, LeadingColumns);
            for (int i = 0; i < LeadingColumns; i++)
            {
                both[i] = inputBias[i] + hiddenBias[i];
            }
        }
        Gemm.Multiply(_rows, LeadingColumns, _inputs, _x, _inputs, 1, weights, 1, _inputs, gates, _columns, T.Zero, both);
        if (RestColumns == 0)
        {
            return;
        }
        Gemm.Multiply(
            _rows, RestColumns, _inputs, _x, _inputs, 1, weights + (nint)LeadingColumns * _inputs, 1, _inputs, gates + RestStart,
                _columns, T.Zero,
            inputBias == null ? null : inputBias + LeadingColumns);
        for (nint row = 0; row < _rows; row++)
        {
            var between = new Span<T>(gates + row * _columns + LeadingColumns, RestStart - LeadingColumns);
            if (hiddenBias == null)
            {
                between.Clear();
            }
            else
            {
                new Span<T>(hiddenBias + LeadingColumns, between.Length).CopyTo(between);
            }
        }
    }

    /// <summary>Packs W_hhᵀ for the forward pass.</summary>
    public void PackForward(int direction, T* weights, T* memory) => _directions[direction].Weights =
        new PackedMatrix<T>(weights, 1, _hidden, _hidden, TCell.Recurrent * _hidden, memory + (nint)(direction * PackedValues));

    /// <summary>Packs W_hh for the backward pass.</summary>
    public void PackBackward(int direction, T* weights, T* memory) => _directions[direction].Weights =
        new PackedMatrix<T>(weights, _hidden, 1, TCell.Recurrent * _hidden, _hidden, memory + (nint)(direction * PackedValues));

    /// <summary>All steps; then copies the last hidden states (directions, batch, hidden) and cell states.</summary>
    public void Forward(T* lastH, T* lastState)
    {
        fixed (RecurrentDirection<T>* directions = &_directions[0])
        {
            Recurrence.Forward<TCell, T>(_shape, directions, _y);
            for (int d = 0; d < _shape.Directions; d++)
            {
                var last = new StepRows<TCell, T>(_shape, directions, _y, d, (0, _shape.Batch));
                CellRow<T> row = last.At(_shape.Steps - 1, out nint beforeRow);
                for (nint n = 0; n < _shape.Batch; n++)
                {
                    nint to = (d * (nint)_shape.Batch + n) * _hidden;
                    new Span<T>(row.H, _hidden).CopyTo(new Span<T>(lastH + to, _hidden));
                    if (lastState != null)
                    {
                        new Span<T>(row.State, _hidden).CopyTo(new Span<T>(lastState + to, _hidden));
                    }
                    last.Next(ref row, beforeRow);
                }
            }
        }
    }

    /// <summary>Back through all steps. dh and dState hold the gradients of the last states, afterwards those of the
    /// first.</summary>
    public void Backward(T* dGates, T* dy, T* dh, T* dState)
    {
        nint state = (nint)_shape.Batch * _hidden;
        for (int d = 0; d < _shape.Directions; d++)
        {
            _directions[d].DGates = dGates + (nint)d * _rows * _columns;
            _directions[d].DH = dh + d * state;
            _directions[d].DState = dState == null ? null : dState + d * state;
        }
        fixed (RecurrentDirection<T>* directions = &_directions[0])
        {
            Recurrence.Backward<TCell, T>(_shape, directions, _y, dy);
        }
    }

    /// <summary>dx = Σ over directions of dgates·W_ih.</summary>
    public void InputGradient(int direction, T* weights, T* dx)
    {
        T* dGates = _directions[direction].DGates;
        T beta = direction == 0 ? T.Zero : T.One;
        Gemm.Multiply(_rows, _inputs, LeadingColumns, dGates, _columns, 1, weights, _inputs, 1, dx, _inputs, beta);
        if (RestColumns > 0)
        {
            T* rest = weights + (nint)LeadingColumns * _inputs;
            Gemm.Multiply(_rows, _inputs, RestColumns, dGates + RestStart, _columns, 1, rest, _inputs, 1, dx, _inputs, T.One);
        }
    }

    /// <summary>dW_ih = dgatesᵀ·x and dW_hh = dgatesᵀ·(previous h), each over all steps at once; null for one that nobody
    /// wants.</summary>
    public void WeightGradients(int direction, T* inputWeights, T* hiddenWeights, bool hasH0)
    {
        T* dGates = _directions[direction].DGates;
        if (inputWeights != null)
        {
            Gemm.Multiply(LeadingColumns, _inputs, _rows, dGates, 1, _columns, _x, _inputs, 1, inputWeights, _inputs, T.Zero);
            if (RestColumns > 0)
            {
                T* rest = inputWeights + (nint)LeadingColumns * _inputs;
                Gemm.Multiply(RestColumns, _inputs, _rows, dGates + RestStart, 1, _columns, _x, _inputs, 1, rest, _inputs,
                    T.Zero);
            }
        }
        if (hiddenWeights == null)
        {
            return;
        }
        // The gates of a step meet the hidden state of the step before, in the direction's own order.
        nint stepOfGates = (nint)_shape.Batch * _columns, width = (nint)_shape.Directions * _hidden,
            stepOfY = _shape.Batch * width;
        int recurrent = TCell.Recurrent * _hidden, later = _rows - _shape.Batch;
        T* gates = direction == 0 ? dGates + stepOfGates : dGates, before = direction == 0 ? _y : _y + stepOfY + _hidden;
        Gemm.Multiply(recurrent, _hidden, later, gates, 1, _columns, before, width, 1, hiddenWeights, _hidden, T.Zero);
        if (hasH0)
        {
            T* first = direction == 0 ? dGates : dGates + (_shape.Steps - 1) * stepOfGates;
            Gemm.Multiply(recurrent, _hidden, _shape.Batch, first, 1, _columns, _directions[direction].H0, _hidden, 1,
                hiddenWeights, _hidden, T.One);
        }
    }

    /// <summary>The sums of dgates over steps and sequences; null for one that nobody wants.</summary>
    public readonly void BiasGradients(int direction, T* inputBias, T* hiddenBias)
    {
        if (inputBias == null && hiddenBias == null)
        {
            return;
        }
        T* sums = Scratch.Rent<T>(ScratchUse.Partial, _columns);
        ColumnSums.Sum(_directions[direction].DGates, _rows, _columns, _columns, sums);
        if (hiddenBias != null)
        {
            new Span<T>(sums, TCell.Recurrent * _hidden).CopyTo(new Span<T>(hiddenBias, TCell.Recurrent * _hidden));
        }
        if (inputBias != null)
        {
            new Span<T>(sums, LeadingColumns).CopyTo(new Span<T>(inputBias, LeadingColumns));
            new Span<T>(sums + RestStart, RestColumns).CopyTo(new Span<T>(inputBias + LeadingColumns, RestColumns));
        }
    }

    [InlineArray(2)]
    private struct TwoDirections
    {
        private RecurrentDirection<T> _first;
    }
}
