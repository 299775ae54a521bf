using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.Operators.LinearAlgebra.MatrixBatch;
using static TorchSharp.torch;

namespace TorchSharp.Operators.LinearAlgebra;

/// <summary>A = LLᵀ of symmetric, positive-definite matrices.</summary>
internal static class Choleskies
{
    /// <summary>The lower triangle L of each matrix.</summary>
    /// <exception cref="ArgumentException">One is not positive-definite.</exception>
    public static Tensor Decompose(Tensor a)
    {
        CheckSquare("linalg.cholesky", a);
        CheckMatrix("linalg.cholesky", a);
        Tensor l;
        using (GradMode.Set(false))
        {
            Tensor factors = Doubles(a);
            int n = checked((int)a.Sizes[^1]);
            for (int i = 0; i < Count(a); i++)
            {
                int order = TriangularFactors.Cholesky(At(factors, i, (long)n * n), n);
                if (order > 0)
                {
                    throw new ArgumentException(
                        $"linalg.cholesky: {Place(a, i)}The factorization could not be completed because the input is not "
                        + $"positive-definite (the leading minor of order {order} is not positive-definite).");
                }
            }
            l = Copies.To(factors, a.dtype);
        }
        // A = LLᵀ: with P = the lower triangle of LᵀdL, its diagonal halved, dA = the symmetric half of L⁻ᵀ P L⁻¹
        return Tape.Record(l, "LinalgCholeskyExBackward0", [a], [l], static (dl, node) =>
        {
            Tensor l = node[0], product = Times(Transposed(l), dl);
            Tensor p = (Triangles.Lower(product, 0) + Triangles.Lower(product, -1)) * 0.5;
            Tensor inverse = Inverses.Inverse(l), s = Times(Times(Transposed(inverse), p), inverse);
            return [(s + Transposed(s)) * 0.5];
        });
    }
}
