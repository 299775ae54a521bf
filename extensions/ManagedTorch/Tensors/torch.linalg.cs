using TorchSharp.Operators;
using TorchSharp.Operators.LinearAlgebra;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra on matrices and batches of them, float32 or float64; computed in float64.</summary>
    public static partial class linalg
    {
        /// <summary>Which parts of A = QR <see cref="qr"/> gives.</summary>
        public enum QRMode
        {
            /// <summary>Q [.., m, k] and R [.., k, n] with k = min(m, n).</summary>
            Reduced = 0,

            /// <summary>Q [.., m, m] and R [.., m, n].</summary>
            Complete = 1,

            /// <summary>R alone; Q is empty.</summary>
            R = 2,
        }

        /// <summary>The inverse of each matrix.</summary>
        /// <exception cref="ArgumentException">One is singular.</exception>
        public static Tensor inv(Tensor input) => Inverses.Inverse(input);

        /// <summary>X with AX = B, or XA = B if not <paramref name="left"/>; B holds matrices, or a vector for each matrix of
        /// A.</summary>
        /// <exception cref="ArgumentException">A matrix is singular.</exception>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Inverses.Solve(A, B, left);

        /// <summary>The determinant of each matrix.</summary>
        public static Tensor det(Tensor input) => Determinants.Determinant(input);

        /// <summary>Sign, and logarithm of the size, of the determinant of each matrix; 0 and -∞ for a singular one.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Determinants.SignAndLog(input);

        /// <summary>The lower triangle L of each symmetric, positive-definite matrix A = LLᵀ; its lower triangle is
        /// read.</summary>
        /// <exception cref="ArgumentException">One is not positive-definite.</exception>
        public static Tensor cholesky(Tensor input) => Choleskies.Decompose(input);

        /// <summary>A = QR with orthonormal columns in Q and an upper triangle R.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced)
        {
            (Tensor q, Tensor r) = OrthogonalFactors.Decompose(input, mode == QRMode.Complete);
            return mode == QRMode.R ? (Tensor.Empty([0], input.dtype), r) : (q, r);
        }

        /// <summary>A = U·diag(S)·Vᵀ; S largest first. With <paramref name="fullMatrices"/>, U and V are square.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) =>
            SingularValues.Decompose(input, fullMatrices);

        /// <summary>The singular values of each matrix, largest first.</summary>
        public static Tensor svdvals(Tensor input) => SingularValues.Only(input);

        /// <summary>Eigenvalues, smallest first, and orthonormal eigenvectors (columns) of symmetric matrices.</summary>
        /// <param name="input">The matrices.</param>
        /// <param name="UPLO">Which triangle is read: L, the lower, or U, the upper one.</param>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => EigenSystems.Symmetric(input, UPLO, "linalg.eigh");

        /// <summary>Eigenvalues of symmetric matrices, smallest first.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') =>
            EigenSystems.Symmetric(input, UPLO, "linalg.eigvalsh").Values;

        /// <summary>Complex eigenvalues and eigenvectors (columns of length 1) of square matrices. Derivatives are not
        /// offered.</summary>
        public static (Tensor, Tensor) eig(Tensor input) => EigenSystems.General(input, "linalg.eig");

        /// <summary>Complex eigenvalues of square matrices. Derivatives are not offered.</summary>
        public static Tensor eigvals(Tensor input) => EigenSystems.General(input, "linalg.eigvals").Values;

        /// <summary>X for which |AX - B| is smallest, the sums of squares left, the rank of A, and an empty tensor.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            PseudoInverses.LeastSquares(input, other, null);

        /// <summary>As <see cref="lstsq(Tensor, Tensor)"/>; singular values below rcond times the largest count as 0.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input, Tensor other, double rcond) => PseudoInverses.LeastSquares(input, other, rcond);

        /// <summary>The pseudo-inverse of each matrix; singular values up to max(atol, rtol·largest) count as 0.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            PseudoInverses.PseudoInverse(input, atol, rtol, hermitian);

        /// <summary>The pseudo-inverse of each matrix, with thresholds for each.</summary>
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            PseudoInverses.PseudoInverse(input, atol, rtol, hermitian);

        /// <summary>How many singular values of each matrix lie above max(atol, rtol·largest).</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            PseudoInverses.Rank(input, atol, rtol, hermitian);

        /// <summary>The rank of each matrix, with thresholds for each.</summary>
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            PseudoInverses.Rank(input, atol, rtol, hermitian);

        /// <summary>(Σ|x|ᵖ)^(1/p) over some axes; all if none is named.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2.0, long[]? dims = null, bool keepdim = false) =>
            Norms.Norm(input, ord, dims ?? [], keepdim);

        /// <summary>A norm of matrices: ±1 sums of columns, ±∞ sums of rows, ±2 singular values; largest or smallest.</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            MatrixNorms.Norm(input, ord, dims ?? [-2, -1], keepdim, "linalg.matrix_norm");

        /// <summary>A norm of matrices: fro, the root of the sum of squares, or nuc, the sum of singular values.</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            MatrixNorms.Norm(input, ord, dims ?? [-2, -1], keepdim, "linalg.matrix_norm");

        /// <summary>The root of the sum of squares over some axes; all if none is named.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            MatrixNorms.Norm(input, null, dims, keepdim);

        /// <summary>The norm of that order of vectors (one axis) or matrices (two).</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            MatrixNorms.Norm(input, ord, dims, keepdim);

        /// <summary>The norm of that order of vectors (one axis) or matrices (two).</summary>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            MatrixNorms.Norm(input, ord, dims, keepdim);

        /// <summary>The norm of matrices by name: fro or nuc.</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            MatrixNorms.Norm(input, ord, dims ?? [-2, -1], keepdim, "linalg.norm");

        /// <summary>The condition number of each matrix: its largest singular value over the smallest one.</summary>
        public static Tensor cond(Tensor input) => MatrixNorms.Condition(input, (double?)null);

        /// <summary>The condition number |A|·|A⁻¹| of each matrix, by a norm's order.</summary>
        public static Tensor cond(Tensor input, double p) => MatrixNorms.Condition(input, p);

        /// <summary>The condition number |A|·|A⁻¹| of each matrix, by a norm's order.</summary>
        public static Tensor cond(Tensor input, int p) => MatrixNorms.Condition(input, p);

        /// <summary>The condition number |A|·|A⁻¹| of each matrix, by a norm's name.</summary>
        public static Tensor cond(Tensor input, string p) => MatrixNorms.Condition(input, p);

        /// <summary>The vector product of vectors of length 3 along an axis.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => VectorProducts.Cross(input, other, dim);

        /// <summary>The product of a chain of matrices, in the order of fewest multiplications; the ends may be
        /// vectors.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => tensors.Count >= 2
            ? Contractions.Chain([.. tensors], "multi_dot")
            : throw new ArgumentException($"multi_dot(): expected at least 2 tensors but got {tensors.Count}");

        /// <summary>The diagonal of each matrix; a view.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            Views.Diagonal(input, offset, dim1, dim2);

        /// <summary>Σ conj(x)·y along an axis.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            Copies.Out(Reductions.Sum(ComplexArithmetic.Conjugate(x) * y, [dim], keepdim: false), @out);
    }
}
