using TorchSharp.Tensors;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Operators.Fourier;

/// <summary>Fourier transforms over one or several axes, with PyTorch's lengths, axes and norms.</summary>
internal static class Spectra
{
    /// <summary>Complex transform along one axis, cut or filled with zeros to n; n = -1 for as it is.</summary>
    public static Tensor Complex(Tensor x, long n, long dim, FFTNormType norm, bool inverse)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor source = Resized(Promoted(x), axis, Length(x, n, axis));
        return Transform.Complex(source, axis, inverse, Scale(source.Sizes[axis], norm, inverse));
    }

    /// <summary>Real to half a spectrum along one axis.</summary>
    public static Tensor Real(Tensor x, long n, long dim, FFTNormType norm, string name = "rfft")
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor source = Resized(RequireReal(x, name), axis, Length(x, n, axis));
        return Transform.Real(source, axis, Scale(source.Sizes[axis], norm, inverse: false));
    }

    /// <summary>Half a spectrum to n real values along one axis; n = -1 for 2(m - 1).</summary>
    public static Tensor RealInverse(Tensor x, long n, long dim, FFTNormType norm)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        long length = n == -1 ? 2 * (SizeOf(x, axis) - 1) : n;
        CheckLength(length);
        Tensor source = Resized(Promoted(x), axis, length / 2 + 1);
        return Transform.RealInverse(source, axis, length, Scale(length, norm, inverse: true));
    }

    /// <summary>Complex transform over several axes.</summary>
    public static Tensor ComplexOver(Tensor x, long[]? s, long[]? dims, FFTNormType norm, bool inverse)
    {
        (int[] axes, long[] sizes) = Plan(x, s, dims);
        Tensor y = Promoted(x);
        for (int i = axes.Length - 1; i >= 0; i--)
        {
            y = Complex(y, sizes[i], axes[i], norm, inverse);
        }
        return y;
    }

    /// <summary>Real to half a spectrum over several axes: half of the last one.</summary>
    public static Tensor RealOver(Tensor x, long[]? s, long[]? dims, FFTNormType norm, string name = "rfftn")
    {
        (int[] axes, long[] sizes) = Plan(x, s, dims, needsOne: name);
        Tensor y = Real(x, sizes[^1], axes[^1], norm, name);
        for (int i = axes.Length - 2; i >= 0; i--)
        {
            y = Complex(y, sizes[i], axes[i], norm, inverse: false);
        }
        return y;
    }

    /// <summary>Half a spectrum over several axes to real values.</summary>
    public static Tensor RealInverseOver(Tensor x, long[]? s, long[]? dims, FFTNormType norm, string name = "irfftn")
    {
        (int[] axes, long[] sizes) = Plan(x, s, dims, needsOne: name);
        Tensor y = Promoted(x);
        for (int i = 0; i < axes.Length - 1; i++)
        {
            y = Complex(y, sizes[i], axes[i], norm, inverse: true);
        }
        return RealInverse(y, sizes[^1], axes[^1], norm);
    }

    /// <summary>The norm that makes an inverse transform of the conjugate a forward one.</summary>
    public static FFTNormType Swapped(FFTNormType norm) => norm switch
    {
        FFTNormType.Backward => FFTNormType.Forward,
        FFTNormType.Forward => FFTNormType.Backward,
        _ => norm,
    };

    /// <summary>An axis cut, or filled with zeros at its end, to a length.</summary>
    public static Tensor Resized(Tensor x, int axis, long length)
    {
        long size = x.Sizes[axis];
        if (size == length)
        {
            return x;
        }
        if (size > length)
        {
            return Views.Slice(x, axis, 0, length, 1);
        }
        var amounts = new long[2 * (x.Sizes.Length - axis)];
        amounts[^1] = length - size;
        return Borders.Constant(x, amounts, 0);
    }

    /// <summary>The frequencies of the n values of a transform, in cycles per unit, for samples d apart: 0 … and then the
    /// negative ones.</summary>
    public static Tensor Frequencies(long n, double d, ScalarType type)
    {
        Tensor y = Tensor.Empty([n], ScalarType.Float64);
        TensorAccessor<double> values = y.data<double>();
        for (long k = 0; k < n; k++)
        {
            values[k] = (k < (n + 1) / 2 ? k : k - n) / (n * d);
        }
        return Copies.To(y, type);
    }

    /// <summary>The n/2 + 1 frequencies of half a spectrum.</summary>
    public static Tensor HalfFrequencies(long n, double d, ScalarType type)
    {
        Tensor y = Tensor.Empty([n / 2 + 1], ScalarType.Float64);
        TensorAccessor<double> values = y.data<double>();
        for (long k = 0; k <= n / 2; k++)
        {
            values[k] = k / (n * d);
        }
        return Copies.To(y, type);
    }

    /// <summary>Frequency 0 moved to the middle of axes (all if none is named), or back.</summary>
    public static Tensor Shifted(Tensor x, long[]? dims, bool back)
    {
        var axes = new long[dims?.Length ?? x.Sizes.Length];
        var shifts = new long[axes.Length];
        for (int i = 0; i < axes.Length; i++)
        {
            axes[i] = Shape.Axis(dims?[i] ?? i, x.Sizes.Length);
            long size = SizeOf(x, (int)axes[i]);
            shifts[i] = back ? (size + 1) / 2 : size / 2;
        }
        return axes.Length == 0 ? Copies.Clone(x) : Repeating.Roll(x, shifts, axes);
    }

    private static (int[] Axes, long[] Sizes) Plan(Tensor x, long[]? s, long[]? dims, string? needsOne = null)
    {
        if (s is not null && dims is not null && s.Length != dims.Length)
        {
            throw new ArgumentException(
                $"When given, dim and shape arguments must have the same length, got {Shape.Text(dims)} and {Shape.Text(s)}");
        }
        int count = dims?.Length ?? s?.Length ?? x.Sizes.Length;
        if (count > x.Sizes.Length)
        {
            throw new ArgumentException($"Got shape with {count} values but input tensor only has {x.Sizes.Length} dimensions.");
        }
        var axes = new int[count];
        for (int i = 0; i < count; i++)
        {
            axes[i] = dims is null ? x.Sizes.Length - count + i : Shape.Axis(dims[i], x.Sizes.Length);
            if (Array.IndexOf(axes, axes[i]) < i)
            {
                throw new ArgumentException($"FFT dims must be unique, got {Shape.Text(dims)}");
            }
        }
        if (needsOne is not null && count == 0)
        {
            throw new ArgumentException($"{needsOne} must transform at least one axis");
        }
        var sizes = new long[count];
        Array.Fill(sizes, -1);
        return (axes, s ?? sizes);
    }

    private static long Length(Tensor x, long n, int axis)
    {
        long length = n == -1 ? SizeOf(x, axis) : n;
        CheckLength(length);
        return length;
    }

    private static void CheckLength(long length)
    {
        if (length < 1)
        {
            throw new ArgumentException($"Invalid number of data points ({length}) specified");
        }
    }

    private static long SizeOf(Tensor x, int axis) => x.Sizes.Length > 0
        ? x.Sizes[axis]
        : throw new ArgumentException("Dimension specified as -1 but tensor has no dimensions");

    private static double Scale(long n, FFTNormType norm, bool inverse) => norm switch
    {
        FFTNormType.Ortho => 1 / Math.Sqrt(n),
        FFTNormType.Forward => inverse ? 1 : 1.0 / n,
        _ => inverse ? 1.0 / n : 1,
    };

    private static Tensor Promoted(Tensor x) => ElementType.IsComplex(x.dtype)
        ? x
        : Copies.To(x, ElementType.ComplexOf(ElementType.IsFloating(x.dtype) ? x.dtype : get_default_dtype()));

    private static Tensor RequireReal(Tensor x, string name) => ElementType.IsComplex(x.dtype)
        ? throw new ArgumentException($"{name} expects a real input tensor, but got {ElementType.Name(x.dtype)}")
        : ElementType.IsFloating(x.dtype) ? x : Copies.To(x, get_default_dtype());
}
