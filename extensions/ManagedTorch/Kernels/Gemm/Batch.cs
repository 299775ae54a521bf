using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Products of the same shape. Many small ones are shared out among the threads; of large ones each uses all
/// threads.</summary>
internal readonly unsafe struct Batch<T>(int count, int m, int n, int k, T* a, nint aBatch, nint aRow, nint aCol,
    T* b, nint bBatch, nint bRow, nint bCol, T* c, nint cBatch, nint cRow, Terms<T> terms) where T : unmanaged, INumberBase<T>
{
    private const long LargeProduct = 64L << 20;    // multiplications: a millisecond, beside which waiting for the others is nothing
    private const long Grain = 100_000;

    public void Run()
    {
        long work = (long)m * n * Math.Max(k, 1);
        if (work >= LargeProduct)
        {
            Multiply(0, count);
            return;
        }
        int parts = Workers.PartsFor(count, Math.Max(1, Grain / Math.Max(1, work)));
        Workers.For(parts, new Part(this, parts));
    }

    private void Multiply(long first, long end)
    {
        for (nint i = (nint)first; i < end; i++)
        {
            Gemm.Multiply(m, n, k, a + i * aBatch, aRow, aCol, b + i * bBatch, bRow, bCol, c + i * cBatch, cRow, terms);
        }
    }

    private readonly struct Part(Batch<T> batch, int parts) : IWork
    {
        public void Run(int part)
        {
            (long first, long end) = Workers.Range(batch.Count, parts, part);
            batch.Multiply(first, end);
        }
    }

    private int Count => count;
}
