using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Images (N, C, H, W) resized.</summary>
internal static unsafe class Interpolations
{
    /// <summary>How both axes are resized; a step of 0 means size/outSize.</summary>
    internal readonly record struct Settings(ResamplingKind Kind, bool AlignCorners, double StepY, double StepX);

    /// <summary>The image with <paramref name="height"/> rows and <paramref name="width"/> columns.</summary>
    public static Tensor Resize(Tensor x, int height, int width, Settings s)
    {
        FloatingTypes.Require("interpolate", x);
        if (x.Sizes.Length != 4 || x.Sizes[2] < 1 || x.Sizes[3] < 1 || height < 1 || width < 1)
        {
            throw new ArgumentException(
                $"interpolate: Input and output sizes should be greater than 0, but got input {Shape.Text(x.Sizes)} and output "
                + $"(H: {height}, W: {width})");
        }
        return Forward(Copies.AsContiguous(x), height, width, s);
    }

    private static Tensor Forward(Tensor x, int height, int width, Settings s)
    {
        Tensor y = Tensor.Empty([x.Sizes[0], x.Sizes[1], height, width], x.dtype);
        if (x.dtype == ScalarType.Float32)
        {
            Run<float>(x, y, s, backward: false);
        }
        else
        {
            Run<double>(x, y, s, backward: false);
        }
        return Tape.Record(
            y, "UpsampleBackward0", [x], [], (dy, node) => [Backward(Copies.AsContiguous(dy), node.SizesOf(0), s)]);
    }

    // Linear: the transpose of the transpose is the resizing itself.
    private static Tensor Backward(Tensor dy, long[] sizes, Settings s)
    {
        Tensor dx = Tensor.Empty(sizes, dy.dtype);
        if (dy.dtype == ScalarType.Float32)
        {
            Run<float>(dx, dy, s, backward: true);
        }
        else
        {
            Run<double>(dx, dy, s, backward: true);
        }
        int height = (int)dy.Sizes[2], width = (int)dy.Sizes[3];
        return Tape.Record(
            dx, "UpsampleBackwardBackward0", [dy], [], (g, _) => [Forward(Copies.AsContiguous(g), height, width, s)]);
    }

    private static void Run<T>(Tensor small, Tensor large, Settings s, bool backward)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        var vertical = new ResamplingAxis<T>(s.Kind, (int)small.Sizes[2], (int)large.Sizes[2], s.AlignCorners, s.StepY);
        var horizontal = new ResamplingAxis<T>(s.Kind, (int)small.Sizes[3], (int)large.Sizes[3], s.AlignCorners, s.StepX);
        int planes = checked((int)(small.Sizes[0] * small.Sizes[1]));
        if (backward)
        {
            Interpolation.Backward(planes, vertical, horizontal, large.Data<T>(), small.Data<T>());
        }
        else
        {
            Interpolation.Forward(planes, vertical, horizontal, small.Data<T>(), large.Data<T>());
        }
    }
}
