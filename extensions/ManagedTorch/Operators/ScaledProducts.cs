using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>beta·input + alpha·product, the input stretched to the product; with beta = 0 it is not read.</summary>
internal static class ScaledProducts
{
    /// <summary>With the product of two matrices.</summary>
    public static Tensor OfMatrices(Tensor input, Tensor a, Tensor b, float beta, float alpha) =>
        Sum(input, MatrixProducts.Matrices(a, b), beta, alpha, "addmm");

    /// <summary>With the product of a matrix and a vector.</summary>
    public static Tensor OfMatrixAndVector(Tensor input, Tensor a, Tensor v, float beta, float alpha) =>
        Sum(input, VectorProducts.MatrixVector(a, v), beta, alpha, "addmv");

    /// <summary>With the outer product of two vectors.</summary>
    public static Tensor OfVectors(Tensor input, Tensor a, Tensor b, float beta, float alpha) =>
        Sum(input, VectorProducts.Outer(a, b), beta, alpha, "addr");

    /// <summary>With the product of each pair of matrices of two batches.</summary>
    public static Tensor OfBatches(Tensor input, Tensor a, Tensor b, float beta, float alpha) =>
        Sum(input, MatrixProducts.Batches(a, b), beta, alpha, "baddbmm");

    /// <summary>With the sum of the products of all pairs of matrices of two batches.</summary>
    public static Tensor OfBatchSum(Tensor input, Tensor a, Tensor b, float beta, float alpha) =>
        Sum(input, Reductions.Sum(MatrixProducts.Batches(a, b), [0], keepdim: false, a.dtype), beta, alpha, "addbmm");

    private static Tensor Sum(Tensor input, Tensor product, float beta, float alpha, string name)
    {
        long[] sizes = Shape.Broadcast(input.Sizes, product.Sizes, name);
        if (!sizes.AsSpan().SequenceEqual(product.Sizes))
        {
            throw new ArgumentException(
                $"{name}: the input {Shape.Text(input.Sizes)} cannot be stretched to the product {Shape.Text(product.Sizes)}");
        }
        MatrixProducts.CheckTypes(name, input, product);
        Tensor scaled = alpha == 1 ? product : product * Factor(alpha, product, name);
        return beta == 0 ? scaled : scaled + (beta == 1 ? input : input * Factor(beta, input, name));
    }

    private static Scalar Factor(float factor, Tensor x, string name)
    {
        if (ElementType.IsDifferentiable(x.dtype))
        {
            return factor;
        }
        return factor == MathF.Floor(factor)
            ? (long)factor
            : throw new ArgumentException(
                $"{name}: for whole-number tensors, beta and alpha must be whole numbers, got {factor}");
    }
}
