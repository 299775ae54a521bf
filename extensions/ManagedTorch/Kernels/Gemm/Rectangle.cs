using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>A rectangle of C, computed by one thread in blocks that fit the caches.</summary>
/// <remarks>
/// A block is some rows of A and columns of B over a limited depth. Packed operands lie as panels, as wide as a tile and one
/// after the other,
/// as the inner loop reads them. Each panel of A stays in the first cache while it meets all panels of B, which stay in the
/// second.
/// </remarks>
internal unsafe struct Rectangle<T, TA, TB, TEpilogue>
    where T : unmanaged, INumberBase<T>
    where TA : unmanaged, IPanelSource<T>
    where TB : unmanaged, IPanelSource<T>
    where TEpilogue : unmanaged, IEpilogue<T>
{
    private const int DepthBytes = 1792;       // 448 floats: 14 rows of A then take 25 of the 32 kB of a first cache
    private const int BlockRows = 1024;        // up to 2 MB of packed A
    private const int BlockBytes = 256 << 10;  // of B

    private readonly Product<T, TA, TB, TEpilogue>* _product;
    private readonly int _firstRow, _endRow, _firstColumn, _endColumn;
    private readonly bool _plain;              // the tiles may write C themselves

    // The block in hand.
    private int _row, _rows, _rowPanels, _column, _columns, _depthStart, _depth;
    private T* _packedA, _packedB;

    public Rectangle(Product<T, TA, TB, TEpilogue>* product, int firstRow, int endRow, int firstColumn, int endColumn)
    {
        _product = product;
        (_firstRow, _endRow, _firstColumn, _endColumn) = (firstRow, endRow, firstColumn, endColumn);
        Terms<T> terms = product->Terms;
        _plain = terms.Alpha == T.One && (T.IsZero(terms.Beta) || terms.Beta == T.One) && terms.RowBias == null;
    }

    /// <summary>Computes it.</summary>
    public void Run()
    {
        // The depth is cut in equal pieces that depend on k alone, so that every value is summed in the same order on every
        // machine.
        int k = _product->K;
        int pieces = (int)Math.Max(1, ((long)k * sizeof(T) + DepthBytes - 1) / DepthBytes);
        int mostDepth = (int)(((long)k + pieces - 1) / pieces);
        int panels = Math.Max(2, BlockBytes / (Tiles<T>.Columns * sizeof(T) * Math.Max(1, mostDepth)));
        int blockColumns = (int)Math.Min((long)panels * Tiles<T>.Columns, RoundUp(_endColumn - _firstColumn, Tiles<T>.Columns));
        RentPanels(Math.Min(BlockRows, _endRow - _firstRow), blockColumns, mostDepth);
        for (int piece = 0; piece < pieces; piece++)
        {
            (long start, long end) = Workers.Range(k, pieces, piece);
            (_depthStart, _depth) = ((int)start, (int)(end - start));
            for (_row = _firstRow; _row < _endRow; _row += _rows)
            {
                _rows = Math.Min(BlockRows, _endRow - _row);
                _rowPanels = (_rows + Tiles<T>.Rows - 1) / Tiles<T>.Rows;
                PackRows();
                for (_column = _firstColumn; _column < _endColumn; _column += _columns)
                {
                    _columns = Math.Min(blockColumns, _endColumn - _column);
                    PackColumns();
                    MultiplyBlock();
                }
            }
        }
    }

    private static long RoundUp(long value, int unit) => (value + unit - 1) / unit * unit;

    private void RentPanels(int rows, int columns, int depth)
    {
        nint valuesA = _product->PackA ? (nint)RoundUp((long)rows * depth, 64 / sizeof(T)) : 0;
        nint valuesB = (nint)(_product->PackB ? columns : Tiles<T>.Columns) * depth;
        _packedA = PackBuffer.Rent<T>(valuesA + valuesB);
        _packedB = _packedA + valuesA;
    }

    /// <summary>The first row, within the block, of a panel of A: their heights differ by at most one.</summary>
    private readonly int RowOf(int panel)
    {
        int height = _rows / _rowPanels;
        return panel * height + Math.Min(panel, _rows - height * _rowPanels);
    }

    private readonly void PackRows()
    {
        for (int panel = 0; _product->PackA && _depth > 0 && panel < _rowPanels; panel++)
        {
            int row = RowOf(panel), rows = RowOf(panel + 1) - row;
            _product->A.Pack(_depthStart, _depth, _row + row, rows, _packedA + (nint)row * _depth, rows);
        }
    }

    /// <summary>Packs the panels of B; of one that is read in place only what does not fill a panel, padded with zeros.</summary>
    private readonly void PackColumns()
    {
        int wholeColumns = _columns - _columns % Tiles<T>.Columns, first = _product->PackB ? 0 : wholeColumns;
        for (int column = first; _depth > 0 && column < _columns; column += Tiles<T>.Columns)
        {
            int columns = Math.Min(_columns - column, Tiles<T>.Columns);
            _product->B.Pack(_depthStart, _depth, _column + column, columns, _packedB + (nint)(column - first) * _depth,
                WidthOf(columns));
        }
    }

    private static int WidthOf(int columns) => columns > Tiles<T>.Lanes ? Tiles<T>.Columns : Tiles<T>.Lanes;

    private readonly void MultiplyBlock()
    {
        Terms<T> terms = _product->Terms;
        nint cRow = _product->CRow;
        bool first = _depthStart == 0;
        var job = new TileJob { Depth = _depth, CRow = cRow, Accumulate = !first || !T.IsZero(terms.Beta) };
        OperandB(out T* b, out nint bStep, out nint bDepth);
        T* bias = first ? terms.ColumnBias : null;
        int whole = _columns - _columns % Tiles<T>.Columns;
        T* edge = _packedB + (_product->PackB ? (nint)whole * _depth : 0);
        for (int i = 0; i < _rowPanels; i++)
        {
            int row = RowOf(i), rows = RowOf(i + 1) - row;
            T* a = OperandA(row, rows, ref job);
            T* c = _product->C + (_row + row) * cRow + _column;
            T* panel = b;
            var tile = Tiles<T>.For(rows, 2);
            for (int column = 0; column < whole; column += Tiles<T>.Columns, panel += bStep)
            {
                if (_plain)
                {
                    tile(a, panel, c + column, bDepth, bias == null ? Tiles<T>.Zeros : bias + _column + column, &job);
                }
                else
                {
                    MultiplyApart(a, panel, bDepth, row, rows, column, Tiles<T>.Columns, &job);
                }
                Finish(c + column, row, rows, column, Tiles<T>.Columns);
            }
            if (whole < _columns)
            {
                MultiplyApart(a, edge, WidthOf(_columns - whole), row, rows, whole, _columns - whole, &job);
                Finish(c + whole, row, rows, whole, _columns - whole);
            }
        }
    }

    private readonly T* OperandA(int row, int rows, ref TileJob job)
    {
        if (_product->PackA)
        {
            (job.ALane, job.ADepth) = (1, rows);
            return _packedA + (nint)row * _depth;
        }
        TA source = _product->A;
        StridedPanels<T> a = Product<T, TA, TB, TEpilogue>.Strided(ref source);
        (job.ALane, job.ADepth) = (a.LaneStride, a.DepthStride);
        return a.Data + _depthStart * a.DepthStride + (_row + row) * a.LaneStride;
    }

    private readonly void OperandB(out T* b, out nint step, out nint depth)
    {
        if (_product->PackB)
        {
            b = _packedB;
            step = (nint)Tiles<T>.Columns * _depth;
            depth = Tiles<T>.Columns;
            return;
        }
        TB source = _product->B;
        StridedPanels<T> matrix = Product<T, TA, TB, TEpilogue>.Strided(ref source);
        b = matrix.Data + _depthStart * matrix.DepthStride + _column;
        step = Tiles<T>.Columns;
        depth = matrix.DepthStride;
    }

    /// <summary>A tile at C's right edge, or one that does more than add to C: computed apart, then brought in.</summary>
    private readonly void MultiplyApart(T* a, T* b, nint bDepth, int row, int rows, int column, int columns, TileJob* job)
    {
        T* apart = stackalloc T[Tiles<T>.Rows * Tiles<T>.Columns];
        TileJob inner = *job;
        inner.CRow = Tiles<T>.Columns;
        inner.Accumulate = false;
        Tiles<T>.For(rows, columns > Tiles<T>.Lanes ? 2 : 1)(a, b, apart, bDepth, Tiles<T>.Zeros, &inner);
        T* c = _product->C + (_row + row) * _product->CRow + _column + column;
        TileMerge<T>.Run(apart, Tiles<T>.Columns, c, _product->CRow, rows, columns, TermsAt(_row + row, _column + column));
    }

    /// <summary>What is left to do to a tile of this block: biases and beta belong to the first depth, later ones add.</summary>
    private readonly Terms<T> TermsAt(int row, int column)
    {
        Terms<T> terms = _product->Terms;
        return _depthStart > 0
            ? new Terms<T>(terms.Alpha, T.One)
            : new Terms<T>(
                terms.Alpha,
                terms.Beta,
                terms.ColumnBias == null ? null : terms.ColumnBias + column,
                terms.RowBias == null ? null : terms.RowBias + row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Finish(T* c, int row, int rows, int column, int columns)
    {
        if (typeof(TEpilogue) != typeof(NoEpilogue<T>) && _depthStart + _depth == _product->K)
        {
            _product->Epilogue.Apply(c, _product->CRow, _row + row, rows, _column + column, columns);
        }
    }
}
