using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>The operands of a <see cref="ConvTile{T, TVector, TLanes}"/>; steps are in elements.</summary>
internal unsafe struct ConvTileJob<T> where T : unmanaged
{
    public nint Depth;
    public T* A;
    public nint ARow;
    public nint ADepth;
    public T* B0;           // first and second vector of B: anywhere in memory
    public T* B1;
    public int* BOffsets;   // where B's row of each depth lies, relative to B0 and B1
    public T* C;
    public nint CRow;
    public bool Accumulate;
}

/// <summary>The inner loop of the direct convolutions: a matrix product of up to 8 rows by 2 vectors whose B is read where it lies.</summary>
/// <remarks>
/// A product over im2col needs every input value KernelHeight·KernelWidth times in memory. Here a table says for each depth (channel and
/// tap, or pixel) how far B's row lies from the vector's place, and the values are read from one padded copy of the input.
/// </remarks>
internal static unsafe class ConvTile<T, TVector, TLanes>
    where T : unmanaged
    where TVector : unmanaged
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>c[r, v] = Σ over p of a[r, p]·b_v[offset p], plus the old c if the job accumulates; 8, 4 or 1 rows.</summary>
    public static void Run(int rows, ConvTileJob<T>* job)
    {
        switch (rows)
        {
            case 8:
                Run8(job);
                break;
            case 4:
                Run4(job);
                break;
            default:
                Run1(job);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run8(ConvTileJob<T>* job)
    {
        TVector s0 = TLanes.Broadcast(default), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        TVector t0 = s0, t1 = s0, t2 = s0, t3 = s0, t4 = s0, t5 = s0, t6 = s0, t7 = s0;
        T* b0 = job->B0, b1 = job->B1;
        int* offset = job->BOffsets;
        nint row = job->ARow, row2 = 2 * row, aDepth = job->ADepth;
        T* a = job->A, a3 = a + 3 * row, a6 = a + 6 * row;
        for (int* end = offset + job->Depth; offset != end; offset++)
        {
            nint at = *offset;
            TVector u = TLanes.Load(b0 + at), v = TLanes.Load(b1 + at);
            TVector x = TLanes.Broadcast(*a);
            s0 = TLanes.MultiplyAdd(x, u, s0);
            t0 = TLanes.MultiplyAdd(x, v, t0);
            x = TLanes.Broadcast(a[row]);
            s1 = TLanes.MultiplyAdd(x, u, s1);
            t1 = TLanes.MultiplyAdd(x, v, t1);
            x = TLanes.Broadcast(a[row2]);
            s2 = TLanes.MultiplyAdd(x, u, s2);
            t2 = TLanes.MultiplyAdd(x, v, t2);
            x = TLanes.Broadcast(*a3);
            s3 = TLanes.MultiplyAdd(x, u, s3);
            t3 = TLanes.MultiplyAdd(x, v, t3);
            x = TLanes.Broadcast(a3[row]);
            s4 = TLanes.MultiplyAdd(x, u, s4);
            t4 = TLanes.MultiplyAdd(x, v, t4);
            x = TLanes.Broadcast(a3[row2]);
            s5 = TLanes.MultiplyAdd(x, u, s5);
            t5 = TLanes.MultiplyAdd(x, v, t5);
            x = TLanes.Broadcast(*a6);
            s6 = TLanes.MultiplyAdd(x, u, s6);
            t6 = TLanes.MultiplyAdd(x, v, t6);
            x = TLanes.Broadcast(a6[row]);
            s7 = TLanes.MultiplyAdd(x, u, s7);
            t7 = TLanes.MultiplyAdd(x, v, t7);
            a += aDepth;
            a3 += aDepth;
            a6 += aDepth;
        }
        T* c = job->C;
        nint cRow = job->CRow;
        bool accumulate = job->Accumulate;
        Store(c, s0, t0, accumulate);
        Store(c += cRow, s1, t1, accumulate);
        Store(c += cRow, s2, t2, accumulate);
        Store(c += cRow, s3, t3, accumulate);
        Store(c += cRow, s4, t4, accumulate);
        Store(c += cRow, s5, t5, accumulate);
        Store(c += cRow, s6, t6, accumulate);
        Store(c + cRow, s7, t7, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run4(ConvTileJob<T>* job)
    {
        TVector s0 = TLanes.Broadcast(default), s1 = s0, s2 = s0, s3 = s0;
        TVector t0 = s0, t1 = s0, t2 = s0, t3 = s0;
        T* b0 = job->B0, b1 = job->B1, a = job->A;
        int* offset = job->BOffsets;
        nint row = job->ARow, row2 = 2 * row, row3 = 3 * row, aDepth = job->ADepth;
        for (int* end = offset + job->Depth; offset != end; offset++)
        {
            nint at = *offset;
            TVector u = TLanes.Load(b0 + at), v = TLanes.Load(b1 + at);
            TVector x = TLanes.Broadcast(*a);
            s0 = TLanes.MultiplyAdd(x, u, s0);
            t0 = TLanes.MultiplyAdd(x, v, t0);
            x = TLanes.Broadcast(a[row]);
            s1 = TLanes.MultiplyAdd(x, u, s1);
            t1 = TLanes.MultiplyAdd(x, v, t1);
            x = TLanes.Broadcast(a[row2]);
            s2 = TLanes.MultiplyAdd(x, u, s2);
            t2 = TLanes.MultiplyAdd(x, v, t2);
            x = TLanes.Broadcast(a[row3]);
            s3 = TLanes.MultiplyAdd(x, u, s3);
            t3 = TLanes.MultiplyAdd(x, v, t3);
            a += aDepth;
        }
        T* c = job->C;
        nint cRow = job->CRow;
        bool accumulate = job->Accumulate;
        Store(c, s0, t0, accumulate);
        Store(c += cRow, s1, t1, accumulate);
        Store(c += cRow, s2, t2, accumulate);
        Store(c + cRow, s3, t3, accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run1(ConvTileJob<T>* job)
    {
        TVector s = TLanes.Broadcast(default), t = s;
        T* b0 = job->B0, b1 = job->B1, a = job->A;
        int* offset = job->BOffsets;
        nint aDepth = job->ADepth;
        for (int* end = offset + job->Depth; offset != end; offset++)
        {
            nint at = *offset;
            TVector x = TLanes.Broadcast(*a);
            s = TLanes.MultiplyAdd(x, TLanes.Load(b0 + at), s);
            t = TLanes.MultiplyAdd(x, TLanes.Load(b1 + at), t);
            a += aDepth;
        }
        Store(job->C, s, t, job->Accumulate);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(T* c, TVector s, TVector t, bool accumulate)
    {
        TLanes.Store(accumulate ? TLanes.Add(TLanes.Load(c), s) : s, c);
        T* next = c + TLanes.Count;
        TLanes.Store(accumulate ? TLanes.Add(TLanes.Load(next), t) : t, next);
    }
}
