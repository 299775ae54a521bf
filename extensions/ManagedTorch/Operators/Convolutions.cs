using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Convolutions of images (N, C, H, W) and their transposes; sequences are images of height 1.</summary>
/// <remarks>
/// A convolution is linear in its input x and in its weight w, so all derivatives are made of three maps: y(x, w), the gradient
/// by x dx(dy, w), and the gradient by w dw(x, dy). Each is recorded with the other two as its own derivatives, to any order.
/// </remarks>
internal static unsafe class Convolutions
{
    /// <summary>Stride, padding, dilation (y, x) and number of groups.</summary>
    internal readonly record struct Settings((int Y, int X) Stride, (int Y, int X) Pad, (int Y, int X) Dilation, int Groups)
    {
        /// <summary>Stride 1, no padding, no dilation, one group.</summary>
        public static Settings Plain => new((1, 1), (0, 0), (1, 1), 1);
    }

    /// <summary>y[n, o] = bias[o] + Σ w[o, c] * x[n, c].</summary>
    /// <param name="x">(N, C, H, W).</param> <param name="w">(O, C / groups, kH, kW).</param> <param name="bias">(O) or
    /// null.</param>
    /// <param name="s">Stride, padding, dilation, groups.</param>
    /// <exception cref="ArgumentException">Channels, groups or kernel do not fit the input.</exception>
    public static Tensor Convolve(Tensor x, Tensor w, Tensor? bias, Settings s)
    {
        FloatingTypes.RequireSame("conv2d", x, w, bias);
        CheckChannels(x, w, bias, s, "conv2d");
        return Forward(Copies.AsContiguous(x), Copies.AsContiguous(w), bias, s);
    }

    /// <summary>The transpose of a convolution: spreads each input over a kernel's reach.</summary>
    /// <param name="x">(N, C, H, W).</param> <param name="w">(C, O / groups, kH, kW).</param> <param name="bias">(O) or
    /// null.</param>
    /// <param name="s">Stride, padding, dilation, groups of the convolution whose transpose it is.</param>
    /// <param name="outputPad">Rows and columns to add at the far end.</param>
    public static Tensor ConvolveTransposed(Tensor x, Tensor w, Tensor? bias, Settings s, (int Y, int X) outputPad)
    {
        FloatingTypes.RequireSame("conv_transpose2d", x, w, bias);
        if (x.Sizes.Length != 4 || w.Sizes.Length != 4 || x.Sizes[1] != w.Sizes[0] || s.Groups < 1 || w.Sizes[0] % s.Groups != 0)
        {
            throw new ArgumentException(
                $"conv_transpose2d: Given transposed=1, weight of size {Shape.Text(w.Sizes)}, expected "
                + $"input{Shape.Text(x.Sizes)} to have {(w.Sizes.Length > 0 ? w.Sizes[0] : 0)} channels, divisible by "
                + $"groups={s.Groups}");
        }
        ConvShape shape = ConvShape.CreateTransposed(
            I(x.Sizes[0]), I(x.Sizes[1]), I(x.Sizes[2]), I(x.Sizes[3]), I(w.Sizes[1]) * s.Groups,
            (I(w.Sizes[2]), I(w.Sizes[3])), s.Stride, s.Pad, outputPad, s.Dilation, s.Groups);
        if (shape.InHeight < 1 || shape.InWidth < 1)
        {
            throw new ArgumentException(
                $"conv_transpose2d: Given input {Shape.Text(x.Sizes)} and kernel {Shape.Text(w.Sizes)}. Calculated output size: "
                + $"({shape.InHeight} x {shape.InWidth}). Output size is too small");
        }
        return InputGradient(shape, Copies.AsContiguous(x), Copies.AsContiguous(w), bias);
    }

