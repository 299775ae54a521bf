using TorchSharp.Operators;
using TorchSharp.Operators.LinearAlgebra;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The product by the rules for any number of axes: vectors, matrices, and batches that broadcast.</summary>
        public Tensor matmul(Tensor target) => MatrixProducts.Product(this, target);

        /// <summary>The product of matrices [n, k] and [k, m].</summary>
        public Tensor mm(Tensor target) => MatrixProducts.Matrices(this, target);

        /// <summary>The products of each pair of matrices of [b, n, k] and [b, k, m].</summary>
        public Tensor bmm(Tensor batch2) => MatrixProducts.Batches(this, batch2);

        /// <summary>The product of a matrix [n, k] and a vector [k].</summary>
        public Tensor mv(Tensor target) => VectorProducts.MatrixVector(this, target);

        /// <summary>Σ a[i]·b[i] of two vectors.</summary>
        public Tensor dot(Tensor target) => VectorProducts.Dot(this, target);

        /// <summary>Σ conj(a[i])·b[i] of two vectors.</summary>
        public Tensor vdot(Tensor target) => VectorProducts.ConjugateDot(this, target);

        /// <summary>Products summed over the last axis of both.</summary>
        public Tensor inner(Tensor vec2) => VectorProducts.Inner(this, vec2);

        /// <summary>a[i]·b[j] of two vectors, shape [n, m].</summary>
        public Tensor outer(Tensor vec2) => VectorProducts.Outer(this, vec2);

        /// <summary>a[i]·b[j] of two vectors, shape [n, m].</summary>
        public Tensor ger(Tensor vec2) => VectorProducts.Outer(this, vec2);

        /// <summary>The sum of the diagonal of a matrix.</summary>
        public Tensor trace() => Contractions.Trace(this);

        /// <summary>Each square matrix times itself <paramref name="n"/> times; below 0, powers of the inverse.</summary>
        public Tensor matrix_power(int n) => Contractions.Power(this, n);

        /// <summary>beta·input + alpha·(mat1 times mat2).</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            ScaledProducts.OfMatrices(this, mat1, mat2, beta, alpha);

        /// <summary>beta·input + alpha·(mat1 times mat2), in place; returns the tensor.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            InPlace.Apply(this, old => ScaledProducts.OfMatrices(old, mat1, mat2, beta, alpha));

        /// <summary>beta·input + alpha·(matrix times vector).</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            ScaledProducts.OfMatrixAndVector(this, mat, vec, beta, alpha);

        /// <summary>beta·input + alpha·(matrix times vector), in place; returns the tensor.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            InPlace.Apply(this, old => ScaledProducts.OfMatrixAndVector(old, mat, vec, beta, alpha));

        /// <summary>beta·input + alpha·(outer product of the vectors).</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
            ScaledProducts.OfVectors(this, vec1, vec2, beta, alpha);

        /// <summary>beta·input + alpha·(outer product of the vectors), in place; returns the tensor.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
            InPlace.Apply(this, old => ScaledProducts.OfVectors(old, vec1, vec2, beta, alpha));

        /// <summary>beta·input + alpha·Σ(batch1[i] times batch2[i]).</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            ScaledProducts.OfBatchSum(this, batch1, batch2, beta, alpha);

        /// <summary>beta·input + alpha·Σ(batch1[i] times batch2[i]), in place; returns the tensor.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            InPlace.Apply(this, old => ScaledProducts.OfBatchSum(old, batch1, batch2, beta, alpha));

        /// <summary>beta·input[i] + alpha·(batch1[i] times batch2[i]).</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            ScaledProducts.OfBatches(this, batch1, batch2, beta, alpha);

        /// <summary>Products summed over the last <paramref name="dims"/> axes of one and the first of the other.</summary>
        public Tensor tensordot(Tensor b, long dims = 2) => Contractions.OverLastAxes(this, b, dims);

        /// <summary>Products summed over pairs of axes.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Contractions.OverAxes(this, b, dims1, dims2);

        /// <summary>Products summed over pairs of axes.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            Contractions.OverAxes(this, b, Array.ConvertAll(dims, d => d.Item1), Array.ConvertAll(dims, d => d.Item2));

        /// <summary>The inverse of each square matrix.</summary>
        public Tensor inverse() => Inverses.Inverse(this);

        /// <summary>The determinant of each square matrix.</summary>
        public Tensor det() => Determinants.Determinant(this);

        /// <summary>The logarithm of the determinant of each square matrix; NaN where that is negative.</summary>
        public Tensor logdet() => Determinants.Log(this);

        /// <summary>The pseudo-inverse of each matrix.</summary>
        public Tensor pinverse(double rcond = 1E-15, bool hermitian = false) =>
            PseudoInverses.PseudoInverse(this, null, rcond, hermitian);
    }
}
