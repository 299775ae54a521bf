using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp.Tensors;

/// <summary>What the engine must know of each element type.</summary>
internal static class ElementType
{
    /// <summary>Size of one element in bytes.</summary>
    /// <exception cref="ArgumentException">The engine does not offer that type.</exception>
    public static int Bytes(ScalarType type) => type switch
    {
        ScalarType.Float32 or ScalarType.Int32 => 4,
        ScalarType.Float64 or ScalarType.Int64 or ScalarType.ComplexFloat32 => 8,
        ScalarType.ComplexFloat64 => 16,
        ScalarType.Byte or ScalarType.Bool => 1,
        _ => throw Missing(type),
    };

    /// <summary>Whether it can hold fractions.</summary>
    public static bool IsFloating(ScalarType type) => type is ScalarType.Float32 or ScalarType.Float64;

    /// <summary>Whether it holds pairs of real and imaginary part.</summary>
    public static bool IsComplex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    /// <summary>Whether it holds whole numbers; bool does not count.</summary>
    public static bool IsInteger(ScalarType type) => type is ScalarType.Byte or ScalarType.Int32 or ScalarType.Int64;

    /// <summary>Whether gradients exist for it.</summary>
    public static bool IsDifferentiable(ScalarType type) => IsFloating(type) || IsComplex(type);

    /// <summary>The type of real and imaginary part.</summary>
    public static ScalarType RealOf(ScalarType type) => type switch
    {
        ScalarType.ComplexFloat32 => ScalarType.Float32,
        ScalarType.ComplexFloat64 => ScalarType.Float64,
        _ => type,
    };

    /// <summary>The complex type whose parts have this type.</summary>
    public static ScalarType ComplexOf(ScalarType type) =>
        type is ScalarType.Float64 or ScalarType.ComplexFloat64 ? ScalarType.ComplexFloat64 : ScalarType.ComplexFloat32;

    /// <summary>The element type of a .NET type.</summary>
    /// <exception cref="ArgumentException">None holds it.</exception>
    public static ScalarType Of(Type type) =>
        type == typeof(float) ? ScalarType.Float32
        : type == typeof(double) ? ScalarType.Float64
        : type == typeof(long) ? ScalarType.Int64
        : type == typeof(int) ? ScalarType.Int32
        : type == typeof(bool) ? ScalarType.Bool
        : type == typeof(byte) ? ScalarType.Byte
        : type == typeof((float, float)) ? ScalarType.ComplexFloat32
        : type == typeof(Complex) ? ScalarType.ComplexFloat64
        : throw new ArgumentException(
            $"Tensors of {type.Name} are not offered; convert to float, double, long, int, bool or byte.");

    /// <summary>As PyTorch's messages name it: Float, Double, Long …</summary>
    public static string Name(ScalarType type) => type switch
    {
        ScalarType.Float32 => "Float",
        ScalarType.Float64 => "Double",
        ScalarType.Int64 => "Long",
        ScalarType.Int32 => "Int",
        ScalarType.ComplexFloat32 => "ComplexFloat",
        ScalarType.ComplexFloat64 => "ComplexDouble",
        _ => type.ToString(),
    };

    /// <summary>The error for a type that the engine does not hold.</summary>
    public static ArgumentException Missing(ScalarType type) =>
        new($"Tensors of type {type} are not offered; use float32, float64, int64, int32, bool, uint8 (or complex64, "
            + "complex128).");
}
