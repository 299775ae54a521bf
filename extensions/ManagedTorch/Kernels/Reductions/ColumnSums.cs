using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>A number for each row and column of a matrix.</summary>
internal interface IColumnTerm<T> where T : unmanaged
{
    /// <summary>The terms of a row for columns column … column + count - 1.</summary>
    Vector256<T> At(long row, long column, int count);
}

/// <summary>The elements of a row-major matrix.</summary>
internal readonly unsafe struct MatrixElements<T>(T* x, long stride) : IColumnTerm<T> where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<T> At(long row, long column, int count) => Lanes.Load(x + row * stride + column, count);
}

/// <summary>Sums down the columns of a row-major matrix, in an order that depends on the number of rows only.</summary>
/// <remarks>
/// Each lane is a column. Eight rows are added as a tree, 128 rows in T, and the rest in double precision. At most 16 chunks of
/// rows, however many threads there are, so that the sum of a tall matrix (a bias gradient) is shared with the same bits.
/// </remarks>
internal static unsafe class ColumnSums
{
    private const int Tile = 256;
    private const int Block = 128;
    private const int MaxChunks = 16;

    /// <summary>y[c] = Σ x[r, c], or += with <paramref name="add"/>. Rows lie <paramref name="stride"/> apart.</summary>
    public static void Sum<T>(T* x, long rows, long columns, long stride, T* y, bool add = false)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Sum<MatrixElements<T>, T>(new(x, stride), rows, columns, y, add);

    /// <summary>y[c] = Σ term(r, c), or += with <paramref name="add"/>.</summary>
    public static void Sum<TTerm, T>(TTerm term, long rows, long columns, T* y, bool add = false)
        where TTerm : unmanaged, IColumnTerm<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (columns == 0)
        {
            return;
        }
        long blocks = (rows + Block - 1) / Block;
        int chunks = (int)Math.Clamp(blocks / 2, 1, MaxChunks);
        long tiles = (columns + Tile - 1) / Tile;
        var partials = (double*)NativeMemory.Alloc((nuint)(chunks * columns), sizeof(double));
        try
        {
            long items = chunks * tiles;
            int parts = (int)Math.Min(Workers.PartsFor(rows * columns, 16 * 1024), items);
            Workers.For(parts, new ChunkSums<TTerm, T>(term, rows, columns, blocks, chunks, items, parts, partials));
            for (long c = 0; c < columns; c++)
            {
                double sum = partials[c];
                for (int chunk = 1; chunk < chunks; chunk++)
                {
                    sum += partials[chunk * columns + c];
                }
                y[c] = add ? y[c] + Lanes.FromDouble<T>(sum) : Lanes.FromDouble<T>(sum);
            }
        }
        finally
        {
            NativeMemory.Free(partials);
        }
    }

    private readonly struct ChunkSums<TTerm, T>(
        TTerm term, long rows, long columns, long blocks, int chunks, long items, int parts, double* partials) : IWork
        where TTerm : unmanaged, IColumnTerm<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        public void Run(int part)
        {
            (long first, long last) = Workers.Range(items, parts, part);
            for (long item = first; item < last; item++)
            {
                int chunk = (int)(item % chunks);
                long column = item / chunks * Tile;
                (long start, long end) = Workers.Range(blocks, chunks, chunk);
                SumTile(start * Block, Math.Min(end * Block, rows), column, (int)Math.Min(Tile, columns - column),
                    partials + chunk * columns + column);
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void SumTile(long row, long end, long column, int width, double* totals)
        {
            new Span<double>(totals, width).Clear();
            T* sums = stackalloc T[Tile];
            while (row < end)
            {
                long blockEnd = Math.Min(row + Block, end);
                new Span<T>(sums, width).Clear();
                for (; row <= blockEnd - 8; row += 8)
                {
                    AddEightRows(row, column, width, sums);
                }
                for (; row < blockEnd; row++)
                {
                    AddRow(row, column, width, sums);
                }
                for (int c = 0; c < width; c++)
                {
                    totals[c] += Lanes.ToDouble(sums[c]);
                }
            }
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private void AddEightRows(long row, long column, int width, T* sums)
        {
            int lanes = Vector256<T>.Count, c = 0;
            for (; c <= width - lanes; c += lanes)
            {
                (Vector256.Load(sums + c) + SumOfEight(row, column + c, lanes)).Store(sums + c);
            }
            if (c < width)
            {
                Lanes.StoreFirst(
                    Lanes.LoadFirst(sums + c, width - c, default) + SumOfEight(row, column + c, width - c), sums + c, width - c);
            }
        }

        private void AddRow(long row, long column, int width, T* sums)
        {
            int lanes = Vector256<T>.Count;
            for (int c = 0; c < width; c += lanes)
            {
                int count = Math.Min(lanes, width - c);
                Lanes.Store(Lanes.Load(sums + c, count) + term.At(row, column + c, count), sums + c, count);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private Vector256<T> SumOfEight(long row, long column, int count) =>
            ((term.At(row, column, count) + term.At(row + 1, column, count))
                + (term.At(row + 2, column, count) + term.At(row + 3, column, count)))
            + ((term.At(row + 4, column, count) + term.At(row + 5, column, count))
                + (term.At(row + 6, column, count) + term.At(row + 7, column, count)));
    }
}
