namespace HackLab.Learning.Internals;

/// <summary>Solves A x = b for a symmetric positive definite matrix.</summary>
internal static class Cholesky
{
    /// <summary>
    /// The solution, or null if A is not positive definite to rounding. Both arguments are overwritten.
    /// </summary>
    /// <param name="a">Shape [n, n]; only the lower triangle is read.</param>
    /// <param name="b">Shape [n].</param>
    /// <param name="smallestPivot">The least share of a diagonal value that must be left of it.</param>
    public static double[]? Solve(double[,] a, double[] b, double smallestPivot = 1e-14)
    {
        int n = b.Length;
        for (int j = 0; j < n; j++)
        {
            double pivot = a[j, j], least = smallestPivot * Math.Abs(pivot);
            for (int k = 0; k < j; k++) pivot -= a[j, k] * a[j, k];
            if (!(pivot > least)) return null;
            a[j, j] = Math.Sqrt(pivot);
            for (int i = j + 1; i < n; i++)
            {
                double sum = a[i, j];
                for (int k = 0; k < j; k++) sum -= a[i, k] * a[j, k];
                a[i, j] = sum / a[j, j];
            }
        }
        for (int i = 0; i < n; i++)
        {
            for (int k = 0; k < i; k++) b[i] -= a[i, k] * b[k];
            b[i] /= a[i, i];
        }
        for (int i = n - 1; i >= 0; i--)
        {
            for (int k = i + 1; k < n; k++) b[i] -= a[k, i] * b[k];
            b[i] /= a[i, i];
        }
        return b;
    }
}
