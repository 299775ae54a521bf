using TorchSharp.Operators;
using TorchSharp.Operators.Einstein;
using TorchSharp.Operators.LinearAlgebra;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The product by the rules for any number of axes: vectors, matrices, and batches that broadcast.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => MatrixProducts.Product(input, target);

    /// <summary>The product of matrices [n, k] and [k, m].</summary>
    public static Tensor mm(Tensor input, Tensor target) => MatrixProducts.Matrices(input, target);

    /// <summary>The products of each pair of matrices of [b, n, k] and [b, k, m].</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => MatrixProducts.Batches(input, batch2);

    /// <summary>The product of a matrix [n, k] and a vector [k].</summary>
    public static Tensor mv(Tensor input, Tensor target) => VectorProducts.MatrixVector(input, target);

    /// <summary>Σ a[i]·b[i] of two vectors.</summary>
    public static Tensor dot(Tensor input, Tensor other) => VectorProducts.Dot(input, other);

    /// <summary>Σ conj(a[i])·b[i] of two vectors.</summary>
    public static Tensor vdot(Tensor input, Tensor target) => VectorProducts.ConjugateDot(input, target);

    /// <summary>Products summed over the last axis of both.</summary>
    public static Tensor inner(Tensor input, Tensor vec2) => VectorProducts.Inner(input, vec2);

    /// <summary>a[i]·b[j] of two vectors, shape [n, m].</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => VectorProducts.Outer(input, vec2);

    /// <summary>a[i]·b[j] of two vectors, shape [n, m].</summary>
    public static Tensor ger(Tensor input, Tensor vec2) => VectorProducts.Outer(input, vec2);

    /// <summary>The sum of the diagonal of a matrix.</summary>
    public static Tensor trace(Tensor input) => Contractions.Trace(input);

    /// <summary>Each square matrix times itself <paramref name="n"/> times; below 0, powers of the inverse.</summary>
    public static Tensor matrix_power(Tensor input, int n) => Contractions.Power(input, n);

    /// <summary>beta·input + alpha·(mat1 times mat2).</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        ScaledProducts.OfMatrices(input, mat1, mat2, beta, alpha);

    /// <summary>beta·input + alpha·(mat1 times mat2), in place; returns the tensor.</summary>
    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        InPlace.Apply(input, old => ScaledProducts.OfMatrices(old, mat1, mat2, beta, alpha));

    /// <summary>beta·input + alpha·(matrix times vector).</summary>
    public static Tensor addmv(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        ScaledProducts.OfMatrixAndVector(input, mat1, mat2, beta, alpha);

    /// <summary>beta·input + alpha·(matrix times vector), in place; returns the tensor.</summary>
    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) =>
        InPlace.Apply(input, old => ScaledProducts.OfMatrixAndVector(old, mat1, mat2, beta, alpha));

    /// <summary>beta·input + alpha·(outer product of the vectors).</summary>
    public static Tensor addr(Tensor input, Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
        ScaledProducts.OfVectors(input, vec1, vec2, beta, alpha);

    /// <summary>beta·input + alpha·(outer product of the vectors), in place; returns the tensor.</summary>
    public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
        InPlace.Apply(input, old => ScaledProducts.OfVectors(old, vec1, vec2, beta, alpha));

    /// <summary>beta·input + alpha·Σ(batch1[i] times batch2[i]).</summary>
    public static Tensor addbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        ScaledProducts.OfBatchSum(input, batch1, batch2, beta, alpha);

    /// <summary>beta·input + alpha·Σ(batch1[i] times batch2[i]), in place; returns the tensor.</summary>
    public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        InPlace.Apply(input, old => ScaledProducts.OfBatchSum(old, batch1, batch2, beta, alpha));

    /// <summary>beta·input[i] + alpha·(batch1[i] times batch2[i]).</summary>
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        ScaledProducts.OfBatches(input, batch1, batch2, beta, alpha);

    /// <summary>Products summed over the last <paramref name="dims"/> axes of one and the first of the other.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long dims = 2) => Contractions.OverLastAxes(a, b, dims);

    /// <summary>Products summed over pairs of axes.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, long[] dims1, long[] dims2) => Contractions.OverAxes(a, b, dims1, dims2);

    /// <summary>Products summed over pairs of axes.</summary>
    public static Tensor tensordot(Tensor a, Tensor b, (long, long)[] dims) =>
        Contractions.OverAxes(a, b, Array.ConvertAll(dims, d => d.Item1), Array.ConvertAll(dims, d => d.Item2));

    /// <summary>The inverse of each square matrix.</summary>
    public static Tensor inverse(Tensor input) => Inverses.Inverse(input);

    /// <summary>The determinant of each square matrix.</summary>
    public static Tensor det(Tensor input) => Determinants.Determinant(input);

    /// <summary>The logarithm of the determinant of each square matrix; NaN where that is negative.</summary>
    public static Tensor logdet(Tensor input) => Determinants.Log(input);

    /// <summary>The pseudo-inverse of each matrix.</summary>
    public static Tensor pinverse(Tensor input, double rcond = 1E-15, bool hermitian = false) =>
        PseudoInverses.PseudoInverse(input, null, rcond, hermitian);

    /// <summary>The product of a chain of matrices, in the order of fewest multiplications.</summary>
    public static Tensor chain_matmul(params Tensor[] matrices) => Contractions.Chain(matrices, "chain_matmul");

    /// <summary>Sums of products by Einstein's rule: "ij,jk->ik" is the product of two matrices.</summary>
    /// <param name="equation">A letter for each axis; letters that are not in the result are summed over; "..." covers any
    /// axes.</param>
    /// <param name="tensors">The operands.</param>
    /// <exception cref="ArgumentException">Not an equation, or one that does not fit the operands.</exception>
    public static Tensor einsum(string equation, params Tensor[] tensors) => EinsteinSum.Of(equation, tensors);

    /// <summary>The p-norms of the differences of all pairs of rows of [.., n, k] and [.., m, k], shape [.., n, m].</summary>
    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2.0, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        AllPairs.Between(x1, x2, p, compute_mode);

    /// <summary>Sign and logarithm of the size of the determinant of each square matrix.</summary>
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => Determinants.SignAndLog(A);
}
