using TorchSharp.Operators;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Conversions between tensors and .NET numbers and arrays.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The one element as float.</summary>
    /// <exception cref="ArgumentException">More or fewer than one element.</exception>
    public static float ToSingle(this Tensor value) => Copies.To(value.detach(), ScalarType.Float32).item<float>();

    /// <summary>The one element as double.</summary>
    /// <exception cref="ArgumentException">More or fewer than one element.</exception>
    public static double ToDouble(this Tensor value) => Copies.To(value.detach(), ScalarType.Float64).item<double>();

    /// <summary>The one element as long, cut towards zero.</summary>
    /// <exception cref="ArgumentException">More or fewer than one element.</exception>
    public static long ToInt64(this Tensor value) => Copies.To(value.detach(), ScalarType.Int64).item<long>();

    /// <summary>The one element as int, cut towards zero.</summary>
    /// <exception cref="ArgumentException">More or fewer than one element.</exception>
    public static int ToInt32(this Tensor value) => Copies.To(value.detach(), ScalarType.Int32).item<int>();

    /// <summary>The one element as byte.</summary>
    /// <exception cref="ArgumentException">More or fewer than one element.</exception>
    public static byte ToByte(this Tensor value) => Copies.To(value.detach(), ScalarType.Byte).item<byte>();

    /// <summary>Whether the one element is not 0.</summary>
    /// <exception cref="ArgumentException">More or fewer than one element.</exception>
    public static bool ToBoolean(this Tensor value) => Copies.To(value.detach(), ScalarType.Bool).item<bool>();

    /// <summary>A tensor with a copy of the values in row-major order, in the shape given.</summary>
    /// <exception cref="ArgumentException">The engine has no type for T, or the number of values does not fit.</exception>
    public static Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
    {
        Tensor flat = from_array(rawArray);
        return Views.View(flat, dimensions).detach().requires_grad_(requires_grad);
    }

    /// <summary>A tensor without axes from a number.</summary>
    public static Tensor ToTensor<T>(this T scalar, Device? device = null, bool requires_grad = false) where T : struct =>
        Views.View(from_array(new[] { scalar }, device), []).detach().requires_grad_(requires_grad);

    /// <summary>Number of elements of a shape.</summary>
    public static long TotalSize(this IEnumerable<long> shape) => Tensors.Shape.Elements([.. shape]);

    /// <summary>Size of an element in bytes.</summary>
    public static int ElementSize(this ScalarType type) => Tensors.ElementType.Bytes(type);
}
