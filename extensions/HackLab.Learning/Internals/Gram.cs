using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>
/// The matrix of all products of columns, G = AᵀA, Gⱼₖ = Σᵢ aᵢⱼ aᵢₖ: what least squares, covariances and Newton's method need.
/// A has n rows and comes in blocks of columns, so that it never has to exist as a whole.
/// </summary>
internal static class Gram
{
    /// <summary>Rows in a block: one of 28 columns is 57 kB and stays in the cache.</summary>
    internal const int BlockRows = 256;

    /// <summary>Writes rows start to end of A, column after column, each <see cref="BlockRows"/> long, zeros at its end.</summary>
    internal delegate void Fill(int start, int end, Span<double> columns);

    /// <summary>AᵀA, shape [d, d], row after row.</summary>
    internal static double[] Of(int n, int d, Fill fill, CancellationToken token)
    {
        double[] g = RowBlocks.Sum(RowBlocks.Map(
            n, 1024,
            (start, end) =>
            {
                var sums = new double[d * d];
                var columns = new double[d * BlockRows];
                for (int from = start; from < end; from += BlockRows)
                {
                    token.ThrowIfCancellationRequested();
                    int to = Math.Min(end, from + BlockRows);
                    if (to - from < BlockRows) Array.Clear(columns);
                    fill(from, to, columns);
                    Add(columns, d, sums);
                }
                return sums;
            },
            token));
        for (int j = 0; j < d; j++)
        {
            for (int k = 0; k < j; k++) g[(k * d) + j] = g[(j * d) + k];
        }
        return g;
    }

    /// <summary>The columns of data less their centers.</summary>
    internal static void Centered(TabularData data, double[] centers, int start, int end, Span<double> columns)
    {
        for (int i = start; i < end; i++)
        {
            ReadOnlySpan<float> row = data.Row(i);
            Span<double> at = columns[(i - start)..];
            for (int j = 0; j < row.Length && j < centers.Length; j++) at[j * BlockRows] = row[j] - centers[j];
        }
    }

    // The lower triangle, two columns against four at a time: eight sums for six loads.
    private static void Add(double[] columns, int d, double[] sums)
    {
        for (int j = 0; j < d; j += 2)
        {
            for (int k = 0; k <= j + 1 && k < d; k += 4)
            {
                if (j + 1 < d && k + 3 < d) AddTile(columns, d, j, k, sums);
                else AddSingle(columns, d, j, k, sums);
            }
        }
    }

    private static void AddSingle(double[] columns, int d, int j, int k, double[] sums)
    {
        for (int row = j; row < Math.Min(j + 2, d); row++)
        {
            for (int column = k; column < Math.Min(k + 4, d); column++)
                sums[(row * d) + column] += Vectors.Dot(columns.AsSpan(row * BlockRows, BlockRows), columns.AsSpan(column * BlockRows, BlockRows));
        }
    }

    private static void AddTile(double[] columns, int d, int j, int k, double[] sums)
    {
        ref double a = ref MemoryMarshal.GetArrayDataReference(columns);
        nuint top = (nuint)(j * BlockRows), left = (nuint)(k * BlockRows);
        Vector256<double> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        for (nuint i = 0; i < BlockRows; i += 4)
        {
            Vector256<double> a0 = Vector256.LoadUnsafe(ref a, top + i), a1 = Vector256.LoadUnsafe(ref a, top + BlockRows + i);
            Vector256<double> b = Vector256.LoadUnsafe(ref a, left + i);
            s00 = Vector256.FusedMultiplyAdd(a0, b, s00);
            s10 = Vector256.FusedMultiplyAdd(a1, b, s10);
            b = Vector256.LoadUnsafe(ref a, left + BlockRows + i);
            s01 = Vector256.FusedMultiplyAdd(a0, b, s01);
            s11 = Vector256.FusedMultiplyAdd(a1, b, s11);
            b = Vector256.LoadUnsafe(ref a, left + (2 * BlockRows) + i);
            s02 = Vector256.FusedMultiplyAdd(a0, b, s02);
            s12 = Vector256.FusedMultiplyAdd(a1, b, s12);
            b = Vector256.LoadUnsafe(ref a, left + (3 * BlockRows) + i);
            s03 = Vector256.FusedMultiplyAdd(a0, b, s03);
            s13 = Vector256.FusedMultiplyAdd(a1, b, s13);
        }
        Put(sums.AsSpan((j * d) + k), s00, s01, s02, s03);
        Put(sums.AsSpan(((j + 1) * d) + k), s10, s11, s12, s13);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Span<double> sums, Vector256<double> s0, Vector256<double> s1, Vector256<double> s2, Vector256<double> s3)
    {
        sums[0] += Vector256.Sum(s0);
        sums[1] += Vector256.Sum(s1);
        sums[2] += Vector256.Sum(s2);
        sums[3] += Vector256.Sum(s3);
    }
}
