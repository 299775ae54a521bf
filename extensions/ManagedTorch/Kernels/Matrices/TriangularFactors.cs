namespace TorchSharp.Kernels;

/// <summary>PA = LU with row exchanges, and A = LLᵀ; matrices of n rows lie row by row.</summary>
internal static class TriangularFactors
{
    /// <summary>Replaces A by L below the diagonal (its own is 1) and U.</summary>
    /// <param name="a">The matrix, then its factors.</param>
    /// <param name="n">Rows and columns.</param>
    /// <param name="order">Which row of A became row i.</param>
    /// <param name="isOdd">Whether the number of row exchanges is odd.</param>
    /// <returns>0, or the number, from 1, of the first diagonal element of U that is 0.</returns>
    public static int Lu(Span<double> a, int n, Span<int> order, out bool isOdd)
    {
        isOdd = false;
        int firstZero = 0;
        for (int i = 0; i < n; i++)
        {
            order[i] = i;
        }
        for (int k = 0; k < n; k++)
        {
            int pivot = k;
            for (int i = k + 1; i < n; i++)
            {
                pivot = Math.Abs(a[i * n + k]) > Math.Abs(a[pivot * n + k]) ? i : pivot;
            }
            if (pivot != k)
            {
                isOdd = !isOdd;
                (order[k], order[pivot]) = (order[pivot], order[k]);
                for (int j = 0; j < n; j++)
                {
                    (a[k * n + j], a[pivot * n + j]) = (a[pivot * n + j], a[k * n + j]);
                }
            }
            double diagonal = a[k * n + k];
            if (diagonal == 0)
            {
                firstZero = firstZero == 0 ? k + 1 : firstZero;
                continue;
            }
            for (int i = k + 1; i < n; i++)
            {
                double factor = a[i * n + k] /= diagonal;
                AddRow(a.Slice(i * n + k + 1, n - k - 1), a.Slice(k * n + k + 1, n - k - 1), -factor);
            }
        }
        return firstZero;
    }

    /// <summary>Solves LUX = PB in place: b holds PB [n, columns], then X.</summary>
    public static void SolveLu(ReadOnlySpan<double> lu, int n, Span<double> b, int columns)
    {
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++)
            {
                AddRow(b.Slice(i * columns, columns), b.Slice(k * columns, columns), -lu[i * n + k]);
            }
        }
        for (int i = n - 1; i >= 0; i--)
        {
            Span<double> row = b.Slice(i * columns, columns);
            for (int k = i + 1; k < n; k++)
            {
                AddRow(row, b.Slice(k * columns, columns), -lu[i * n + k]);
            }
            foreach (ref double x in row)
            {
                x /= lu[i * n + i];
            }
        }
    }

    /// <summary>Replaces a symmetric A, of which the lower triangle is read, by L, zeros above.</summary>
    /// <returns>0, or the order, from 1, of the first leading minor that is not positive.</returns>
    public static int Cholesky(Span<double> a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Span<double> row = a.Slice(i * n, n);
            for (int j = 0; j <= i; j++)
            {
                ReadOnlySpan<double> other = a.Slice(j * n, n);
                double rest = row[j];
                for (int k = 0; k < j; k++)
                {
                    rest -= row[k] * other[k];
                }
                if (j < i)
                {
                    row[j] = rest / other[j];
                }
                else if (rest > 0)
                {
                    row[i] = Math.Sqrt(rest);
                }
                else
                {
                    return i + 1;
                }
            }
            row[(i + 1)..].Clear();
        }
        return 0;
    }

    private static void AddRow(Span<double> y, ReadOnlySpan<double> x, double factor)
    {
        for (int j = 0; j < y.Length; j++)
        {
            y[j] += factor * x[j];
        }
    }
}
