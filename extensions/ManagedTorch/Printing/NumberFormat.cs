using System.Globalization;
using System.Numerics;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>Writes single elements.</summary>
internal sealed class NumberFormat(string floatFormat, CultureInfo culture)
{
    /// <summary>The elements of a tensor in row-major order, as text.</summary>
    public string[] All(Tensor x, string floatSuffix = "") => x.dtype switch
    {
        ScalarType.Float32 => Map<float>(x, value => value.ToString(floatFormat, culture) + floatSuffix),
        ScalarType.Float64 => Map<double>(x, value => value.ToString(floatFormat, culture)),
        ScalarType.Int64 => Map<long>(x, value => value.ToString(culture)),
        ScalarType.Int32 => Map<int>(x, value => value.ToString(culture)),
        ScalarType.Byte => Map<byte>(x, value => value.ToString(culture)),
        ScalarType.Bool => Map<bool>(x, value => value ? "true" : "false"),
        ScalarType.ComplexFloat32 => Map<(float, float)>(x, value => Pair(value.Item1, value.Item2)),
        ScalarType.ComplexFloat64 => Map<Complex>(x, value => Pair(value.Real, value.Imaginary)),
        _ => throw ElementType.Missing(x.dtype),
    };

    private static string[] Map<T>(Tensor x, Func<T, string> write) where T : unmanaged =>
        Array.ConvertAll(x.detach().data<T>().ToArray(), value => write(value));

    private string Pair<T>(T real, T imaginary) where T : IFloatingPoint<T>
    {
        string first = real.ToString(floatFormat, culture), second = T.Abs(imaginary).ToString(floatFormat, culture);
        return T.IsZero(imaginary) ? first
            : T.IsZero(real) ? $"{(T.IsNegative(imaginary) ? "-" : "")}{second}i"
            : $"{first}{(T.IsNegative(imaginary) ? '-' : '+')}{second}i";
    }
}
