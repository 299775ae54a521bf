using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp.Kernels;

/// <summary>One matrix product: decides what is packed, and cuts C into rectangles that the threads compute
/// independently.</summary>
/// <remarks>
/// Nothing is shared between the threads but the operands: a thread packs what it needs itself. Packing once for all measured
/// slower,
/// for each line then has to move from one core's cache to the other's.
/// </remarks>
internal unsafe struct Product<T, TA, TB, TEpilogue>
    where T : unmanaged, INumberBase<T>
    where TA : unmanaged, IPanelSource<T>
    where TB : unmanaged, IPanelSource<T>
    where TEpilogue : unmanaged, IEpilogue<T>
{
    private const int AliasBytes = 4096;    // addresses that far apart compete for the same few lines of a cache
    private const long Grain = 250_000;     // multiplications, about 4 µs: waking another thread for less does not pay

    public readonly int M, N, K;
    public readonly TA A;
    public readonly TB B;
    public readonly T* C;
    public readonly nint CRow;
    public readonly Terms<T> Terms;
    public readonly TEpilogue Epilogue;
    public readonly bool PackA, PackB;

    public Product(int m, int n, int k, TA a, TB b, T* c, nint cRow, Terms<T> terms, TEpilogue epilogue)
    {
        (M, N, K, A, B, CRow, Terms, Epilogue) = (m, n, k, a, b, cRow, terms, epilogue);
        C = c;
        PackA = typeof(TA) != typeof(StridedPanels<T>) || PaysForA(Strided(ref a), n);
        PackB = typeof(TB) != typeof(StridedPanels<T>) || PaysForB(Strided(ref b), m);
    }

    /// <summary>The operand as what it is known to be: a matrix in memory.</summary>
    public static StridedPanels<T> Strided<TSource>(ref TSource source) => Unsafe.As<TSource, StridedPanels<T>>(ref source);

    /// <summary>Does it all.</summary>
    public void Run()
    {
        if (M == 0 || N == 0)
        {
            return;
        }
        int rowPanels = (M + Tiles<T>.Rows - 1) / Tiles<T>.Rows, columnPanels = (N + Tiles<T>.Columns - 1) / Tiles<T>.Columns;
        (int down, int across) = Grid(rowPanels, columnPanels);
        fixed (Product<T, TA, TB, TEpilogue>* product = &this)
        {
            Workers.For(down * across, new Part(product, rowPanels, columnPanels, down, across));
        }
    }

    /// <summary>A is read where it lies, as fast as if packed, unless its values are far apart or get into each other's
    /// way.</summary>
    private static bool PaysForA(StridedPanels<T> a, int n)
    {
        bool apart = a.LaneStride != 1 && a.DepthStride != 1;
        nint stride = a.LaneStride == 1 ? a.DepthStride : a.LaneStride;
        return n > Tiles<T>.Columns && (apart || (n > 2 * Tiles<T>.Columns && stride * sizeof(T) % AliasBytes == 0))
            || (NarrowTiles && n >= 32 * Tiles<T>.Columns);
    }

    /// <summary>So is B, if its columns lie side by side and a tile takes two cache lines of each row.</summary>
    private static bool PaysForB(StridedPanels<T> b, int m) =>
        b.LaneStride != 1 || (m > 4 * Tiles<T>.Rows && (NarrowTiles || b.DepthStride * sizeof(T) % AliasBytes == 0));

    // AVX2 and NEON: they walk through more pages in less time, and packing gained 10 to 40 %.
    private static bool NarrowTiles => Tiles<T>.Columns * sizeof(T) < 2 * 64;

    /// <summary>Into how many rectangles to cut C, down and across: evenly, and so that little is packed twice.</summary>
    private readonly (int Down, int Across) Grid(int rowPanels, int columnPanels)
    {
        int parts = Workers.PartsFor((long)M * N * Math.Max(1, K), Grain);
        if (parts == 1)
        {
            return (1, 1);
        }
        (int Down, int Across) best = (1, 1);
        long least = long.MaxValue;
        for (int wish = 1; wish < 2 * parts; wish *= 2)
        {
            int across = Math.Min(Math.Min(wish, parts), columnPanels);
            int down = Math.Min((parts + across - 1) / across, rowPanels);
            int threads = Math.Min(Workers.Count, down * across);
            // In cycles for each step of the depth: a tile takes two a row, a packed value one.
            long rounds = (down * across + threads - 1) / threads;
            long tiles = (long)((rowPanels + down - 1) / down) * ((columnPanels + across - 1) / across);
            long packed = (PackA ? (long)across * M : 0) + (PackB ? (long)down * N : 0);
            long cycles = rounds * tiles * 2 * Tiles<T>.Rows + packed / threads;
            if (cycles < least)
            {
                least = cycles;
                best = (down, across);
            }
        }
        return best;
    }

    private readonly struct Part(Product<T, TA, TB, TEpilogue>* product, int rowPanels, int columnPanels, int down,
        int across) : IWork
    {
        public void Run(int part)
        {
            (int firstRow, int endRow) = Range(product->M, rowPanels, down, part / across, even: true);
            (int firstColumn, int endColumn) = Range(product->N, columnPanels, across, part % across, even: false);
            var rectangle = new Rectangle<T, TA, TB, TEpilogue>(product, firstRow, endRow, firstColumn, endColumn);
            rectangle.Run();
        }

        // Rows may be cut anywhere, columns only between whole panels.
        private static (int First, int End) Range(int items, int panels, int parts, int part, bool even)
        {
            (long first, long end) = Workers.Range(panels, parts, part);
            return even
                ? ((int)(first * items / panels), (int)(end * items / panels))
                : ((int)first * Tiles<T>.Columns, (int)Math.Min(end * Tiles<T>.Columns, items));
        }
    }
}
