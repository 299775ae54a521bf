using MathNet.Numerics.Providers.LinearAlgebra;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.Operators.LinearAlgebra.MatrixBatch;
using static TorchSharp.torch;

namespace TorchSharp.Operators.LinearAlgebra;

/// <summary>A = U·diag(S)·Vᵀ with orthonormal columns in U and V and S ≥ 0, largest first.</summary>
internal static class SingularValues
{
    /// <summary>U [.., m, k], S [.., k] and Vᵀ [.., k, n] with k = min(m, n); full: U [.., m, m] and Vᵀ [.., n, n].</summary>
    public static (Tensor U, Tensor S, Tensor Vh) Decompose(Tensor a, bool full)
    {
        CheckMatrix("linalg.svd", a);
        (Tensor u, Tensor s, Tensor vh) = Values(a, full);
        long m = a.Sizes[^2], n = a.Sizes[^1], k = Math.Min(m, n);
        Tape.RecordMany([u, s, vh], "LinalgSvdBackward0", [a], [u, s, vh], (dys, node) =>
        {
            // Of the full U and V, only the first k columns are determined by A.
            Tensor u = Views.Narrow(node[0], -1, 0, k), v = Transposed(Views.Narrow(node[2], -2, 0, k));
            Tensor? du = dys[0] is null ? null : Views.Narrow(dys[0]!, -1, 0, k);
            Tensor? dv = dys[2] is null ? null : Transposed(Views.Narrow(dys[2]!, -2, 0, k));
            return [Backward(u, node[1], v, du, dys[1], dv)];
        });
        return (u, s, vh);
    }

    /// <summary>The singular values alone, recorded.</summary>
    public static Tensor Only(Tensor a) => Decompose(a, full: false).S;

    // With E[i,j] = s[j]² - s[i]² (1 on the diagonal) and skew(X) = X - Xᵀ:
    // dA = U·[skew(UᵀdU)/E·S + S·skew(VᵀdV)/E + dS]·Vᵀ + (I - UUᵀ)·dU·S⁻¹·Vᵀ + U·S⁻¹·dVᵀ·(I - VVᵀ)
    private static Tensor? Backward(Tensor u, Tensor s, Tensor v, Tensor? du, Tensor? ds, Tensor? dv)
    {
        Tensor vh = Transposed(v);
        Tensor? inner = ds is null ? null : Triangles.Embed(ds, 0, -2, -1);
        if (du is null && dv is null)
        {
            return inner is null ? null : Times(Times(u, inner), vh);
        }
        Tensor squares = s * s, e = Row(squares) - Column(squares) + Identity(s.Sizes[^1], s.dtype);
        Tensor? outer = null;
        if (du is not null)
        {
            Tensor product = Times(Transposed(u), du);
            inner = Sum(inner, (product - Transposed(product)) / e * Row(s));
            if (u.Sizes[^2] > u.Sizes[^1])
            {
                outer = Times((du - Times(u, product)) / Row(s), vh);
            }
        }
        if (dv is not null)
        {
            Tensor product = Times(vh, dv);
            inner = Sum(inner, (product - Transposed(product)) / e * Column(s));
            if (v.Sizes[^2] > v.Sizes[^1])
            {
                outer = Sum(outer, Times(u, Transposed((dv - Times(v, product)) / Row(s))));
            }
        }
        return Sum(outer, Times(Times(u, inner!), vh));
    }

    private static Tensor Sum(Tensor? a, Tensor b) => a is null ? b : a + b;

    private static (Tensor U, Tensor S, Tensor Vh) Values(Tensor a, bool full)
    {
        using IDisposable off = GradMode.Set(false);
        int m = checked((int)a.Sizes[^2]), n = checked((int)a.Sizes[^1]), k = Math.Min(m, n);
        int columns = full ? m : k, rows = full ? n : k;
        Tensor u = Empty(a, m, columns), s = Empty(a, k), vh = Empty(a, rows, n);
        using Tensor doubles = Doubles(a);
        for (int i = 0; i < Count(a); i++)
        {
            Span<double> matrix = At(doubles, i, (long)m * n);
            foreach (double x in matrix)
            {
                if (!double.IsFinite(x))
                {
                    throw new ArgumentException(
                        $"linalg.svd: {Place(a, i)}The algorithm failed to converge because the input matrix contained "
                        + "non-finite values.");
                }
            }
            Span<double> toU = At(u, i, (long)m * columns), toS = At(s, i, k), toVh = At(vh, i, (long)rows * n);
            if (k == 0)
            {
                SetIdentity(toU, columns);
                SetIdentity(toVh, n);
            }
            else if (full || m == n)
            {
                Direct(matrix, m, n, toU, toS, toVh);
            }
            else if (m > n)
            {
                Tall(matrix, m, n, toU, toS, toVh);
            }
            else
            {
                // Aᵀ = V·S·Uᵀ
                double[] transposed = Transpose(matrix, m, n), v = new double[n * m], uh = new double[m * m];
                Tall(transposed, n, m, v, toS, uh);
                Transpose(uh, m, m).CopyTo(toU);
                Transpose(v, n, m).CopyTo(toVh);
            }
        }
        return (Copies.To(u, a.dtype), Copies.To(s, a.dtype), Copies.To(vh, a.dtype));
    }

    // A = QR and R = U'SVᵀ, so U = QU': never needs m × m numbers.
    private static void Tall(ReadOnlySpan<double> a, int m, int n, Span<double> u, Span<double> s, Span<double> vh)
    {
        double[] factors = a.ToArray(), q = new double[m * n], inner = new double[n * n];
        Householder.Factor(factors, m, n, q, n);
        Direct(factors.AsSpan(0, n * n), n, n, inner, s, vh);
        u.Clear();
        for (int i = 0; i < m; i++)
        {
            for (int k = 0; k < n; k++)
            {
                double factor = q[i * n + k];
                for (int j = 0; j < n; j++)
                {
                    u[i * n + j] += factor * inner[k * n + j];
                }
            }
        }
    }

    // The library reads column by column: what lies there row by row is Aᵀ = V·S·Uᵀ, and its results lie transposed, too.
    private static void Direct(ReadOnlySpan<double> a, int m, int n, Span<double> u, Span<double> s, Span<double> vh)
    {
        double[] values = new double[Math.Min(m, n)], left = new double[n * n], right = new double[m * m];
        ManagedLinearAlgebraProvider.Instance.SingularValueDecomposition(true, a.ToArray(), n, m, values, left, right);
        values.CopyTo(s);
        left.CopyTo(vh);
        right.CopyTo(u);
    }

    private static double[] Transpose(ReadOnlySpan<double> a, int m, int n)
    {
        var y = new double[m * n];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                y[j * m + i] = a[i * n + j];
            }
        }
        return y;
    }

    private static void SetIdentity(Span<double> a, int n)
    {
        a.Clear();
        for (int i = 0; i < n && i * (n + 1) < a.Length; i++)
        {
            a[i * (n + 1)] = 1;
        }
    }
}
