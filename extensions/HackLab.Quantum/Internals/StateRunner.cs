using HackLab.Data.Hosting;

namespace HackLab.Quantum.Internals;

/// <summary>Applies all operations of a program to one state, or takes them back.</summary>
/// <remarks>
/// A state larger than the cache is gone through in blocks that fit: all operations in a row which move nothing across blocks are
/// done to one block before the next. Only operations on the highest bits need the whole state each.
/// </remarks>
internal static unsafe class StateRunner
{
    /// <summary>log₂ of the amplitudes in a block: 2^13 of 16 bytes are 128 KB, half of a small second-level cache.</summary>
    private const int BlockBits = 13;

    /// <summary>Applies operations <paramref name="from"/> to <paramref name="end"/> − 1 on all cores.</summary>
    internal static void Forward(CircuitProgram program, Matrix2[] matrices, Amplitudes state, bool real, int from = 0, int end = -1)
    {
        if (end < 0) end = program.Operations.Length;
        CancellationToken token = NotebookHost.Token;
        if (state.Bits <= BlockBits + 1)
        {
            Whole(program.Operations, matrices, state, real, from, end, token);
            return;
        }
        while (from < end)
        {
            token.ThrowIfCancellationRequested();
            int next = from;
            while (next < end && program.Operations[next].Moved >> BlockBits == 0) next++;
            if (next > from)
            {
                InBlocks(program.Operations, matrices, state, real, from, next, token);
            }
            else
            {
                next++;
                Shared(program.Operations[from], matrices[from], state, real);
            }
            from = next;
        }
    }

    /// <summary>The same in the caller's thread, for a batch whose samples are shared among the cores.</summary>
    internal static void Whole(
        Operation[] operations, Matrix2[] matrices, Amplitudes state, bool real, int from, int end, CancellationToken token)
    {
        for (int i = from; i < end; i++)
        {
            token.ThrowIfCancellationRequested();
            GateRunner.Apply(operations[i], matrices[i], state.Re, real ? null : state.Im, state.Bits);
        }
    }

    private static void InBlocks(
        Operation[] operations, Matrix2[] matrices, Amplitudes state, bool real, int from, int end, CancellationToken token)
    {
        Parallel.For(0, 1 << (state.Bits - BlockBits), new ParallelOptions { CancellationToken = token }, block =>
        {
            double* re = state.Re + ((long)block << BlockBits), im = real ? null : state.Im + ((long)block << BlockBits);
            for (int i = from; i < end; i++) GateRunner.Apply(operations[i], matrices[i], re, im, BlockBits, block);
        });
    }

    /// <summary>One operation on the whole state, its vectors shared among the cores.</summary>
    internal static void Shared(Operation operation, Matrix2 matrix, Amplitudes state, bool real)
    {
        int parts = Environment.ProcessorCount == 1 ? 1 : 4 * Environment.ProcessorCount;
        Parallel.For(0, parts, part => GateRunner.Apply(operation, matrix, state.Re, real ? null : state.Im, state.Bits, 0, part, parts));
    }
}
