using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Products of complex matrices, as four of real ones: (A + Bi)(C + Di) = AC - BD + (AD + BC)i.</summary>
internal static class ComplexProducts
{
    /// <summary>The product of [n, k] and [k, m].</summary>
    public static Tensor Matrices(Tensor a, Tensor b) => Tape.Record(
        FromParts(a, b, MatrixProducts.Matrices), "MmBackward0", [a, b], [a, b], static (dy, node) =>
        [
            // Y = AB: dA = dY·Bᴴ, dB = Aᴴ·dY
            node.Needs(0) ? Matrices(dy, Adjoint(node[1])) : null,
            node.Needs(1) ? Matrices(Adjoint(node[0]), dy) : null,
        ]);

    /// <summary>The products of each pair of matrices of [B, n, k] and [B, k, m].</summary>
    public static Tensor Batches(Tensor a, Tensor b) => Tape.Record(
        FromParts(a, b, MatrixProducts.Batches), "BmmBackward0", [a, b], [a, b], static (dy, node) =>
        [
            node.Needs(0) ? Batches(dy, Adjoint(node[1])) : null,
            node.Needs(1) ? Batches(Adjoint(node[0]), dy) : null,
        ]);

    /// <summary>Each matrix transposed and conjugated; a real one only transposed.</summary>
    public static Tensor Adjoint(Tensor x) => ComplexArithmetic.Conjugate(Views.LastTransposed(x));

    private static Tensor FromParts(Tensor x, Tensor z, Func<Tensor, Tensor, Tensor> product)
    {
        using IDisposable off = GradMode.Set(false);
        Tensor a = ComplexParts.Real(x), b = ComplexParts.Imaginary(x), c = ComplexParts.Real(z), d = ComplexParts.Imaginary(z);
        return ComplexArithmetic.Join(product(a, c) - product(b, d), product(a, d) + product(b, c), x.dtype);
    }
}
