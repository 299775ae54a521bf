using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.Operators.LinearAlgebra.MatrixBatch;
using static TorchSharp.torch;

namespace TorchSharp.Operators.LinearAlgebra;

/// <summary>Determinants, by LU decomposition.</summary>
internal static class Determinants
{
    /// <summary>The determinant of each matrix.</summary>
    public static Tensor Determinant(Tensor a)
    {
        (Tensor sign, Tensor log) = Factored(a, "linalg.det", asProduct: true);
        log.Dispose();
        return Tape.Record(sign, "LinalgDetBackward0", [a], [a, sign], static (dy, node) =>
        {
            // d det(A)/dA = det(A)·A⁻ᵀ, the matrix of cofactors, which a singular A has too.
            Tensor factor = Column(Column(dy));
            return [factor * (
                HasZero(node[1]) ? Cofactors(node[0]) : Column(Column(node[1])) * Transposed(Inverses.Inverse(node[0])))];
        });
    }

    /// <summary>Sign, and logarithm of the size, of the determinant of each matrix; 0 and -∞ for a singular one.</summary>
    public static (Tensor Sign, Tensor Log) SignAndLog(Tensor a)
    {
        (Tensor sign, Tensor log) = Factored(a, "linalg.slogdet", asProduct: false);
        // d log|det(A)|/dA = A⁻ᵀ
        Tape.Record(log, "LinalgSlogdetBackward0", [a], [a], static (dy, node) =>
            [Column(Column(dy)) * Transposed(Inverses.Inverse(node[0]))]);
        return (sign, log);
    }

    /// <summary>log det(A); NaN where the determinant is negative.</summary>
    public static Tensor Log(Tensor a)
    {
        (Tensor sign, Tensor log) = SignAndLog(a);
        return Selection.Where(Comparisons.Compare<Less>(sign, 0), double.NaN, log);
    }

    private static (Tensor Sign, Tensor Log) Factored(Tensor a, string name, bool asProduct)
    {
        CheckSquare(name, a);
        CheckMatrix(name, a);
        using IDisposable off = GradMode.Set(false);
        int n = checked((int)a.Sizes[^1]), count = Count(a);
        using Tensor factors = Doubles(a);
        Tensor signs = Empty(a), logs = Empty(a);
        Span<double> sign = At(signs, 0, count), log = At(logs, 0, count);
        var order = new int[n];
        for (int i = 0; i < count; i++)
        {
            Span<double> lu = At(factors, i, (long)n * n);
            TriangularFactors.Lu(lu, n, order, out bool isOdd);
            sign[i] = isOdd ? -1 : 1;
            log[i] = 0;
            for (int k = 0; k < n; k++)
            {
                double pivot = lu[k * n + k];
                sign[i] *= asProduct ? pivot : Math.Sign(pivot);
                log[i] += Math.Log(Math.Abs(pivot));
            }
        }
        return (Copies.To(signs, a.dtype), Copies.To(logs, a.dtype));
    }

    private static bool HasZero(Tensor det)
    {
        using IDisposable off = GradMode.Set(false);
        return Reductions.Sum(Comparisons.Compare<Equal>(det, 0), [], keepdim: false).ToInt64() > 0;
    }

    // From A = USVᵀ: det(UV)·U·diag(Πⱼ≠ᵢ s[j])·Vᵀ. Not recorded: second derivatives at singular matrices are not offered.
    private static Tensor Cofactors(Tensor a)
    {
        if (GradMode.Enabled)
        {
            throw new InvalidOperationException(
                "linalg.det: derivatives of derivatives are not offered where a matrix is singular.");
        }
        (Tensor u, Tensor s, Tensor vh) = SingularValues.Decompose(a, full: false);
        int n = checked((int)s.Sizes[^1]);
        using Tensor values = Doubles(s);
        Tensor products = Tensor.Empty(s.Sizes, ScalarType.Float64);
        for (int i = 0; i < Count(a); i++)
        {
            Span<double> from = At(values, i, n), to = At(products, i, n);
            for (int k = 0; k < n; k++)
            {
                to[k] = 1;
                for (int j = 0; j < n; j++)
                {
                    to[k] *= j == k ? 1 : from[j];
                }
            }
        }
        Tensor sign = Column(Column(Determinant(u) * Determinant(vh)));
        return sign * Times(u * Row(Copies.To(products, a.dtype)), vh);
    }
}