    private static Tensor Forward(Tensor x, Tensor w, Tensor? bias, Settings s)
    {
        ConvShape shape = ConvShape.Create(
            I(x.Sizes[0]), I(x.Sizes[1]), I(x.Sizes[2]), I(x.Sizes[3]), I(w.Sizes[0]),
            (I(w.Sizes[2]), I(w.Sizes[3])), s.Stride, s.Pad, s.Dilation, s.Groups);
        if (shape.OutHeight < 1 || shape.OutWidth < 1)
        {
            throw new ArgumentException(
                $"conv2d: Calculated padded input size per channel: ({x.Sizes[2] + 2 * s.Pad.Y} x {x.Sizes[3] + 2 * s.Pad.X}). "
                + $"Kernel size: ({w.Sizes[2]} x {w.Sizes[3]}). Kernel size can't be greater than actual input size (input "
                + $"{Shape.Text(x.Sizes)}, weight {Shape.Text(w.Sizes)})");
        }
        return Forward(shape, x, w, bias);
    }

    private static Tensor Forward(ConvShape shape, Tensor x, Tensor w, Tensor? bias)
    {
        Tensor y = Tensor.Empty([shape.Batch, shape.OutChannels, shape.OutHeight, shape.OutWidth], x.dtype);
        Tensor? offsets = bias is null ? null : Copies.AsContiguous(bias);
        if (x.dtype == ScalarType.Float32)
        {
            Convolution.Forward(shape, x.Data<float>(), w.Data<float>(), Address<float>(offsets), y.Data<float>());
        }
        else
        {
            Convolution.Forward(shape, x.Data<double>(), w.Data<double>(), Address<double>(offsets), y.Data<double>());
        }
        ReadOnlySpan<Tensor> inputs = offsets is null ? [x, w] : [x, w, offsets];
        return Tape.Needs(inputs) ? RecordForward(shape, y, inputs) : y;
    }

    // Apart, so that no closure is made where nothing is recorded, as in a backward pass.
    private static Tensor RecordForward(ConvShape shape, Tensor y, ReadOnlySpan<Tensor> inputs) =>
        Tape.Record(y, "ConvolutionBackward0", inputs, inputs[..2], (dy0, node) =>
        {
            Tensor dy = Copies.AsContiguous(dy0);
            Tensor? dx = node.Needs(0) ? InputGradient(shape, dy, node[1], null) : null;
            if (node.Edges.Length == 3 && node.Needs(1) && node.Needs(2) && !GradMode.Enabled)
            {
                Tensor db = Tensor.Empty([shape.OutChannels], dy.dtype);
                return [dx, WeightGradient(shape, node[0], dy, db), db];
            }
            Tensor? dw = node.Needs(1) ? WeightGradient(shape, node[0], dy) : null;
            return node.Edges.Length == 2 ? [dx, dw] : [dx, dw, node.Needs(2) ? BiasGradient(dy) : null];
        });

    // dx(dy, w): also the forward pass of a transposed convolution, whose input is dy.
    private static Tensor InputGradient(ConvShape shape, Tensor dy, Tensor w, Tensor? bias)
    {
        Tensor dx = Tensor.Empty([shape.Batch, shape.InChannels, shape.InHeight, shape.InWidth], dy.dtype);
        Tensor? offsets = bias is null ? null : Copies.AsContiguous(bias);
        if (dy.dtype == ScalarType.Float32)
        {
            Convolution.BackwardInput(shape, dy.Data<float>(), w.Data<float>(), Address<float>(offsets), dx.Data<float>());
        }
        else
        {
            Convolution.BackwardInput(shape, dy.Data<double>(), w.Data<double>(), Address<double>(offsets), dx.Data<double>());
        }
        ReadOnlySpan<Tensor> inputs = offsets is null ? [dy, w] : [dy, w, offsets];
        return Tape.Needs(inputs) ? RecordInputGradient(shape, dx, inputs) : dx;
    }

    private static Tensor RecordInputGradient(ConvShape shape, Tensor dx, ReadOnlySpan<Tensor> inputs) =>
        Tape.Record(dx, "ConvolutionBackward0", inputs, inputs[..2], (g0, node) =>
        {
            Tensor g = Copies.AsContiguous(g0);
            Tensor? ddy = node.Needs(0) ? Forward(shape, g, node[1], null) : null;
            Tensor? dw = node.Needs(1) ? WeightGradient(shape, g, node[0]) : null;
            return node.Edges.Length == 2 ? [ddy, dw] : [ddy, dw, node.Needs(2) ? BiasGradient(g) : null];
        });

