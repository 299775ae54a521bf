namespace TorchSharp;

public static partial class torch
{
    /// <summary>The type of a tensor's elements, with PyTorch's numbers. The engine holds Float32, Float64, Int64, Int32, Bool,
    /// Byte and complex.</summary>
    public enum ScalarType : sbyte
    {
        /// <summary>8-bit whole number from 0, uint8.</summary>
        Byte = 0,

        /// <summary>32-bit whole number.</summary>
        Int32 = 3,

        /// <summary>64-bit whole number.</summary>
        Int64 = 4,

        /// <summary>32-bit floating point.</summary>
        Float32 = 6,

        /// <summary>64-bit floating point.</summary>
        Float64 = 7,

        /// <summary>Pairs of 32-bit floating point.</summary>
        ComplexFloat32 = 9,

        /// <summary>Pairs of 64-bit floating point.</summary>
        ComplexFloat64 = 10,

        /// <summary>True or false, one byte.</summary>
        Bool = 11,
    }

    private static ScalarType s_defaultType = ScalarType.Float32;

    /// <summary>32-bit floating point.</summary>
    public static ScalarType float32 = ScalarType.Float32;

    /// <summary>64-bit floating point.</summary>
    public static ScalarType float64 = ScalarType.Float64;

    /// <summary>32-bit floating point.</summary>
    public static ScalarType @float = ScalarType.Float32;

    /// <summary>64-bit floating point.</summary>
    public static ScalarType @double = ScalarType.Float64;

    /// <summary>64-bit whole number.</summary>
    public static ScalarType int64 = ScalarType.Int64;

    /// <summary>64-bit whole number.</summary>
    public static ScalarType @long = ScalarType.Int64;

    /// <summary>32-bit whole number.</summary>
    public static ScalarType int32 = ScalarType.Int32;

    /// <summary>32-bit whole number.</summary>
    public static ScalarType @int = ScalarType.Int32;

    /// <summary>8-bit whole number from 0.</summary>
    public static ScalarType uint8 = ScalarType.Byte;

    /// <summary>True or false.</summary>
    public static ScalarType @bool = ScalarType.Bool;

    /// <summary>Pairs of 32-bit floating point.</summary>
    public static ScalarType complex64 = ScalarType.ComplexFloat32;

    /// <summary>Pairs of 64-bit floating point.</summary>
    public static ScalarType complex128 = ScalarType.ComplexFloat64;

    /// <summary>Pairs of 32-bit floating point.</summary>
    public static ScalarType cfloat = ScalarType.ComplexFloat32;

    /// <summary>Pairs of 64-bit floating point.</summary>
    public static ScalarType cdouble = ScalarType.ComplexFloat64;

    /// <summary>The floating type of new tensors that are not told otherwise.</summary>
    public static ScalarType get_default_dtype() => s_defaultType;

    /// <summary>Sets the floating type of new tensors that are not told otherwise: float32 (the default) or float64.</summary>
    /// <exception cref="ArgumentException">Another type.</exception>
    public static void set_default_dtype(ScalarType dtype) => s_defaultType = Tensors.ElementType.IsFloating(dtype)
        ? dtype
        : throw new ArgumentException($"only floating-point types are supported as the default type, got {dtype}");
}
