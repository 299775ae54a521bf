using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>What is done to a row, or another piece that shares nothing with the other pieces.</summary>
internal interface IRowWork
{
    void Run(long row);
}

/// <summary>Shares rows among the pool. Each row is one thread's, so the result is the same for any number of threads.</summary>
internal static class RowWork
{
    private const long GrainInElements = 8 * 1024;

    /// <summary>Runs rows 0 … <paramref name="rows"/> - 1, each of about <paramref name="columns"/> elements.</summary>
    public static void For<TWork>(long rows, long columns, TWork work) where TWork : unmanaged, IRowWork
    {
        int parts = (int)Math.Min(Workers.PartsFor(rows * columns, GrainInElements), Math.Max(rows, 1));
        Workers.For(parts, new Rows<TWork>(rows, parts, work));
    }

    private readonly struct Rows<TWork>(long rows, int parts, TWork work) : IWork where TWork : unmanaged, IRowWork
    {
        [MethodImpl(MethodImplOptions.NoInlining)]
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(rows, parts, part);
            for (long row = start; row < end; row++)
            {
                work.Run(row);
            }
        }
    }
}
