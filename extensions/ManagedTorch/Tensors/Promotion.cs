using static TorchSharp.torch;

namespace TorchSharp.Tensors;

/// <summary>The common element type of two operands, by PyTorch's rules.</summary>
/// <remarks>
/// Kinds are ordered bool, integer, floating, complex. A tensor without axes, or a number, changes the type only if its kind is
/// higher than that of the tensor with axes; then a number counts as int64, the default floating type, or its complex type.
/// </remarks>
internal static class Promotion
{
    /// <summary>The type of a result of <paramref name="a"/> and <paramref name="b"/>.</summary>
    public static ScalarType Of(Tensor a, Tensor b)
    {
        if (a.dtype == b.dtype)
        {
            return a.dtype;
        }
        bool aLow = a.Sizes.Length == 0, bLow = b.Sizes.Length == 0;
        return aLow == bLow ? Of(a.dtype, b.dtype) : aLow ? WithLow(b.dtype, a.dtype) : WithLow(a.dtype, b.dtype);
    }

    /// <summary>The type of a result of a tensor and a number.</summary>
    public static ScalarType Of(Tensor a, Scalar b)
    {
        ScalarType wide = b.Type switch
        {
            ScalarType.Bool => ScalarType.Bool,
            ScalarType.Float32 or ScalarType.Float64 => get_default_dtype(),
            ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64 => ElementType.ComplexOf(
                ElementType.IsFloating(a.dtype) ? a.dtype : get_default_dtype()),
            _ => ScalarType.Int64,
        };
        return Kind(wide) > Kind(a.dtype) ? wide : a.dtype;
    }

    /// <summary>The type that holds values of both types, both with axes.</summary>
    public static ScalarType Of(ScalarType a, ScalarType b)
    {
        if (a == b)
        {
            return a;
        }
        if (ElementType.IsComplex(a) || ElementType.IsComplex(b))
        {
            bool isDouble = ElementType.RealOf(a) == ScalarType.Float64 || ElementType.RealOf(b) == ScalarType.Float64;
            return isDouble ? ScalarType.ComplexFloat64 : ScalarType.ComplexFloat32;
        }
        return Rank(a) > Rank(b) ? a : b;
    }

    private static ScalarType WithLow(ScalarType dimensioned, ScalarType low)
    {
        if (Kind(low) <= Kind(dimensioned))
        {
            return dimensioned;
        }
        return Kind(low) == 3 && Kind(dimensioned) == 2 ? ElementType.ComplexOf(dimensioned) : low;
    }

    private static int Kind(ScalarType type) =>
        type == ScalarType.Bool ? 0 : ElementType.IsInteger(type) ? 1 : ElementType.IsFloating(type) ? 2 : 3;

    // bool < uint8 < int32 < int64 < float32 < float64
    private static int Rank(ScalarType type) => type switch
    {
        ScalarType.Bool => 0,
        ScalarType.Byte => 1,
        ScalarType.Int32 => 2,
        ScalarType.Int64 => 3,
        ScalarType.Float32 => 4,
        _ => 5,
    };
}
