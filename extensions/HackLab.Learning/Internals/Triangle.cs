namespace HackLab.Learning.Internals;

/// <summary>Lower triangular matrices, shape [n, n] row after row: the Cholesky factor L of A = L Lᵀ and its inverse.</summary>
internal static class Triangle
{
    /// <summary>L, or null if A is not positive definite to rounding.</summary>
    internal static double[]? Factor(ReadOnlySpan<double> a, int n)
    {
        var l = new double[n * n];
        for (int i = 0; i < n; i++) a.Slice(i * n, i + 1).CopyTo(l.AsSpan(i * n));
        return FactorInPlace(l, n, CancellationToken.None) ? l : null;
    }

    /// <summary>Puts L over the lower triangle of A; false if A is not positive definite to rounding.</summary>
    internal static bool FactorInPlace(double[] a, int n, CancellationToken token)
    {
        // In blocks of columns: once a block stands, all rows below it are worked on at the same time.
        const int Block = 64;
        for (int from = 0; from < n; from += Block)
        {
            token.ThrowIfCancellationRequested();
            int to = Math.Min(n, from + Block), first = from;
            for (int i = from; i < to; i++)
            {
                if (!Row(a, n, i, first, i + 1)) return false;
            }
            RowBlocks.For(n - to, 32, (start, end) =>
            {
                for (int i = to + start; i < to + end; i++) Row(a, n, i, first, to);
            });
        }
        return true;
    }

    // Lᵢⱼ = (Aᵢⱼ − Σ Lᵢₖ Lⱼₖ) / Lⱼⱼ for some j; on the diagonal the root.
    private static bool Row(double[] a, int n, int i, int from, int to)
    {
        for (int j = from; j < to; j++)
        {
            double left = a[(i * n) + j] - Vectors.Dot(a.AsSpan(i * n, j), a.AsSpan(j * n, j));
            if (j < i) a[(i * n) + j] = left / a[(j * n) + j];
            else if (left > 1e-14 * a[(i * n) + i]) a[(i * n) + i] = Math.Sqrt(left);
            else return false;
        }
        return true;
    }

    /// <summary>x of L Lᵀ x = b.</summary>
    internal static double[] Solve(double[] l, double[] b, int n)
    {
        double[] x = [.. b];
        for (int i = 0; i < n; i++) x[i] = (x[i] - Vectors.Dot(l.AsSpan(i * n, i), x.AsSpan(0, i))) / l[i * (n + 1)];
        for (int i = n - 1; i >= 0; i--)
        {
            x[i] /= l[i * (n + 1)];
            Vectors.AddScaled(x.AsSpan(0, i), -x[i], l.AsSpan(i * n, i));
        }
        return x;
    }

    /// <summary>L⁻¹, by solving L X = I column by column.</summary>
    internal static double[] Inverse(double[] l, int n)
    {
        var inverse = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            Span<double> row = inverse.AsSpan(i * n, i + 1);
            for (int k = 0; k < i; k++) Vectors.AddScaled(row[..(k + 1)], -l[(i * n) + k], inverse.AsSpan(k * n, k + 1));
            row[i] = 1;
            for (int j = 0; j <= i; j++) row[j] /= l[(i * n) + i];
        }
        return inverse;
    }

    /// <summary>‖L⁻¹ v‖² = vᵀ A⁻¹ v: the squared Mahalanobis length.</summary>
    internal static double SquaredLength(ReadOnlySpan<double> inverse, ReadOnlySpan<double> v)
    {
        double sum = 0;
        for (int i = 0; i < v.Length; i++)
        {
            double y = Vectors.Dot(inverse.Slice(i * v.Length, i + 1), v[..(i + 1)]);
            sum += y * y;
        }
        return sum;
    }

    /// <summary>log det L = Σ log Lᵢᵢ, half of log det A.</summary>
    internal static double LogDeterminant(ReadOnlySpan<double> l, int n)
    {
        double sum = 0;
        for (int i = 0; i < n; i++) sum += Math.Log(l[(i * n) + i]);
        return sum;
    }
}
