using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Softmax, its logarithm, and the logarithm of sums of exponentials, along an axis.</summary>
internal static unsafe class SoftmaxFamily
{
    /// <summary>eˣ/Σ eˣ along an axis.</summary>
    public static Tensor Softmax(Tensor x, long dim, ScalarType? type = null)
    {
        (Tensor source, int axis) = Source(x, dim, type, "softmax");
        Tensor y = Tensor.EmptyLike(source);
        if (y.dtype == ScalarType.Float32)
        {
            Forward(source.Data<float>(), y.Data<float>(), y.Sizes, axis, isLog: false);
        }
        else
        {
            Forward(source.Data<double>(), y.Data<double>(), y.Sizes, axis, isLog: false);
        }
        return !Tape.Needs(source) ? y
            : Tape.Record(y, "SoftmaxBackward0", [source], [y], (dy, node) => [SoftmaxGradient(dy, node[0], axis)]);
    }

    /// <summary>x - log Σ eˣ along an axis.</summary>
    public static Tensor LogSoftmax(Tensor x, long dim, ScalarType? type = null)
    {
        (Tensor source, int axis) = Source(x, dim, type, "log_softmax");
        Tensor y = Tensor.EmptyLike(source);
        if (y.dtype == ScalarType.Float32)
        {
            Forward(source.Data<float>(), y.Data<float>(), y.Sizes, axis, isLog: true);
        }
        else
        {
            Forward(source.Data<double>(), y.Data<double>(), y.Sizes, axis, isLog: true);
        }
        return !Tape.Needs(source) ? y : Tape.Record(y, "LogSoftmaxBackward0", [source], [y], (dy, node) =>
            [LogSoftmaxGradient(dy, node[0], axis)]);
    }

    /// <summary>log Σ eˣ along an axis, without overflow.</summary>
    public static Tensor LogSumExp(Tensor x, long dim, bool keepdim)
    {
        Tensor source = Pointwise.Floating(x, "logsumexp");
        int axis = Shape.Axis(dim, x.Sizes.Length);
        bool[] reduced = new bool[x.Sizes.Length];
        if (reduced.Length > 0)
        {
            reduced[axis] = true;
        }
        Tensor y = Tensor.Empty(Reductions.KeptSizes(x.Sizes, reduced), source.dtype);
        Tensor lines = axis >= x.Sizes.Length - 1 ? Unrecorded(source) : LinesLast(source, axis);
        long length = x.Sizes.Length == 0 ? 1 : x.Sizes[axis];
        if (source.dtype == ScalarType.Float32)
        {
            Kernels.Softmax.LogSumExp(lines.Data<float>(), y.Data<float>(), y.Elements, length);
        }
        else
        {
            Kernels.Softmax.LogSumExp(lines.Data<double>(), y.Data<double>(), y.Elements, length);
        }
        long[] kept = y.Sizes;
        Tensor result = keepdim ? y : Reductions.WithoutAxes(y, reduced);
        // d log Σeˣ/dx = e^(x - y)
        return !Tape.Needs(source) ? result : Tape.Record(result, "LogsumexpBackward0", [source], [source, result], (dy, node) =>
            [Reductions.WithAxes(dy, kept) * Function.Of<Exp>(node[0] - Reductions.WithAxes(node[1], kept))]);
    }

    // dx = y·(dy - Σ dy·y)
    private static Tensor SoftmaxGradient(Tensor dy, Tensor y, int axis)
    {
        if (GradMode.Enabled)
        {
            Tensor product = dy * y;
            return y.Sizes.Length == 0 ? product - product : product - y * Reductions.Sum(product, [axis], keepdim: true);
        }
        Tensor dx = Tensor.EmptyLike(y), above = Unrecorded(dy);
        if (y.dtype == ScalarType.Float32)
        {
            Backward(y.Data<float>(), above.Data<float>(), dx.Data<float>(), y.Sizes, axis, isLog: false);
        }
        else
        {
            Backward(y.Data<double>(), above.Data<double>(), dx.Data<double>(), y.Sizes, axis, isLog: false);
        }
        return dx;
    }

    // dx = dy - e^y·Σ dy
    private static Tensor LogSoftmaxGradient(Tensor dy, Tensor y, int axis)
    {
        if (GradMode.Enabled)
        {
            Tensor sum = y.Sizes.Length == 0 ? dy : Reductions.Sum(dy, [axis], keepdim: true);
            return dy - Function.Of<Exp>(y) * sum;
        }
        Tensor dx = Tensor.EmptyLike(y), above = Unrecorded(dy);
        if (y.dtype == ScalarType.Float32)
        {
            Backward(y.Data<float>(), above.Data<float>(), dx.Data<float>(), y.Sizes, axis, isLog: true);
        }
        else
        {
            Backward(y.Data<double>(), above.Data<double>(), dx.Data<double>(), y.Sizes, axis, isLog: true);
        }
        return dx;
    }

    private static (Tensor Source, int Axis) Source(Tensor x, long dim, ScalarType? type, string name)
    {
        Tensor source = type is { } wanted ? Copies.To(x, wanted) : x;
        return ElementType.IsFloating(source.dtype)
            ? (Copies.AsContiguous(source), Shape.Axis(dim, x.Sizes.Length))
            : throw new ArgumentException(
                $"\"{name}_lastdim_kernel_impl\" not implemented for '{ElementType.Name(source.dtype)}'");
    }

    private static Tensor Unrecorded(Tensor x) => x.IsContiguous ? x : Copies.Contiguous(x);

    private static Tensor LinesLast(Tensor x, int axis)
    {
        using IDisposable off = GradMode.Set(false);
        var order = new List<long>();
        for (int d = 0; d < x.Sizes.Length; d++)
        {
            if (d != axis)
            {
                order.Add(d);
            }
        }
        order.Add(axis);
        return Copies.Contiguous(Views.Permute(x, order.ToArray()));
    }

    private static void Forward<T>(T* x, T* y, long[] sizes, int axis, bool isLog)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        (long outer, long length, long inner) = AxisPick.Lines(sizes, axis);
        switch (inner == 1, isLog)
        {
            case (true, false): Kernels.Softmax.Forward(x, y, outer, length); break;
            case (true, true): Kernels.Softmax.LogForward(x, y, outer, length); break;
            case (false, false): StridedSoftmax.Forward(x, y, outer, length, inner); break;
            default: StridedSoftmax.LogForward(x, y, outer, length, inner); break;
        }
    }

    private static void Backward<T>(T* y, T* dy, T* dx, long[] sizes, int axis, bool isLog)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        (long outer, long length, long inner) = AxisPick.Lines(sizes, axis);
        switch (inner == 1, isLog)
        {
            case (true, false): Kernels.Softmax.Backward(y, dy, dx, outer, length); break;
            case (true, true): Kernels.Softmax.LogBackward(y, dy, dx, outer, length); break;
            case (false, false): StridedSoftmax.Backward(y, dy, dx, outer, length, inner); break;
            default: StridedSoftmax.LogBackward(y, dy, dx, outer, length, inner); break;
        }
    }
}
