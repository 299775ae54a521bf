using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>Products with one thin side, for which tiles would be mostly empty: matrix times vector and the like.</summary>
internal static unsafe class ThinProduct
{
    private const int Thin = 4;
    private const int Chunk = 512;    // rows of C that are computed as columns at a time

    /// <summary>Computes the product if its shape and strides are such that this is the faster way.</summary>
    public static bool TryMultiply<T>(int m, int n, int k, T* a, nint aRow, nint aCol, T* b, nint bRow, nint bCol,
        T* c, nint cRow, Terms<T> terms) where T : unmanaged, INumberBase<T>
    {
        if (m > Thin && n > Thin)
        {
            return false;
        }
        if (aCol == 1 && bRow == 1 && n <= Thin)
        {
            new DotProducts<T>(m, n, k, a, aRow, b, bCol, c, cRow, 1, terms).Run();
            return true;
        }
        if (aCol == 1 && bRow == 1)
        {
            var turned = new Terms<T>(terms.Alpha, terms.Beta, terms.RowBias, terms.ColumnBias);
            new DotProducts<T>(n, m, k, b, bCol, a, aRow, c, 1, cRow, turned).Run();
            return true;
        }
        if (n <= Thin && m > Thin && aRow == 1)
        {
            MultiplyTurned(m, n, k, a, aCol, b, bRow, bCol, c, cRow, terms);
            return true;
        }
        return false;
    }

    /// <summary>Cᵀ = Bᵀ·Aᵀ, whose columns, the rows of A, are contiguous in memory and fill the vectors.</summary>
    private static void MultiplyTurned<T>(int m, int n, int k, T* a, nint aCol, T* b, nint bRow, nint bCol,
        T* c, nint cRow, Terms<T> terms) where T : unmanaged, INumberBase<T>
    {
        if (n == 1 && cRow == 1)
        {
            var turned = new Terms<T>(terms.Alpha, terms.Beta, terms.RowBias, terms.ColumnBias);
            Gemm.Multiply(1, m, k, new StridedPanels<T>(b, bRow, bCol), new StridedPanels<T>(a, aCol, 1), c, m, turned,
                default(NoEpilogue<T>));
            return;
        }
        T* columns = stackalloc T[Thin * Chunk];
        var overwrite = new Terms<T>(T.One, T.Zero);
        for (int i = 0; i < m; i += Chunk)
        {
            int rows = Math.Min(Chunk, m - i);
            var right = new StridedPanels<T>(a + i, aCol, 1);
            Gemm.Multiply(n, rows, k, new StridedPanels<T>(b, bRow, bCol), right, columns, rows, overwrite,
                default(NoEpilogue<T>));
            for (int row = 0; row < rows; row++)
            {
                T* to = c + (i + row) * cRow;
                for (int j = 0; j < n; j++)
                {
                    T value = terms.Alpha * columns[j * rows + row];
                    value += terms.ColumnBias == null ? T.Zero : terms.ColumnBias[j];
                    value += terms.RowBias == null ? T.Zero : terms.RowBias[i + row];
                    to[j] = T.IsZero(terms.Beta) ? value : value + terms.Beta * to[j];
                }
            }
        }
    }
}
