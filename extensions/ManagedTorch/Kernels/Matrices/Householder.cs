namespace TorchSharp.Kernels;

/// <summary>A = QR by reflections, with the signs of LAPACK; matrices lie row by row.</summary>
internal static class Householder
{
    /// <summary>Replaces A [m, n] by R (zeros below the diagonal) and writes the first <paramref name="columns"/> columns of Q
    /// [m, columns].</summary>
    public static void Factor(Span<double> a, int m, int n, Span<double> q, int columns)
    {
        int steps = Math.Min(m, n);
        var reflectors = new double[steps * m];    // row k: the vector v of H = I - tau v vᵀ, zeros before k, 1 at k
        var taus = new double[steps];
        for (int k = 0; k < steps; k++)
        {
            Span<double> v = reflectors.AsSpan(k * m, m);
            taus[k] = Reflector(a, m, n, k, v);
            Apply(a, m, n, k, v, taus[k], first: k);
        }
        for (int i = 1; i < m; i++)
        {
            a.Slice(i * n, Math.Min(i, n)).Clear();
        }
        q.Clear();
        for (int j = 0; j < columns; j++)
        {
            q[j * columns + j] = 1;
        }
        for (int k = steps - 1; k >= 0; k--)
        {
            Apply(q, m, columns, k, reflectors.AsSpan(k * m, m), taus[k], first: 0);
        }
    }

    // tau and v that make column k, from row k down, a multiple of the first unit vector; 0 if it is one already.
    private static double Reflector(ReadOnlySpan<double> a, int m, int n, int k, Span<double> v)
    {
        double largest = 0;
        for (int i = k + 1; i < m; i++)
        {
            largest = Math.Max(largest, Math.Abs(a[i * n + k]));
        }
        double alpha = a[k * n + k];
        v[k] = 1;
        if (largest == 0)
        {
            return 0;
        }
        double scale = Math.Max(largest, Math.Abs(alpha)), squares = 0;    // scaled, so that squares cannot overflow
        for (int i = k; i < m; i++)
        {
            double x = a[i * n + k] / scale;
            squares += x * x;
        }
        double beta = -Math.CopySign(scale * Math.Sqrt(squares), alpha);
        for (int i = k + 1; i < m; i++)
        {
            v[i] = a[i * n + k] / (alpha - beta);
        }
        return (beta - alpha) / beta;
    }

    // A -= tau v (vᵀA) in rows from k and columns from first.
    private static void Apply(Span<double> a, int m, int n, int k, ReadOnlySpan<double> v, double tau, int first)
    {
        if (tau == 0)
        {
            return;
        }
        for (int j = first; j < n; j++)
        {
            double dot = 0;
            for (int i = k; i < m; i++)
            {
                dot += v[i] * a[i * n + j];
            }
            dot *= tau;
            for (int i = k; i < m; i++)
            {
                a[i * n + j] -= dot * v[i];
            }
        }
    }
}
