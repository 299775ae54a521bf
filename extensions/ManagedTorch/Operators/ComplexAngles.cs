using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Complex numbers by length and angle.</summary>
internal static class ComplexAngles
{
    /// <summary>The angle from -π to π; of real numbers 0, or π below 0.</summary>
    public static Tensor Angle(Tensor x)
    {
        if (ElementType.IsComplex(x.dtype))
        {
            return PlaneFunctions.Atan2(ComplexViews.Imaginary(x), ComplexViews.Real(x));
        }
        Tensor real = ElementType.IsFloating(x.dtype) ? x : Copies.To(x, get_default_dtype());
        Tensor zero = real * 0;    // keeps NaN, and a gradient of 0
        return Selection.Where(Comparisons.Compare<Less>(real, 0), zero + Math.PI, zero);
    }

    /// <summary>length·(cos angle + i·sin angle).</summary>
    public static Tensor FromPolar(Tensor length, Tensor angle)
    {
        FloatingTypes.RequireSame("polar", length, angle);
        return ComplexArithmetic.FromParts(length * Function.Of<Cos>(angle), length * Function.Of<Sin>(angle));
    }

    /// <summary>Whether the imaginary part is 0.</summary>
    public static Tensor IsReal(Tensor x) => ElementType.IsComplex(x.dtype)
        ? Comparisons.Compare<Equal>(ComplexParts.Imaginary(x), 0)
        : Creation.Full(x.Sizes, true, ScalarType.Bool);
}
