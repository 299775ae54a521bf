using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>One matrix product: cuts it into blocks that fit the caches, packs what pays, and shares the tiles out among the threads.</summary>
/// <remarks>
/// A block is some rows of A and columns of B over a limited depth. First its operands are packed into panels, which are as wide as a tile
/// and lie one after the other, as the inner loop reads them. Then each panel of A, which stays in the first cache, meets the panels of B.
/// </remarks>
internal unsafe struct Product<T, TA, TB, TEpilogue>
    where T : unmanaged, INumberBase<T>
    where TA : unmanaged, IPanelSource<T>
    where TB : unmanaged, IPanelSource<T>
    where TEpilogue : unmanaged, IEpilogue<T>
{
    private const int BlockBytes = 1792;               // of depth: 448 floats; a panel of A then takes 25 of the 32 kB of a first cache
    private const int BlockLanes = 4096;               // rows or columns: up to 6 MB packed
    private const int GroupBytes = 256 << 10;          // panels of B that stay in the second cache
    private const int AliasBytes = 4096;               // addresses that far apart compete for the same few lines of a cache
    private const long MultiplyGrain = 150_000;        // multiplications, about 3 µs
    private const long PackGrain = 32_000;             // values

    private readonly int _m, _n, _k;
    private readonly TA _a;
    private readonly TB _b;
    private readonly T* _c;
    private readonly nint _cRow;
    private readonly Terms<T> _terms;
    private readonly TEpilogue _epilogue;
    private readonly bool _packA, _packB;
    private readonly bool _plain;                      // the tiles may write C themselves

    // The block in hand.
    private int _row, _rows, _column, _columns, _depthStart, _depth;
    private int _rowPanels, _columnPanels;
    private T* _packedA, _packedB;

    public Product(int m, int n, int k, TA a, TB b, T* c, nint cRow, Terms<T> terms, TEpilogue epilogue)
    {
        (_m, _n, _k, _a, _b, _cRow, _terms, _epilogue) = (m, n, k, a, b, cRow, terms, epilogue);
        _c = c;
        _packA = typeof(TA) != typeof(StridedPanels<T>) || PacksA(Strided(ref a), n);
        _packB = typeof(TB) != typeof(StridedPanels<T>) || PacksB(Strided(ref b), m);
        _plain = terms.Alpha == T.One && (T.IsZero(terms.Beta) || terms.Beta == T.One) && terms.RowBias == null;
    }

    /// <summary>Does it all.</summary>
    public void Run()
    {
        if (_m == 0 || _n == 0)
        {
            return;
        }
        int depthBlocks = Math.Max(1, (int)(((long)_k * sizeof(T) + BlockBytes - 1) / BlockBytes));
        int depth = (int)(((long)_k + depthBlocks - 1) / depthBlocks);
        nint valuesA = _packA ? (nint)Math.Min(_m, BlockLanes) * depth : 0;
        nint valuesB = (nint)(Math.Min(_n, BlockLanes) + Tiles<T>.Columns) * depth;
        nint gap = 64 / sizeof(T);
        _packedA = PackBuffer.Rent<T>(valuesA + valuesB + gap);
        _packedB = _packedA + (valuesA + gap - 1) / gap * gap;
        for (_column = 0; _column < _n; _column += _columns)
        {
            _columns = Math.Min(_n - _column, BlockLanes);
            _columnPanels = (_columns + Tiles<T>.Columns - 1) / Tiles<T>.Columns;
            for (int block = 0; block < depthBlocks; block++)
            {
                (long start, long end) = Workers.Range(_k, depthBlocks, block);
                (_depthStart, _depth) = ((int)start, (int)(end - start));
                for (_row = 0; _row < _m; _row += _rows)
                {
                    _rows = Math.Min(_m - _row, BlockLanes);
                    _rowPanels = (_rows + Tiles<T>.Rows - 1) / Tiles<T>.Rows;
                    Pack();
                    MultiplyBlock();
                }
            }
        }
    }

    /// <summary>A is read where it lies, which measured as fast as a packed one, unless its values are far apart or get into each other's way.</summary>
    private static bool PacksA(StridedPanels<T> a, int n)
    {
        bool apart = a.LaneStride != 1 && a.DepthStride != 1;
        nint stride = a.LaneStride == 1 ? a.DepthStride : a.LaneStride;
        return n > Tiles<T>.Columns && (apart || (n > 2 * Tiles<T>.Columns && stride * sizeof(T) % AliasBytes == 0));
    }

    /// <summary>B must have its columns side by side for that.</summary>
    private static bool PacksB(StridedPanels<T> b, int m) =>
        b.LaneStride != 1 || (m > 4 * Tiles<T>.Rows && b.DepthStride * sizeof(T) % AliasBytes == 0);

    private void Pack()
    {
        int panelsA = _packA ? _rowPanels : 0;
        int firstB = _row > 0 ? _columnPanels : _packB ? 0 : _columns / Tiles<T>.Columns;
        int panels = panelsA + _columnPanels - firstB;
        if (panels == 0 || _depth == 0)
        {
            return;
        }
        long values = ((long)panelsA * Tiles<T>.Rows + (long)(_columnPanels - firstB) * Tiles<T>.Columns) * _depth;
        int parts = Math.Min(panels, Workers.PartsFor(values, PackGrain));
        fixed (Product<T, TA, TB, TEpilogue>* product = &this)
        {
            Workers.For(parts, new PackWork(product, panelsA, firstB, panels, parts));
        }
    }

    private void MultiplyBlock()
    {
        int parts = Workers.PartsFor((long)_rows * _columns * Math.Max(1, _depth), MultiplyGrain);
        int down = Math.Min(parts, _rowPanels);
        int across = Math.Min((parts + down - 1) / down, _columnPanels);
        fixed (Product<T, TA, TB, TEpilogue>* product = &this)
        {
            Workers.For(down * across, new MultiplyWork(product, down, across));
        }
    }

    /// <summary>The first row, within the block, of a panel of A: their heights differ by at most one.</summary>
    private readonly int RowOf(int panel)
    {
        int height = _rows / _rowPanels;
        return panel * height + Math.Min(panel, _rows - height * _rowPanels);
    }

    private readonly void PackPanelA(int panel)
    {
        int row = RowOf(panel), rows = RowOf(panel + 1) - row;
        _a.Pack(_depthStart, _depth, _row + row, rows, _packedA + (nint)row * _depth, rows);
    }

    private readonly void PackPanelB(int panel)
    {
        int column = panel * Tiles<T>.Columns, columns = Math.Min(_columns - column, Tiles<T>.Columns);
        _b.Pack(_depthStart, _depth, _column + column, columns, _packedB + (nint)column * _depth, Vectors(columns) * Tiles<T>.Lanes);
    }

    private static int Vectors(int columns) => columns > Tiles<T>.Lanes ? 2 : 1;

    private readonly void MultiplyTiles(int firstRowPanel, int endRowPanel, int firstColumnPanel, int endColumnPanel)
    {
        bool first = _depthStart == 0;
        var job = new TileJob { Depth = _depth, CRow = _cRow, Accumulate = !first || !T.IsZero(_terms.Beta) };
        (nint bStep, nint bDepth) = (Tiles<T>.Columns, Tiles<T>.Columns);
        T* b = OperandB(ref bStep, ref bDepth);
        T* bias = first ? _terms.ColumnBias : null;
        int whole = _plain ? _columns / Tiles<T>.Columns : 0;
        int group = Math.Max(1, GroupBytes / (Tiles<T>.Columns * sizeof(T) * Math.Max(1, _depth)));
        for (int j0 = firstColumnPanel; j0 < endColumnPanel; j0 += group)
        {
            int j1 = Math.Min(j0 + group, endColumnPanel);
            for (int i = firstRowPanel; i < endRowPanel; i++)
            {
                int row = RowOf(i), rows = RowOf(i + 1) - row;
                T* a = OperandA(row, rows, ref job);
                T* c = _c + (_row + row) * _cRow + _column;
                var tile = Tiles<T>.For(rows, 2);
                int j = j0;
                for (; j < Math.Min(j1, whole); j++)
                {
                    nint column = (nint)j * Tiles<T>.Columns;
                    tile(a, b + j * bStep, c + column, bDepth, bias == null ? Tiles<T>.Zeros : bias + _column + column, &job);
                    Finish(c + column, row, rows, (int)column, Tiles<T>.Columns);
                }
                for (; j < j1; j++)
                {
                    MultiplyTile(a, b + j * bStep, bDepth, row, rows, j * Tiles<T>.Columns, &job);
                }
            }
        }
    }

    private readonly T* OperandA(int row, int rows, ref TileJob job)
    {
        if (_packA)
        {
            (job.ALane, job.ADepth) = (1, rows);
            return _packedA + (nint)row * _depth;
        }
        TA source = _a;
        StridedPanels<T> a = Strided(ref source);
        (job.ALane, job.ADepth) = (a.LaneStride, a.DepthStride);
        return a.Data + _depthStart * a.DepthStride + (_row + row) * a.LaneStride;
    }

    private readonly T* OperandB(ref nint step, ref nint depth)
    {
        if (_packB)
        {
            step *= _depth;
            return _packedB;
        }
        TB source = _b;
        StridedPanels<T> b = Strided(ref source);
        depth = b.DepthStride;
        return b.Data + _depthStart * b.DepthStride + _column;
    }

    /// <summary>A tile at C's right edge, whose columns of B are packed in any case, or one that does more than add to C.</summary>
    private readonly void MultiplyTile(T* a, T* b, nint bDepth, int row, int rows, int column, TileJob* job)
    {
        int columns = Math.Min(_columns - column, Tiles<T>.Columns), vectors = Vectors(columns);
        if (columns < Tiles<T>.Columns)
        {
            b = _packedB + (nint)column * _depth;
            bDepth = vectors * Tiles<T>.Lanes;
        }
        bool first = _depthStart == 0;
        T* c = _c + (_row + row) * _cRow + _column + column;
        T* apart = stackalloc T[Tiles<T>.Rows * Tiles<T>.Columns];
        TileJob inner = *job;
        inner.CRow = Tiles<T>.Columns;
        inner.Accumulate = false;
        Tiles<T>.For(rows, vectors)(a, b, apart, bDepth, Tiles<T>.Zeros, &inner);
        TileMerge<T>.Run(apart, Tiles<T>.Columns, c, _cRow, rows, columns, TermsAt(_row + row, _column + column, first));
        Finish(c, row, rows, column, columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Finish(T* c, int row, int rows, int column, int columns)
    {
        if (typeof(TEpilogue) != typeof(NoEpilogue<T>) && _depthStart + _depth == _k)
        {
            _epilogue.Apply(c, _cRow, _row + row, rows, _column + column, columns);
        }
    }

    /// <summary>What is left to do to a tile of this block: biases and beta belong to the first depth, later ones add.</summary>
    private readonly Terms<T> TermsAt(int row, int column, bool first) => first
        ? new Terms<T>(
            _terms.Alpha,
            _terms.Beta,
            _terms.ColumnBias == null ? null : _terms.ColumnBias + column,
            _terms.RowBias == null ? null : _terms.RowBias + row)
        : new Terms<T>(_terms.Alpha, T.One);

    private static StridedPanels<T> Strided<TSource>(ref TSource source) => Unsafe.As<TSource, StridedPanels<T>>(ref source);

    private readonly struct PackWork(Product<T, TA, TB, TEpilogue>* product, int panelsA, int firstB, int panels, int parts) : IWork
    {
        public void Run(int part)
        {
            (long start, long end) = Workers.Range(panels, parts, part);
            for (int panel = (int)start; panel < end; panel++)
            {
                if (panel < panelsA)
                {
                    product->PackPanelA(panel);
                }
                else
                {
                    product->PackPanelB(firstB + panel - panelsA);
                }
            }
        }
    }

    private readonly struct MultiplyWork(Product<T, TA, TB, TEpilogue>* product, int down, int across) : IWork
    {
        public void Run(int part)
        {
            (long firstRow, long endRow) = Workers.Range(product->_rowPanels, down, part / across);
            (long firstColumn, long endColumn) = Workers.Range(product->_columnPanels, across, part % across);
            product->MultiplyTiles((int)firstRow, (int)endRow, (int)firstColumn, (int)endColumn);
        }
    }
}
