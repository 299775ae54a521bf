using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Products in which a vector takes part.</summary>
internal static class VectorProducts
{
    /// <summary>Σ a[i]·b[i].</summary>
    public static Tensor Dot(Tensor a, Tensor b)
    {
        if (a.Sizes.Length != 1 || b.Sizes.Length != 1)
        {
            throw new ArgumentException($"dot: 1D tensors expected, but got {a.Sizes.Length}D and {b.Sizes.Length}D tensors");
        }
        if (a.dtype != b.dtype)
        {
            throw new ArgumentException(
                $"dot : expected both vectors to have same dtype, but found {ElementType.Name(a.dtype)} and "
                + $"{ElementType.Name(b.dtype)}");
        }
        if (a.Elements != b.Elements)
        {
            throw new ArgumentException(
                $"dot: inconsistent tensor size, expected tensor {Shape.Text(a.Sizes)} and src {Shape.Text(b.Sizes)} to have "
                + $"the same number of elements, but got {a.Elements} and {b.Elements} elements respectively");
        }
        return Views.View(MatrixProducts.Matrices(Views.Unsqueeze(a, 0), Views.Unsqueeze(b, 1)), []);
    }

    /// <summary>Σ conj(a[i])·b[i].</summary>
    public static Tensor ConjugateDot(Tensor a, Tensor b) => Dot(ComplexArithmetic.Conjugate(a), b);

    /// <summary>The product of a matrix [n, k] and a vector [k].</summary>
    public static Tensor MatrixVector(Tensor a, Tensor v)
    {
        if (a.Sizes.Length != 2 || v.Sizes.Length != 1 || a.Sizes[1] != v.Sizes[0])
        {
            throw new ArgumentException(
                $"mv: expected a matrix [n, k] and a vector [k]: size mismatch, got {Shape.Text(a.Sizes)} and "
                + $"{Shape.Text(v.Sizes)}");
        }
        return Views.Squeeze(MatrixProducts.Matrices(a, Views.Unsqueeze(v, 1)), 1);
    }

    /// <summary>a[i]·b[j] of two vectors, shape [n, m].</summary>
    public static Tensor Outer(Tensor a, Tensor b)
    {
        if (a.Sizes.Length != 1 || b.Sizes.Length != 1)
        {
            bool first = a.Sizes.Length != 1;
            throw new ArgumentException(
                $"outer: Expected 1-D argument {(first ? "self" : "vec2")}, but got {(first ? a : b).Sizes.Length}-D");
        }
        return Arithmetic.Multiply(Views.Unsqueeze(a, 1), b);
    }

    /// <summary>Products summed over the last axis of both; a number times the other if one has no axes.</summary>
    public static Tensor Inner(Tensor a, Tensor b)
    {
        if (a.Sizes.Length == 0 || b.Sizes.Length == 0)
        {
            return Arithmetic.Multiply(a, b);
        }
        if (a.Sizes[^1] != b.Sizes[^1])
        {
            throw new ArgumentException(
                $"inner() the last dimension must match on both input tensors but got shapes {Shape.Text(a.Sizes)} and "
                + $"{Shape.Text(b.Sizes)}");
        }
        return Contractions.OverAxes(a, b, [-1], [-1]);
    }

    /// <summary>The vector product of vectors of length 3 along an axis, the rest broadcast.</summary>
    public static Tensor Cross(Tensor a, Tensor b, long dim)
    {
        if (a.Sizes.Length != b.Sizes.Length)
        {
            throw new ArgumentException(
                $"linalg.cross: inputs must have the same number of dimensions, got {Shape.Text(a.Sizes)} and "
                + $"{Shape.Text(b.Sizes)}");
        }
        int axis = Shape.Axis(dim, a.Sizes.Length);
        if (a.Sizes.Length == 0 || a.Sizes[axis] != 3 || b.Sizes[axis] != 3)
        {
            throw new ArgumentException(
                $"linalg.cross: inputs dimension {dim} must have length 3. Got shapes {Shape.Text(a.Sizes)} and "
                + $"{Shape.Text(b.Sizes)}");
        }
        // c[i] = a[i+1]·b[i+2] - a[i+2]·b[i+1], places counted round the end
        return Repeating.Roll(a, [-1], [axis]) * Repeating.Roll(b, [-2], [axis])
            - Repeating.Roll(a, [-2], [axis]) * Repeating.Roll(b, [-1], [axis]);
    }
}
