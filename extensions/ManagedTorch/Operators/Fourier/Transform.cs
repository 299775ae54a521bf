using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators.Fourier;

/// <summary>Discrete Fourier transforms along one axis, without a norm but times a scale, each beside its derivative.</summary>
internal static unsafe class Transform
{
    /// <summary>y[k] = scale·Σ x[j]·exp(∓2πi jk/n), complex to complex.</summary>
    public static Tensor Complex(Tensor x, int axis, bool inverse, double scale)
    {
        Tensor y = AlongLast(x, axis, rows =>
        {
            Tensor y = Copies.Contiguous(rows);
            int n = checked((int)y.Sizes[^1]);
            if (y.dtype == ScalarType.ComplexFloat32)
            {
                Kernels.Fourier.Complex(y.Data<float>(), y.Data<float>(), y.Elements / n, n, inverse, (float)scale);
            }
            else
            {
                Kernels.Fourier.Complex(y.Data<double>(), y.Data<double>(), y.Elements / n, n, inverse, scale);
            }
            return y;
        });
        // y = Fx with a symmetric F: dx = conj(F)·dy, the transform the other way
        return Tape.Record(y, "FftC2CBackward0", [x], [], (dy, _) => [Complex(dy, axis, !inverse, scale)]);
    }

    /// <summary>The first n/2 + 1 values of the forward transform of n real ones; the others are their conjugates.</summary>
    public static Tensor Real(Tensor x, int axis, double scale)
    {
        Tensor y = AlongLast(x, axis, rows =>
        {
            Tensor from = rows.IsContiguous ? rows : Copies.Contiguous(rows);
            int n = checked((int)from.Sizes[^1]);
            Tensor y = Tensor.Empty([.. from.Sizes[..^1], n / 2 + 1], ElementType.ComplexOf(from.dtype));
            if (from.dtype == ScalarType.Float32)
            {
                Kernels.Fourier.Real(from.Data<float>(), y.Data<float>(), from.Elements / n, n, (float)scale);
            }
            else
            {
                Kernels.Fourier.Real(from.Data<double>(), y.Data<double>(), from.Elements / n, n, scale);
            }
            return y;
        });
        // The half that is not there has no gradient: dx = Re(conj(F)·[dy, 0])
        return Tape.Record(y, "FftR2CBackward0", [x], [], (dy, node) =>
            [ComplexArithmetic.RealPart(Complex(Spectra.Resized(dy, axis, node.SizesOf(0)[axis]), axis, inverse: true, scale))]);
    }

    /// <summary>n real values from the first n/2 + 1 of a spectrum whose others are taken as their conjugates.</summary>
    public static Tensor RealInverse(Tensor x, int axis, long length, double scale)
    {
        Tensor y = AlongLast(x, axis, rows =>
        {
            Tensor from = rows.IsContiguous ? rows : Copies.Contiguous(rows);
            int n = checked((int)length);
            Tensor y = Tensor.Empty([.. from.Sizes[..^1], length], ElementType.RealOf(from.dtype));
            if (y.dtype == ScalarType.Float32)
            {
                Kernels.Fourier.RealInverse(from.Data<float>(), y.Data<float>(), y.Elements / n, n, (float)scale);
            }
            else
            {
                Kernels.Fourier.RealInverse(from.Data<double>(), y.Data<double>(), y.Elements / n, n, scale);
            }
            return y;
        });
        // Values 1 … (n - 1)/2 count twice, once as their conjugate.
        return Tape.Record(y, "FftC2RBackward0", [x], [], (dy, _) =>
            [Real(dy, axis, scale) * Weights(length, axis, dy.Sizes.Length, dy.dtype)]);
    }

    private static Tensor Weights(long length, int axis, int dims, ScalarType type)
    {
        long half = length / 2 + 1;
        var sizes = new long[dims];
        Array.Fill(sizes, 1);
        sizes[axis] = half;
        Tensor weights = Creation.Full(sizes, 2, type);
        using IDisposable off = GradMode.Set(false);
        Copies.Fill(Views.Slice(weights, axis, 0, 1, 1), 1);
        if (length % 2 == 0)
        {
            Copies.Fill(Views.Slice(weights, axis, half - 1, 1, 1), 1);
        }
        return weights;
    }

    // Transforms rows along the last axis, wherever the axis is; not recorded.
    private static Tensor AlongLast(Tensor x, int axis, Func<Tensor, Tensor> transform)
    {
        using IDisposable off = GradMode.Set(false);
        int last = x.Sizes.Length - 1;
        if (axis == last)
        {
            return transform(x);
        }
        using DisposeScope scope = NewDisposeScope();
        Tensor y = Views.Transpose(transform(Views.Transpose(x, axis, last)), axis, last);
        return scope.MoveToOuter(Copies.Contiguous(y));
    }
}
