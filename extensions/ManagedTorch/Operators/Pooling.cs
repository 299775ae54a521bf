using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Maxima and means of windows of images (N, C, H, W) or (C, H, W); sequences are images of height 1.</summary>
internal static unsafe class Pooling
{
    /// <summary>The greatest value of each window and where it lies in its plane (row·width + column).</summary>
    public static (Tensor Values, Tensor Indices) Max(
        Tensor x, (int Y, int X) kernel, (int Y, int X) stride, (int Y, int X) pad, (int Y, int X) dilation, bool ceil)
    {
        Tensor source = Checked("max_pool2d", x);
        WindowShape s = Windows("max_pool2d", source, kernel, stride, pad, dilation, ceil);
        Tensor y = Tensor.Empty(Resized(source, s.OutHeight, s.OutWidth), x.dtype);
        Tensor indices = Tensor.Empty(y.Sizes, ScalarType.Int64);
        if (x.dtype == ScalarType.Float32)
        {
            MaxPool.Forward(s, source.Data<float>(), y.Data<float>(), indices.Data<long>());
        }
        else
        {
            MaxPool.Forward(s, source.Data<double>(), y.Data<double>(), indices.Data<long>());
        }
        return (RecordMax(y, indices, source), indices);
    }

    /// <summary>The greatest value of each of a given number of bins.</summary>
    public static (Tensor Values, Tensor Indices) AdaptiveMax(Tensor x, int height, int width)
    {
        Tensor source = Checked("adaptive_max_pool2d", x);
        Tensor y = Tensor.Empty(Resized(source, height, width), x.dtype);
        Tensor indices = Tensor.Empty(y.Sizes, ScalarType.Int64);
        int planes = Planes(source), h = (int)source.Sizes[^2], w = (int)source.Sizes[^1];
        if (x.dtype == ScalarType.Float32)
        {
            AdaptivePool.Max(planes, h, w, height, width, source.Data<float>(), y.Data<float>(), indices.Data<long>());
        }
        else
        {
            AdaptivePool.Max(planes, h, w, height, width, source.Data<double>(), y.Data<double>(), indices.Data<long>());
        }
        return (RecordMax(y, indices, source), indices);
    }

    /// <summary>The mean of each window; divisor 0 counts the values, with <paramref name="countPad"/> those of the padding
    /// too.</summary>
    public static Tensor Average(
        Tensor x, (int Y, int X) kernel, (int Y, int X) stride, (int Y, int X) pad, bool ceil, bool countPad, int divisor)
    {
        Tensor source = Checked("avg_pool2d", x);
        WindowShape s = Windows("avg_pool2d", source, kernel, stride, pad, (1, 1), ceil);
        return Average(source, s, countPad, divisor);
    }

    /// <summary>The mean of each of a given number of bins.</summary>
    public static Tensor AdaptiveAverage(Tensor x, int height, int width) =>
        AdaptiveMean(Checked("adaptive_avg_pool2d", x), height, width);

    private static Tensor Average(Tensor x, WindowShape s, bool countPad, int divisor)
    {
        Tensor y = Tensor.Empty(Resized(x, s.OutHeight, s.OutWidth), x.dtype);
        if (x.dtype == ScalarType.Float32)
        {
            AveragePool.Forward(s, x.Data<float>(), y.Data<float>(), countPad, divisor);
        }
        else
        {
            AveragePool.Forward(s, x.Data<double>(), y.Data<double>(), countPad, divisor);
        }
        return Tape.Record(y, "AvgPool2DBackward0", [x], [], (dy, node) =>
            [AverageGradient(Copies.AsContiguous(dy), node.SizesOf(0), s, countPad, divisor)]);
    }

    private static Tensor AverageGradient(Tensor dy, long[] sizes, WindowShape s, bool countPad, int divisor)
    {
        Tensor dx = Tensor.Empty(sizes, dy.dtype);
        if (dy.dtype == ScalarType.Float32)
        {
            AveragePool.Backward(s, dy.Data<float>(), dx.Data<float>(), countPad, divisor);
        }
        else
        {
            AveragePool.Backward(s, dy.Data<double>(), dx.Data<double>(), countPad, divisor);
        }
        // Linear: its transpose is the mean itself.
        return Tape.Record(
            dx, "AvgPool2DBackwardBackward0", [dy], [], (g, _) => [Average(Copies.AsContiguous(g), s, countPad, divisor)]);
    }

    private static Tensor AdaptiveMean(Tensor x, int height, int width)
    {
        Tensor y = Tensor.Empty(Resized(x, height, width), x.dtype);
        int planes = Planes(x), h = (int)x.Sizes[^2], w = (int)x.Sizes[^1];
        if (x.dtype == ScalarType.Float32)
        {
            AdaptivePool.Average(planes, h, w, height, width, x.Data<float>(), y.Data<float>());
        }
        else
        {
            AdaptivePool.Average(planes, h, w, height, width, x.Data<double>(), y.Data<double>());
        }
        return Tape.Record(y, "AdaptiveAvgPool2DBackward0", [x], [], static (dy, node) =>
            [AdaptiveMeanGradient(Copies.AsContiguous(dy), node.SizesOf(0))]);
    }

