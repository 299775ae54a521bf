using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>One element of each line along an axis, by its index: how results that were chosen hand gradients back.</summary>
internal static unsafe class AxisPick
{
    /// <summary>Zeros of the given sizes, but dy where <paramref name="indices"/> point; dy and indices have size 1 at the
    /// axis.</summary>
    public static Tensor Scatter(Tensor dy, Tensor indices, int axis, long[] sizes)
    {
        Tensor whole = Creation.Full(sizes, 0, dy.dtype);
        Tensor source = dy.IsContiguous ? dy : Copies.Contiguous(dy);
        (long outer, long length, long inner) = Lines(sizes, axis);
        if (dy.dtype == ScalarType.Float32)
        {
            Scatter(source.Data<float>(), indices.Data<long>(), whole.Data<float>(), outer, length, inner);
        }
        else
        {
            Scatter(source.Data<double>(), indices.Data<long>(), whole.Data<double>(), outer, length, inner);
        }
        return Tape.Record(
            whole, "ValueSelectingReductionBackward", [dy], [indices], (ddy, node) => [Gather(ddy, node[0], axis)]);
    }

    /// <summary>The elements that <paramref name="indices"/> point to, with size 1 at the axis.</summary>
    public static Tensor Gather(Tensor x, Tensor indices, int axis)
    {
        Tensor y = Tensor.Empty(indices.Sizes, x.dtype);
        Tensor source = x.IsContiguous ? x : Copies.Contiguous(x);
        (long outer, long length, long inner) = Lines(x.Sizes, axis);
        if (x.dtype == ScalarType.Float32)
        {
            Gather(source.Data<float>(), indices.Data<long>(), y.Data<float>(), outer, length, inner);
        }
        else
        {
            Gather(source.Data<double>(), indices.Data<long>(), y.Data<double>(), outer, length, inner);
        }
        return Tape.Record(y, "GatherBackward0", [x], [indices], (dy, node) => [Scatter(dy, node[0], axis, node.SizesOf(0))]);
    }

    /// <summary>A shape as [outer, length, inner] around an axis.</summary>
    public static (long Outer, long Length, long Inner) Lines(long[] sizes, int axis) => sizes.Length == 0
        ? (1, 1, 1)
        : (Shape.Elements(sizes.AsSpan(0, axis)), sizes[axis], Shape.Elements(sizes.AsSpan(axis + 1)));

    private static void Scatter<T>(T* dy, long* indices, T* whole, long outer, long length, long inner) where T : unmanaged
    {
        for (long o = 0; o < outer; o++)
        {
            for (long i = 0; i < inner; i++)
            {
                whole[(o * length + indices[o * inner + i]) * inner + i] = dy[o * inner + i];
            }
        }
    }

    private static void Gather<T>(T* x, long* indices, T* y, long outer, long length, long inner) where T : unmanaged
    {
        for (long o = 0; o < outer; o++)
        {
            for (long i = 0; i < inner; i++)
            {
                y[o * inner + i] = x[(o * length + indices[o * inner + i]) * inner + i];
            }
        }
    }
}
