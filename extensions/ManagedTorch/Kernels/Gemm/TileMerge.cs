using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Brings a tile that was computed apart into C: at C's edges, and where alpha, beta or a row bias ask for more than a
/// sum.</summary>
internal static unsafe class TileMerge<T> where T : unmanaged, INumberBase<T>
{
    /// <summary>c[i, j] = alpha·tile[i, j] + columnBias[j] + rowBias[i] + beta·c[i, j], with unit column strides.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(T* tile, int tileRow, T* c, nint cRow, int rows, int columns, Terms<T> terms)
    {
        bool readC = !T.IsZero(terms.Beta);
        Vector256<T> alpha = Vector256.Create(terms.Alpha), beta = Vector256.Create(terms.Beta);
        for (int i = 0; i < rows; i++, tile += tileRow, c += cRow)
        {
            T rowBias = terms.RowBias == null ? T.Zero : terms.RowBias[i];
            Vector256<T> bias = Vector256.Create(rowBias);
            int j = 0;
            for (; j <= columns - Vector256<T>.Count; j += Vector256<T>.Count)
            {
                Vector256<T> sum = bias + alpha * Vector256.Load(tile + j);
                if (terms.ColumnBias != null)
                {
                    sum += Vector256.Load(terms.ColumnBias + j);
                }
                if (readC)
                {
                    sum += beta * Vector256.Load(c + j);
                }
                sum.Store(c + j);
            }
            for (; j < columns; j++)
            {
                T sum = rowBias + terms.Alpha * tile[j];
                if (terms.ColumnBias != null)
                {
                    sum += terms.ColumnBias[j];
                }
                c[j] = readC ? sum + terms.Beta * c[j] : sum;
            }
        }
    }
}
