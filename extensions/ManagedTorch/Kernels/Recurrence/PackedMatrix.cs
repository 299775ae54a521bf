using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The right operand of many products with few rows, packed once: panels as wide as a tile, one after the
/// other.</summary>
/// <remarks>A panel stays in the first cache while all rows meet it. The memory belongs to the caller.</remarks>
internal readonly unsafe struct PackedMatrix<T> where T : unmanaged, INumberBase<T>
{
    private readonly T* _panels;
    private readonly int _k, _n;

    /// <summary>Packs B [k, n], whose element (p, j) is b[p·bRow + j·bCol].</summary>
    /// <param name="b">The matrix.</param>
    /// <param name="bRow">From a row to the next.</param>
    /// <param name="bCol">From a column to the next.</param>
    /// <param name="k">Rows.</param> <param name="n">Columns.</param>
    /// <param name="memory">Room for <see cref="Values"/> values.</param>
    public PackedMatrix(T* b, nint bRow, nint bCol, int k, int n, T* memory)
    {
        _panels = memory;
        (_k, _n) = (k, n);
        var source = new StridedPanels<T>(b, bRow, bCol);
        for (int column = 0; column < n; column += Tiles<T>.Columns)
        {
            int columns = Math.Min(Tiles<T>.Columns, n - column);
            source.Pack(0, k, column, columns, memory + (nint)column * k, Width(columns));
        }
    }

    /// <summary>Values that a packed [k, n] takes.</summary>
    public static nint Values(int k, int n) => (nint)k * (n + Tiles<T>.Columns);

    /// <summary>C += A·B, with A [rows, k] and C [rows, n] of unit column stride. On the calling thread.</summary>
    public void AddProduct(int rows, T* a, nint aRow, T* c, nint cRow)
    {
        var job = new TileJob { Depth = _k, ALane = aRow, ADepth = 1, CRow = cRow, Accumulate = true };
        int heights = (rows + Tiles<T>.Rows - 1) / Tiles<T>.Rows;
        for (int column = 0; column < _n; column += Tiles<T>.Columns)
        {
            int columns = Math.Min(Tiles<T>.Columns, _n - column);
            T* panel = _panels + (nint)column * _k;
            for (int i = 0; i < heights; i++)
            {
                (long first, long end) = Workers.Range(rows, heights, i);
                T* from = a + (nint)first * aRow, to = c + (nint)first * cRow + column;
                if (columns == Tiles<T>.Columns)
                {
                    Tiles<T>.For((int)(end - first), 2)(from, panel, to, columns, Tiles<T>.Zeros, &job);
                }
                else
                {
                    AddEdge((int)(end - first), columns, from, panel, to, job);
                }
            }
        }
    }

    /// <summary>The last panel, whose columns do not fill a tile.</summary>
    private static void AddEdge(int rows, int columns, T* a, T* panel, T* c, TileJob job)
    {
        T* apart = stackalloc T[Tiles<T>.Rows * Tiles<T>.Columns];
        int width = Width(columns);
        nint cRow = job.CRow;
        (job.CRow, job.Accumulate) = (width, false);
        Tiles<T>.For(rows, width / Tiles<T>.Lanes)(a, panel, apart, width, Tiles<T>.Zeros, &job);
        TileMerge<T>.Run(apart, width, c, cRow, rows, columns, new Terms<T>(T.One, T.One));
    }

    private static int Width(int columns) => columns > Tiles<T>.Lanes ? Tiles<T>.Columns : Tiles<T>.Lanes;
}
