using System.Numerics;

namespace TorchSharp.Kernels;

/// <summary>The matrix product as a plain loop over rows, for integers, whose sums wrap around.</summary>
internal static unsafe class PlainProduct
{
    public static void Multiply<T>(int m, int n, int k, T* a, nint aRow, nint aCol, T* b, nint bRow, nint bCol,
        T* c, nint cRow, Terms<T> terms) where T : unmanaged, INumberBase<T>
    {
        for (int i = 0; i < m; i++, a += aRow, c += cRow)
        {
            for (int j = 0; j < n; j++)
            {
                T old = T.IsZero(terms.Beta) ? T.Zero : terms.Beta * c[j];
                T bias = (terms.ColumnBias == null ? T.Zero : terms.ColumnBias[j])
                    + (terms.RowBias == null ? T.Zero : terms.RowBias[i]);
                c[j] = old + bias;
            }
            for (int p = 0; p < k; p++)
            {
                T x = terms.Alpha * a[p * aCol];
                T* y = b + p * bRow;
                for (int j = 0; j < n; j++)
                {
                    c[j] += x * y[j * bCol];
                }
            }
        }
    }
}
