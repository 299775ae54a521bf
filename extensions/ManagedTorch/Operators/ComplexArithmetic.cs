using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>What differs for complex numbers, done on their real and imaginary parts.</summary>
internal static class ComplexArithmetic
{
    /// <summary>The conjugate of a complex tensor; a real one itself. Recorded.</summary>
    public static Tensor Conjugate(Tensor x)
    {
        if (!ElementType.IsComplex(x.dtype))
        {
            return x;
        }
        Tensor y = Copies.Contiguous(x);
        Tensor imaginary = ComplexParts.Imaginary(y);
        Arithmetic.NumericInto<Times>(imaginary, imaginary, Creation.Full([], -1, imaginary.dtype));
        return Tape.Record(y, "ConjBackward0", [x], [], static (dy, _) => [Conjugate(dy)]);
    }

    /// <summary>A copy of the real parts, recorded.</summary>
    public static Tensor RealPart(Tensor x)
    {
        Tensor y = Copies.Contiguous(ComplexParts.Real(x));
        ScalarType type = x.dtype;
        return Tape.Record(y, "RealBackward0", [x], [], (dy, _) => [Copies.To(dy, type)]);
    }

    /// <summary>A real formula that works on the parts alone: sum and difference.</summary>
    public static void PartByPart<TOp>(Tensor y, Tensor a, Tensor b) where TOp : struct, INumericOp
    {
        Arithmetic.NumericInto<TOp>(ComplexParts.Real(y), ComplexParts.Real(a), ComplexParts.Real(b));
        Arithmetic.NumericInto<TOp>(ComplexParts.Imaginary(y), ComplexParts.Imaginary(a), ComplexParts.Imaginary(b));
    }

    /// <summary>(a + bi)(c + di) = ac - bd + (ad + bc)i; not recorded.</summary>
    public static Tensor Multiply(Tensor x, Tensor z, ScalarType type)
    {
        using IDisposable off = GradMode.Set(false);
        (Tensor a, Tensor b) = Parts(x, type);
        (Tensor c, Tensor d) = Parts(z, type);
        return Join(
            Arithmetic.Subtract(Arithmetic.Multiply(a, c), Arithmetic.Multiply(b, d)),
            Arithmetic.Add(Arithmetic.Multiply(a, d), Arithmetic.Multiply(b, c)),
            type);
    }

    /// <summary>(a + bi)/(c + di) = (a + bi)(c - di)/(c² + d²); not recorded.</summary>
    public static Tensor Divide(Tensor x, Tensor z, ScalarType type)
    {
        using IDisposable off = GradMode.Set(false);
        (Tensor a, Tensor b) = Parts(x, type);
        (Tensor c, Tensor d) = Parts(z, type);
        Tensor size = Arithmetic.Add(Arithmetic.Multiply(c, c), Arithmetic.Multiply(d, d));
        return Join(
            Arithmetic.Divide(Arithmetic.Add(Arithmetic.Multiply(a, c), Arithmetic.Multiply(b, d)), size),
            Arithmetic.Divide(Arithmetic.Subtract(Arithmetic.Multiply(b, c), Arithmetic.Multiply(a, d)), size),
            type);
    }

    /// <summary>A complex tensor from its parts; not recorded.</summary>
    public static Tensor Join(Tensor real, Tensor imaginary, ScalarType type)
    {
        Tensor y = Tensor.Empty(Shape.Broadcast(real.Sizes, imaginary.Sizes, "complex"), type);
        Copies.Into(ComplexParts.Real(y), real);
        Copies.Into(ComplexParts.Imaginary(y), imaginary);
        return y;
    }

    /// <summary>A complex tensor from its parts, recorded.</summary>
    public static Tensor FromParts(Tensor real, Tensor imaginary)
    {
        if (real.dtype != imaginary.dtype || !ElementType.IsFloating(real.dtype))
        {
            throw new ArgumentException(
                $"complex: expected both parts to be float32 or both float64, got {real.dtype} and {imaginary.dtype}");
        }
        Tensor y = Join(real, imaginary, ElementType.ComplexOf(real.dtype));
        return Tape.Record(y, "ComplexBackward0", [real, imaginary], [], static (dy, node) =>
        [
            node.Needs(0) ? Reductions.SumTo(RealPart(dy), node.SizesOf(0)) : null,
            node.Needs(1) ? Reductions.SumTo(ImaginaryPart(dy), node.SizesOf(1)) : null,
        ]);
    }

    /// <summary>A copy of the imaginary parts, recorded.</summary>
    public static Tensor ImaginaryPart(Tensor x)
    {
        Tensor y = Copies.Contiguous(ComplexParts.Imaginary(x));
        return Tape.Record(y, "ImagBackward0", [x], [], static (dy, _) => [FromParts(Creation.Full(dy.Sizes, 0, dy.dtype), dy)]);
    }

    private static (Tensor Real, Tensor Imaginary) Parts(Tensor x, ScalarType type)
    {
        ScalarType real = ElementType.RealOf(type);
        return ElementType.IsComplex(x.dtype)
            ? (Copies.To(ComplexParts.Real(x), real), Copies.To(ComplexParts.Imaginary(x), real))
            : (Copies.To(x, real), Creation.Full([], 0, real));
    }
}
