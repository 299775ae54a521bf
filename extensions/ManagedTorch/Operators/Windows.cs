using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Windows of images as columns, and their sum back into images: each is the derivative of the other.</summary>
internal static unsafe class Windows
{
    /// <summary>(N, C, H, W) or (C, H, W) to (N, C·kH·kW, windows).</summary>
    public static Tensor Unfold(
        Tensor x, (int Y, int X) kernel, (int Y, int X) dilation, (int Y, int X) pad, (int Y, int X) stride)
    {
        FloatingTypes.Require("unfold", x);
        if (x.Sizes.Length is not (3 or 4))
        {
            throw new ArgumentException($"unfold: expected images (N, C, H, W) or (C, H, W), found {Shape.Text(x.Sizes)}");
        }
        Tensor source = Copies.AsContiguous(x);
        long channels = x.Sizes[^3];
        WindowShape s = Create("unfold", (int)(x.Elements / (x.Sizes[^2] * x.Sizes[^1])), x.Sizes[^2], x.Sizes[^1], kernel,
        stride, pad, dilation);
        long[] sizes = [.. x.Sizes[..^3], channels * kernel.Y * kernel.X, s.OutPlane];
        return Columns(source, s, sizes);
    }

    /// <summary>(N, C·kH·kW, windows) or without N to (N, C, H, W): values that fall on each other are added.</summary>
    public static Tensor Fold(
        Tensor x, (int Y, int X) size, (int Y, int X) kernel, (int Y, int X) dilation, (int Y, int X) pad, (int Y, int X) stride)
    {
        FloatingTypes.Require("fold", x);
        int taps = kernel.Y * kernel.X;
        if (x.Sizes.Length is not (2 or 3) || taps < 1 || x.Sizes[^2] % taps != 0)
        {
            throw new ArgumentException(
                "Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got "
                + $"{Shape.Text(x.Sizes)} and kernel_size={kernel}");
        }
        long channels = x.Sizes[^2] / taps, planes = channels * (x.Sizes.Length == 3 ? x.Sizes[0] : 1);
        WindowShape s = Create("fold", (int)planes, size.Y, size.X, kernel, stride, pad, dilation);
        if (x.Sizes[^1] != s.OutPlane)
        {
            throw new ArgumentException(
                $"Given output_size={size}, kernel_size={kernel}, dilation={dilation}, padding={pad}, stride={stride}, "
                + $"expected size of input's dimension 2 to match the calculated number of sliding blocks {s.OutHeight} * "
                + $"{s.OutWidth} = {s.OutPlane}, but got input.size(2)={x.Sizes[^1]}.");
        }
        return Images(Copies.AsContiguous(x), s, [.. x.Sizes[..^2], channels, size.Y, size.X]);
    }

    private static Tensor Columns(Tensor x, WindowShape s, long[] sizes)
    {
        Tensor y = Tensor.Empty(sizes, x.dtype);
        if (x.dtype == ScalarType.Float32)
        {
            Kernels.Unfold.Forward(s, x.Data<float>(), y.Data<float>());
        }
        else
        {
            Kernels.Unfold.Forward(s, x.Data<double>(), y.Data<double>());
        }
        return Tape.Record(y, "Im2ColBackward0", [x], [], (dy, node) => [Images(Copies.AsContiguous(dy), s, node.SizesOf(0))]);
    }

    private static Tensor Images(Tensor x, WindowShape s, long[] sizes)
    {
        Tensor y = Tensor.Empty(sizes, x.dtype);
        if (x.dtype == ScalarType.Float32)
        {
            Kernels.Unfold.Fold(s, x.Data<float>(), y.Data<float>());
        }
        else
        {
            Kernels.Unfold.Fold(s, x.Data<double>(), y.Data<double>());
        }
        return Tape.Record(y, "Col2ImBackward0", [x], [], (dy, node) => [Columns(Copies.AsContiguous(dy), s, node.SizesOf(0))]);
    }

    private static WindowShape Create(
        string name, int planes, long height, long width, (int Y, int X) kernel, (int Y, int X) stride, (int Y, int X) pad,
        (int Y, int X) dilation)
    {
        if (kernel.Y < 1 || kernel.X < 1 || stride.Y < 1 || stride.X < 1 || dilation.Y < 1 || dilation.X < 1 || pad.Y < 0
            || pad.X < 0)
        {
            throw new ArgumentException(
                $"{name}: kernel size {kernel}, stride {stride} and dilation {dilation} should be greater than zero, and padding "
                + $"{pad} not negative");
        }
        WindowShape s = WindowShape.Create(planes, checked((int)height), checked((int)width), kernel, stride, pad, dilation);
        return s.OutHeight > 0 && s.OutWidth > 0
            ? s
            : throw new ArgumentException(
                $"{name}: images of {height} x {width} with kernel_size={kernel}, dilation={dilation}, padding={pad}, "
                + $"stride={stride} give {s.OutHeight} x {s.OutWidth} sliding blocks, which must be positive");
    }
}
