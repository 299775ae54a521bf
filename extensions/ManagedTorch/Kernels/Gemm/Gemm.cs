using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The matrix product C = alpha·A·B + beta·C + bias, with A [m, k], B [k, n] and C [m, n].</summary>
/// <remarks>
/// Strides are in elements and may be anything, so a transposed operand is one with its strides exchanged. C must not overlap A
/// or B.
/// Large products use all threads of <see cref="Workers"/>. A value of C is summed over k in an order that depends on the shape
/// only:
/// neither the threads nor the width of the machine's vectors change it. NaN and infinities spread as in a plain loop.
/// </remarks>
internal static unsafe class Gemm
{
    /// <summary>C = A·B + beta·C + bias.</summary>
    /// <param name="m">Rows of A and C.</param>
    /// <param name="n">Columns of B and C.</param>
    /// <param name="k">Columns of A, rows of B; with 0 the product is 0.</param>
    /// <param name="a">Element (i, p) is a[i·aRow + p·aCol].</param>
    /// <param name="aRow">From a row of A to the next.</param>
    /// <param name="aCol">From a column of A to the next.</param>
    /// <param name="b">Element (p, j) is b[p·bRow + j·bCol].</param>
    /// <param name="bRow">From a row of B to the next.</param>
    /// <param name="bCol">From a column of B to the next.</param>
    /// <param name="c">Element (i, j) is c[i·cRow + j].</param>
    /// <param name="cRow">From a row of C to the next.</param>
    /// <param name="beta">With 0 the old C is not read.</param>
    /// <param name="bias">A value for each column, or null.</param>
    public static void Multiply<T>(int m, int n, int k, T* a, nint aRow, nint aCol, T* b, nint bRow, nint bCol,
        T* c, nint cRow, T beta, T* bias = null) where T : unmanaged, INumberBase<T> =>
        Multiply(m, n, k, a, aRow, aCol, b, bRow, bCol, c, cRow, new Terms<T>(T.One, beta, bias));

    /// <summary>C = alpha·A·B + beta·C + columnBias + rowBias.</summary>
    public static void Multiply<T>(int m, int n, int k, T* a, nint aRow, nint aCol, T* b, nint bRow, nint bCol,
        T* c, nint cRow, Terms<T> terms) where T : unmanaged, INumberBase<T>
    {
        if (typeof(T) != typeof(float) && typeof(T) != typeof(double))
        {
            PlainProduct.Multiply(m, n, k, a, aRow, aCol, b, bRow, bCol, c, cRow, terms);
            return;
        }
        if (ThinProduct.TryMultiply(m, n, k, a, aRow, aCol, b, bRow, bCol, c, cRow, terms))
        {
            return;
        }
        Multiply(m, n, k, new StridedPanels<T>(a, aCol, aRow), new StridedPanels<T>(b, bRow, bCol), c, cRow, terms,
            default(NoEpilogue<T>));
    }

    /// <summary>The product of two operands that need not lie in memory; float or double.</summary>
    /// <param name="m">Rows of A and C: the lanes of <paramref name="a"/>.</param>
    /// <param name="n">Columns of B and C: the lanes of <paramref name="b"/>.</param>
    /// <param name="k">The depth of both.</param>
    /// <param name="a">A <see cref="StridedPanels{T}"/> is read where it lies if that is faster; any other source is
    /// packed.</param>
    /// <param name="b">Likewise.</param>
    /// <param name="c">Element (i, j) is c[i·cRow + j].</param>
    /// <param name="cRow">From a row of C to the next.</param>
    /// <param name="terms">alpha, beta and biases.</param>
    /// <param name="epilogue">What to do with finished values, or <see cref="NoEpilogue{T}"/>.</param>
    public static void Multiply<T, TA, TB, TEpilogue>(int m, int n, int k, TA a, TB b, T* c, nint cRow, Terms<T> terms,
        TEpilogue epilogue)
        where T : unmanaged, INumberBase<T>
        where TA : unmanaged, IPanelSource<T>
        where TB : unmanaged, IPanelSource<T>
        where TEpilogue : unmanaged, IEpilogue<T>
    {
        var product = new Product<T, TA, TB, TEpilogue>(m, n, k, a, b, c, cRow, terms, epilogue);
        product.Run();
    }

    /// <summary><paramref name="count"/> products of the same shape: the operands of the next lie a batch stride further; 0
    /// repeats one.</summary>
    public static void MultiplyBatch<T>(int count, int m, int n, int k, T* a, nint aBatch, nint aRow, nint aCol,
        T* b, nint bBatch, nint bRow, nint bCol, T* c, nint cBatch, nint cRow, Terms<T> terms) where T : unmanaged, INumberBase<T>
    {
        if (bBatch == 0 && aBatch == m * aRow && cBatch == m * cRow && terms.RowBias == null && (long)count * m <= int.MaxValue)
        {
            Multiply(count * m, n, k, a, aRow, aCol, b, bRow, bCol, c, cRow, terms);
            return;
        }
        var batch = new Batch<T>(count, m, n, k, a, aBatch, aRow, aCol, b, bBatch, bRow, bCol, c, cBatch, cRow, terms);
        batch.Run();
    }
}
