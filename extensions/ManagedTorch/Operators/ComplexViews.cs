using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Recorded looks at the parts of complex tensors, and the way back.</summary>
/// <remarks>They share memory; a change in place of a part is not recorded as one of the whole, so do that under
/// no_grad.</remarks>
internal static class ComplexViews
{
    /// <summary>The real parts; a real tensor itself.</summary>
    public static Tensor Real(Tensor x)
    {
        if (!ElementType.IsComplex(x.dtype))
        {
            return x;
        }
        ScalarType type = x.dtype;
        return Tape.Record(ComplexParts.Real(x), "RealBackward0", [x], [], (dy, _) => [Copies.To(dy, type)]);
    }

    /// <summary>The imaginary parts.</summary>
    public static Tensor Imaginary(Tensor x)
    {
        CheckComplex(x, "imag");
        return Tape.Record(ComplexParts.Imaginary(x), "ImagBackward0", [x], [], static (dy, _) =>
            [ComplexArithmetic.FromParts(Creation.Full(dy.Sizes, 0, dy.dtype), dy)]);
    }

    /// <summary>Real and imaginary parts along a new last axis of size 2.</summary>
    public static Tensor AsPairs(Tensor x)
    {
        CheckComplex(x, "view_as_real");
        return Tape.Record(
            ComplexParts.Pairs(x), "ViewAsRealBackward0", [x], [], static (dy, _) => [AsComplex(Copies.AsContiguous(dy))]);
    }

    /// <summary>Pairs along the last axis as complex numbers.</summary>
    public static Tensor AsComplex(Tensor x)
    {
        int last = x.Sizes.Length - 1;
        if (!ElementType.IsFloating(x.dtype) || last < 0 || x.Sizes[last] != 2)
        {
            throw new ArgumentException(
                $"view_as_complex: expected a Float or Double tensor with a last dimension of size 2, got "
                + $"{ElementType.Name(x.dtype)} {Shape.Text(x.Sizes)}");
        }
        if (x.Strides[last] != 1 || x.Offset % 2 != 0 || !Array.TrueForAll(x.Strides[..last], stride => stride % 2 == 0))
        {
            throw new ArgumentException(
                "view_as_complex: Tensor must have a last dimension with stride 1 and else even strides and offset");
        }
        long[] strides = Array.ConvertAll(x.Strides[..last], stride => stride / 2);
        var y = new Tensor(x.Storage, x.Offset / 2, x.Sizes[..last], strides, ElementType.ComplexOf(x.dtype));
        return Tape.Record(y, "ViewAsComplexBackward0", [x], [], static (dy, _) => [AsPairs(dy)]);
    }

    private static void CheckComplex(Tensor x, string name)
    {
        if (!ElementType.IsComplex(x.dtype))
        {
            throw new ArgumentException(
                $"{name} is not implemented for tensors with non-complex dtypes, got {ElementType.Name(x.dtype)}.");
        }
    }
}