    // Fills db too if given, unrecorded.
    private static Tensor WeightGradient(ConvShape shape, Tensor x, Tensor dy, Tensor? db = null)
    {
        Tensor dw = Tensor.Empty([shape.OutChannels, shape.GroupIn, shape.KernelHeight, shape.KernelWidth], x.dtype);
        if (x.dtype == ScalarType.Float32)
        {
            Convolution.BackwardWeight(shape, x.Data<float>(), dy.Data<float>(), dw.Data<float>(), Address<float>(db));
        }
        else
        {
            Convolution.BackwardWeight(shape, x.Data<double>(), dy.Data<double>(), dw.Data<double>(), Address<double>(db));
        }
        return Tape.Needs([x, dy]) ? RecordWeightGradient(shape, dw, [x, dy]) : dw;
    }

    private static Tensor RecordWeightGradient(ConvShape shape, Tensor dw, ReadOnlySpan<Tensor> inputs) =>
        Tape.Record(dw, "ConvolutionBackward0", inputs, inputs, (g0, node) =>
        {
            Tensor g = Copies.AsContiguous(g0);
            return
            [
                node.Needs(0) ? InputGradient(shape, node[1], g, null) : null,
                node.Needs(1) ? Forward(shape, node[0], g, null) : null,
            ];
        });

    private static Tensor BiasGradient(Tensor dy)
    {
        int batch = I(dy.Sizes[0]), channels = I(dy.Sizes[1]);
        nint plane = (nint)(dy.Sizes[2] * dy.Sizes[3]);
        Tensor db = Tensor.Empty([channels], dy.dtype);
        if (dy.dtype == ScalarType.Float32)
        {
            Kernels.BiasGradient.Run(batch, channels, plane, dy.Data<float>(), db.Data<float>());
        }
        else
        {
            Kernels.BiasGradient.Run(batch, channels, plane, dy.Data<double>(), db.Data<double>());
        }
        return Tape.Record(db, "SumBackward1", [dy], [], static (g, node) =>
            [Views.Expand(Views.View(g, [1, -1, 1, 1]), node.SizesOf(0))]);
    }

    private static void CheckChannels(Tensor x, Tensor w, Tensor? bias, Settings s, string operation)
    {
        if (x.Sizes.Length != 4 || w.Sizes.Length != 4)
        {
            throw new ArgumentException(
                $"{operation}: expected input (N, C, H, W) and weight (O, C/groups, kH, kW), got {Shape.Text(x.Sizes)} and "
                + $"{Shape.Text(w.Sizes)}");
        }
        if (s.Groups < 1 || x.Sizes[1] != w.Sizes[1] * s.Groups || w.Sizes[0] % s.Groups != 0)
        {
            throw new ArgumentException(
                $"{operation}: Given groups={s.Groups}, weight of size {Shape.Text(w.Sizes)}, expected "
                + $"input{Shape.Text(x.Sizes)} to have {w.Sizes[1] * s.Groups} channels, but got {x.Sizes[1]} channels instead");
        }
        if (bias is not null && (bias.Sizes.Length != 1 || bias.Sizes[0] != w.Sizes[0]))
        {
            throw new ArgumentException(
                $"{operation}: Given weight of size {Shape.Text(w.Sizes)}, expected bias to be 1-dimensional with {w.Sizes[0]} "
                + $"elements, but got bias of size {Shape.Text(bias.Sizes)} instead");
        }
        if (s.Stride.Y < 1 || s.Stride.X < 1 || s.Dilation.Y < 1 || s.Dilation.X < 1 || s.Pad.Y < 0 || s.Pad.X < 0)
        {
            throw new ArgumentException($"{operation}: stride and dilation must be at least 1 and padding at least 0, got {s}");
        }
    }

    private static T* Address<T>(Tensor? x) where T : unmanaged => x is null ? null : x.Data<T>();

    private static int I(long size) => checked((int)size);
}
