using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace HackLab.Quantum.Internals;

/// <summary>Eigenvalues of Hermitian matrices.</summary>
internal static class Hermitian
{
    /// <summary>All eigenvalues of a density matrix, largest first; rounding below 0 is taken away.</summary>
    internal static double[] Eigenvalues(Complex[,] values) =>
        [.. Decompose(Matrix<Complex>.Build.DenseOfArray(values)).EigenValues.Select(v => Math.Max(0, v.Real)).OrderDescending()];

    /// <summary>(Tr √(√ρ σ √ρ))².</summary>
    internal static double Fidelity(Complex[,] rho, Complex[,] sigma)
    {
        Evd<Complex> parts = Decompose(Matrix<Complex>.Build.DenseOfArray(rho));
        MathNet.Numerics.LinearAlgebra.Vector<Complex> roots = parts.EigenValues.Map(v => new Complex(Math.Sqrt(Math.Max(0, v.Real)), 0));
        Matrix<Complex> root = parts.EigenVectors * Matrix<Complex>.Build.DiagonalOfDiagonalVector(roots) * parts.EigenVectors.ConjugateTranspose();
        Matrix<Complex> product = root * Matrix<Complex>.Build.DenseOfArray(sigma) * root;
        double sum = Decompose((product + product.ConjugateTranspose()) / 2).EigenValues.Sum(v => Math.Sqrt(Math.Max(0, v.Real)));
        return sum * sum;
    }

    private static Evd<Complex> Decompose(Matrix<Complex> matrix) => matrix.Evd(Symmetricity.Hermitian);
}
