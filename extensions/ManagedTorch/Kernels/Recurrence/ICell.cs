using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>What a recurrent layer does at one step, apart from the matrix products.</summary>
/// <remarks>
/// For each step and sequence a row of blocks, each as wide as the hidden state, is kept. It starts with what the input gives:
/// the first <see cref="Leading"/> blocks of the input's weights go to the first blocks, the others to the last. Then h·W_hhᵀ is
/// added to the first <see cref="Recurrent"/> blocks, and the cell turns the row into what its derivative needs.
/// </remarks>
internal interface ICell
{
    /// <summary>Blocks that are kept.</summary>
    static abstract int Blocks { get; }

    /// <summary>Blocks that the previous hidden state reaches: as many as its weights have.</summary>
    static abstract int Recurrent { get; }

    /// <summary>The first blocks, which the input and the hidden state reach.</summary>
    static abstract int Leading { get; }

    /// <summary>Whether there is a cell state besides the hidden state.</summary>
    static abstract bool HasState { get; }

    /// <summary>Computes the new states of the hidden units from <paramref name="j"/> on.</summary>
    static abstract void Forward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>
    /// Turns row.DH, the gradient of the new hidden state, into the part of that of the old one that does not go through a
    /// product,
    /// row.DState from the new to the old cell state, and writes the gradient of the row before the activations.
    /// </summary>
    static abstract void Backward<T>(CellRow<T> row, nint j, int count) where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>One sequence at one step: addresses of its row of blocks and of its states.</summary>
internal unsafe struct CellRow<T> where T : unmanaged
{
    public nint Hidden;
    public T* Gates, DGates;
    public T* HBefore, H, DH;
    public T* StateBefore, State, DState;

    /// <summary>Values of block <paramref name="block"/> from hidden unit <paramref name="j"/> on.</summary>
    public readonly Vector256<T> Gate(int block, nint j, int count) => Lanes.Load(Gates + block * Hidden + j, count);

    /// <summary>Keeps values of a block.</summary>
    public readonly void Keep(int block, nint j, int count, Vector256<T> values) =>
        Lanes.Store(values, Gates + block * Hidden + j, count);

    /// <summary>Writes the gradient of a block.</summary>
    public readonly void Give(int block, nint j, int count, Vector256<T> values) =>
        Lanes.Store(values, DGates + block * Hidden + j, count);
}
