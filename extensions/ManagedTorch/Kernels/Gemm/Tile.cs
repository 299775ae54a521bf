using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp.Kernels;

/// <summary>What is the same for all tiles of a block: how deep it is, and how A and C lie in memory (strides in
/// elements).</summary>
internal unsafe struct TileJob
{
    public nint Depth;
    public nint ALane;         // from a row of A to the next
    public nint ADepth;        // from a column of A to the next
    public nint CRow;
    public bool Accumulate;    // C += instead of C =
}

/// <summary>A small number known to the JIT compiler.</summary>
internal interface ICount
{
    static abstract int Value { get; }
}

/// <summary>The inner loop of the matrix product: a tile of C, up to 14 rows by 1 or 2 vectors, stays in registers over the
/// whole depth.</summary>
/// <remarks>
/// Written once; the compiler makes a version for each width and number of rows, and drops what lies behind a false condition.
/// 14 × 2 sums, 2 vectors of B and 1 broadcast value of A fill 31 of the 32 registers of AVX-512 and NEON; 6 × 2 suit the 16 of
/// AVX2.
/// </remarks>
internal static unsafe class Tile<T, TVector, TLanes>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
{
    /// <summary>c[i, j] = start[j] + Σ a[i, p]·b[p, j], plus the old c[i, j] if the job accumulates.</summary>
    /// <param name="a">Row 0 of the tile's rows of A.</param>
    /// <param name="b">The tile's columns of B: whole vectors, <paramref name="bDepth"/> elements from a row to the next.</param>
    /// <param name="c">The tile of C, with unit column stride.</param>
    /// <param name="bDepth">From a row of B to the next, in elements.</param>
    /// <param name="start">A value for each column: zeros or a bias.</param>
    /// <param name="job">The rest.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TRows, TColumns>(T* a, T* b, T* c, nint bDepth, T* start, TileJob* job)
        where TRows : struct, ICount
        where TColumns : struct, ICount
    {
        // s0 … s13 sum the first vector of each row, t0 … t13 the second.
        TVector s0 = TLanes.Load(start);
        TVector t0 = TColumns.Value > 1 ? TLanes.Load(start + TLanes.Count) : default;
        TVector s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0, s6 = s0, s7 = s0;
        TVector s8 = s0, s9 = s0, s10 = s0, s11 = s0, s12 = s0, s13 = s0;
        TVector t1 = t0, t2 = t0, t3 = t0, t4 = t0, t5 = t0, t6 = t0, t7 = t0;
        TVector t8 = t0, t9 = t0, t10 = t0, t11 = t0, t12 = t0, t13 = t0;
        if (Sse.IsSupported)
        {
            // C's lines are on their way from memory while the sums are made.
            T* line = c;
            for (int i = 0; i < TRows.Value; i++, line += job->CRow)
            {
                Sse.Prefetch0(line);
                Sse.Prefetch0(line + TColumns.Value * TLanes.Count - 1);
            }
        }
        // Five pointers and two steps reach 14 rows without a multiplication.
        nint row = job->ALane, row2 = 2 * row, aDepth = job->ADepth;
        T* a3 = a + 3 * row, a6 = a + 6 * row, a9 = a + 9 * row, a12 = a + 12 * row;
        for (nint depth = job->Depth; depth > 0; depth--)
        {
            TVector b0 = TLanes.Load(b);
            TVector b1 = TColumns.Value > 1 ? TLanes.Load(b + TLanes.Count) : default;
            b += bDepth;
            TVector x = TLanes.Broadcast(*a);
            s0 = TLanes.MultiplyAdd(x, b0, s0);
            t0 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t0) : t0;
            if (TRows.Value > 1)
            {
                x = TLanes.Broadcast(a[row]);
                s1 = TLanes.MultiplyAdd(x, b0, s1);
                t1 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t1) : t1;
            }
            if (TRows.Value > 2)
            {
                x = TLanes.Broadcast(a[row2]);
                s2 = TLanes.MultiplyAdd(x, b0, s2);
                t2 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t2) : t2;
            }
            if (TRows.Value > 3)
            {
                x = TLanes.Broadcast(*a3);
                s3 = TLanes.MultiplyAdd(x, b0, s3);
                t3 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t3) : t3;
            }
            if (TRows.Value > 4)
            {
                x = TLanes.Broadcast(a3[row]);
                s4 = TLanes.MultiplyAdd(x, b0, s4);
                t4 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t4) : t4;
            }
            if (TRows.Value > 5)
            {
                x = TLanes.Broadcast(a3[row2]);
                s5 = TLanes.MultiplyAdd(x, b0, s5);
                t5 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t5) : t5;
            }
            if (TRows.Value > 6)
            {
                x = TLanes.Broadcast(*a6);
                s6 = TLanes.MultiplyAdd(x, b0, s6);
                t6 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t6) : t6;
            }
            if (TRows.Value > 7)
            {
                x = TLanes.Broadcast(a6[row]);
                s7 = TLanes.MultiplyAdd(x, b0, s7);
                t7 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t7) : t7;
            }
            if (TRows.Value > 8)
            {
                x = TLanes.Broadcast(a6[row2]);
                s8 = TLanes.MultiplyAdd(x, b0, s8);
                t8 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t8) : t8;
            }
            if (TRows.Value > 9)
            {
                x = TLanes.Broadcast(*a9);
                s9 = TLanes.MultiplyAdd(x, b0, s9);
                t9 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t9) : t9;
            }
            if (TRows.Value > 10)
            {
                x = TLanes.Broadcast(a9[row]);
                s10 = TLanes.MultiplyAdd(x, b0, s10);
                t10 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t10) : t10;
            }
            if (TRows.Value > 11)
            {
                x = TLanes.Broadcast(a9[row2]);
                s11 = TLanes.MultiplyAdd(x, b0, s11);
                t11 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t11) : t11;
            }
            if (TRows.Value > 12)
            {
                x = TLanes.Broadcast(*a12);
                s12 = TLanes.MultiplyAdd(x, b0, s12);
                t12 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t12) : t12;
            }
            if (TRows.Value > 13)
            {
                x = TLanes.Broadcast(a12[row]);
                s13 = TLanes.MultiplyAdd(x, b0, s13);
                t13 = TColumns.Value > 1 ? TLanes.MultiplyAdd(x, b1, t13) : t13;
            }
            a += aDepth;
            a3 += aDepth;
            a6 += aDepth;
            a9 += aDepth;
            a12 += aDepth;
        }
        bool accumulate = job->Accumulate;
        nint cRow = job->CRow;
        Store<TColumns>(c, s0, t0, accumulate);
        if (TRows.Value > 1)
        {
            Store<TColumns>(c += cRow, s1, t1, accumulate);
        }
        if (TRows.Value > 2)
        {
            Store<TColumns>(c += cRow, s2, t2, accumulate);
        }
        if (TRows.Value > 3)
        {
            Store<TColumns>(c += cRow, s3, t3, accumulate);
        }
        if (TRows.Value > 4)
        {
            Store<TColumns>(c += cRow, s4, t4, accumulate);
        }
        if (TRows.Value > 5)
        {
            Store<TColumns>(c += cRow, s5, t5, accumulate);
        }
        if (TRows.Value > 6)
        {
            Store<TColumns>(c += cRow, s6, t6, accumulate);
        }
        if (TRows.Value > 7)
        {
            Store<TColumns>(c += cRow, s7, t7, accumulate);
        }
        if (TRows.Value > 8)
        {
            Store<TColumns>(c += cRow, s8, t8, accumulate);
        }
        if (TRows.Value > 9)
        {
            Store<TColumns>(c += cRow, s9, t9, accumulate);
        }
        if (TRows.Value > 10)
        {
            Store<TColumns>(c += cRow, s10, t10, accumulate);
        }
        if (TRows.Value > 11)
        {
            Store<TColumns>(c += cRow, s11, t11, accumulate);
        }
        if (TRows.Value > 12)
        {
            Store<TColumns>(c += cRow, s12, t12, accumulate);
        }
        if (TRows.Value > 13)
        {
            Store<TColumns>(c += cRow, s13, t13, accumulate);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TColumns>(T* c, TVector s, TVector t, bool accumulate) where TColumns : struct, ICount
    {
        TLanes.Store(accumulate ? TLanes.Add(TLanes.Load(c), s) : s, c);
        if (TColumns.Value > 1)
        {
            TLanes.Store(accumulate ? TLanes.Add(TLanes.Load(c + TLanes.Count), t) : t, c + TLanes.Count);
        }
    }
}
