using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One number of any type, as most operations take beside a tensor; made from .NET numbers by itself.</summary>
/// <example><code>Scalar half = 0.5;   x.pow(2);   x.masked_fill(mask, 0)</code></example>
public sealed class Scalar : IDisposable
{
    private readonly double _real;
    private readonly double _imaginary;
    private readonly long _whole;

    private Scalar(double value, ScalarType type)
    {
        _real = value;
        _whole = double.IsNaN(value) ? 0 : value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue
            : (long)value;
        Type = type;
    }

    private Scalar(long value, ScalarType type)
    {
        _whole = value;
        _real = value;
        Type = type;
    }

    private Scalar(Complex value, ScalarType type) : this(value.Real, type) => _imaginary = value.Imaginary;

    /// <summary>The type that it was made from; short and sbyte count as int32, Half as float32.</summary>
    public ScalarType Type { get; }

    /// <summary>As a floating-point number.</summary>
    internal double Real => _real;

    /// <summary>As a whole number, cut towards zero.</summary>
    internal long Whole => _whole;

    /// <summary>As a complex number.</summary>
    internal Complex Complex => new(_real, _imaginary);

    /// <summary>From a 32-bit floating-point number.</summary>
    public static implicit operator Scalar(float value) => new(value, ScalarType.Float32);

    /// <summary>From a 64-bit floating-point number.</summary>
    public static implicit operator Scalar(double value) => new(value, ScalarType.Float64);

    /// <summary>From a 16-bit floating-point number.</summary>
    public static implicit operator Scalar(Half value) => new((float)value, ScalarType.Float32);

    /// <summary>From a 64-bit whole number.</summary>
    public static implicit operator Scalar(long value) => new(value, ScalarType.Int64);

    /// <summary>From a 32-bit whole number.</summary>
    public static implicit operator Scalar(int value) => new((long)value, ScalarType.Int32);

    /// <summary>From a 16-bit whole number.</summary>
    public static implicit operator Scalar(short value) => new((long)value, ScalarType.Int32);

    /// <summary>From an 8-bit whole number.</summary>
    public static implicit operator Scalar(sbyte value) => new((long)value, ScalarType.Int32);

    /// <summary>From an 8-bit whole number from 0.</summary>
    public static implicit operator Scalar(byte value) => new((long)value, ScalarType.Byte);

    /// <summary>From true (1) or false (0).</summary>
    public static implicit operator Scalar(bool value) => new(value ? 1L : 0L, ScalarType.Bool);

    /// <summary>From a complex number.</summary>
    public static implicit operator Scalar(Complex value) => new(value, ScalarType.ComplexFloat64);

    /// <summary>From real and imaginary part.</summary>
    public static implicit operator Scalar((float, float) value) =>
        new(new Complex(value.Item1, value.Item2), ScalarType.ComplexFloat32);

    /// <summary>Does nothing: a scalar holds no memory of its own.</summary>
    public void Dispose()
    {
    }
}