    private static Tensor AdaptiveMeanGradient(Tensor dy, long[] sizes)
    {
        Tensor dx = Tensor.Empty(sizes, dy.dtype);
        int height = (int)dy.Sizes[^2], width = (int)dy.Sizes[^1], h = (int)sizes[^2], w = (int)sizes[^1];
        if (dy.dtype == ScalarType.Float32)
        {
            AdaptivePool.AverageBackward(Planes(dy), h, w, height, width, dy.Data<float>(), dx.Data<float>());
        }
        else
        {
            AdaptivePool.AverageBackward(Planes(dy), h, w, height, width, dy.Data<double>(), dx.Data<double>());
        }
        return Tape.Record(dx, "AdaptiveAvgPool2DBackwardBackward0", [dy], [], (g, _) =>
            [AdaptiveMean(Copies.AsContiguous(g), height, width)]);
    }

    private static Tensor RecordMax(Tensor y, Tensor indices, Tensor x) =>
        Tape.Record(y, "MaxPool2DWithIndicesBackward0", [x], [indices], static (dy, node) =>
            [MaxGradient(Copies.AsContiguous(dy), node[0], node.SizesOf(0))]);

    // Each dy goes to the place its maximum came from.
    private static Tensor MaxGradient(Tensor dy, Tensor indices, long[] sizes)
    {
        Tensor dx = Tensor.Empty(sizes, dy.dtype);
        WindowShape s = WindowShape.Create(Planes(dy), (int)sizes[^2], (int)sizes[^1], (1, 1), (1, 1), (0, 0), (1, 1)) with
        {
            OutHeight = (int)dy.Sizes[^2], OutWidth = (int)dy.Sizes[^1],
        };
        if (dy.dtype == ScalarType.Float32)
        {
            MaxPool.Backward(s, dy.Data<float>(), indices.Data<long>(), dx.Data<float>());
        }
        else
        {
            MaxPool.Backward(s, dy.Data<double>(), indices.Data<long>(), dx.Data<double>());
        }
        return Tape.Record(
            dx, "MaxPool2DWithIndicesBackwardBackward0", [dy], [indices], static (g, node) => [Picked(g, node[0])]);
    }

    // g at the places of the maxima.
    private static Tensor Picked(Tensor g, Tensor indices)
    {
        Tensor source = Copies.AsContiguous(g);
        Tensor y = Tensor.Empty(indices.Sizes, g.dtype);
        long planes = Planes(g), from = g.Sizes[^2] * g.Sizes[^1], to = indices.Sizes[^2] * indices.Sizes[^1];
        if (g.dtype == ScalarType.Float32)
        {
            Pick(source.Data<float>(), indices.Data<long>(), y.Data<float>(), planes, from, to);
        }
        else
        {
            Pick(source.Data<double>(), indices.Data<long>(), y.Data<double>(), planes, from, to);
        }
        return Tape.Record(y, "MaxPool2DPickBackward0", [g], [indices], static (dy, node) =>
            [MaxGradient(Copies.AsContiguous(dy), node[0], node.SizesOf(0))]);
    }

    private static void Pick<T>(T* x, long* indices, T* y, long planes, long from, long to) where T : unmanaged
    {
        for (long plane = 0; plane < planes; plane++)
        {
            for (long i = 0; i < to; i++)
            {
                y[plane * to + i] = x[plane * from + indices[plane * to + i]];
            }
        }
    }

    private static Tensor Checked(string operation, Tensor x)
    {
        FloatingTypes.Require(operation, x);
        return x.Sizes.Length is 3 or 4
            ? Copies.AsContiguous(x)
            : throw new ArgumentException($"{operation}: expected input (N, C, H, W) or (C, H, W), got {Shape.Text(x.Sizes)}");
    }

    private static WindowShape Windows(
        string operation, Tensor x, (int Y, int X) kernel, (int Y, int X) stride, (int Y, int X) pad,
        (int Y, int X) dilation, bool ceil)
    {
        if (kernel.Y < 1 || kernel.X < 1 || stride.Y < 1 || stride.X < 1 || dilation.Y < 1 || dilation.X < 1)
        {
            throw new ArgumentException(
                $"{operation}: kernel size {kernel}, stride {stride} and dilation {dilation} should be greater than zero");
        }
        if (pad.Y < 0 || pad.X < 0 || pad.Y > kernel.Y / 2 || pad.X > kernel.X / 2)
        {
            throw new ArgumentException(
                $"{operation}: pad should be at most half of kernel size, but got pad={pad} and kernel_size={kernel}");
        }
        WindowShape s = WindowShape.Create(Planes(x), (int)x.Sizes[^2], (int)x.Sizes[^1], kernel, stride, pad, dilation, ceil);
        if (s.OutHeight < 1 || s.OutWidth < 1)
        {
            throw new ArgumentException(
                $"{operation}: Given input size: ({x.Sizes[^3]}x{x.Sizes[^2]}x{x.Sizes[^1]}). Calculated output size: "
                + $"({x.Sizes[^3]}x{s.OutHeight}x{s.OutWidth}). Output size is too small");
        }
        return s;
    }

    private static long[] Resized(Tensor x, long height, long width)
    {
        long[] sizes = [.. x.Sizes];
        sizes[^2] = height;
        sizes[^1] = width;
        return sizes;
    }

    private static int Planes(Tensor x) => checked((int)Shape.Elements(x.Sizes.AsSpan()[..^2]));
}
