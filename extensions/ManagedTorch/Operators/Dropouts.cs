using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Values left out at random, the others enlarged so that the expected sum stays.</summary>
internal static unsafe partial class Dropouts
{
    /// <summary>y = x·m / (1 - p) with m drawn 0 with probability <paramref name="p"/> and 1 otherwise, in PyTorch's order of
    /// draws.</summary>
    public static Tensor Drop(Tensor x, double p)
    {
        FloatingTypes.Require("dropout", x);
        CheckProbability("dropout", p);
        return p == 0 ? Views.Itself(x) : Masked(x, DrawMask(x.Sizes, p), p == 1 ? 0 : 1 / (1 - p));
    }

    /// <summary>Bytes of 0, with probability <paramref name="p"/>, and 1.</summary>
    public static Tensor DrawMask(long[] sizes, double p)
    {
        Tensor mask = Tensor.Empty(sizes, ScalarType.Byte);
        DrawMask(mask, p);
        return mask;
    }

    /// <summary>Fills contiguous bytes with 0, with probability <paramref name="p"/>, and 1. PyTorch draws nothing for p =
    /// 1.</summary>
    public static void DrawMask(Tensor mask, double p)
    {
        if (p < 1)
        {
            Samplers.Mask(Generator.Default.Source, new Span<byte>(mask.Pointer, checked((int)mask.Elements)), 1 - p);
        }
        else
        {
            Copies.Fill(mask, 0);
        }
    }

    /// <summary>Refuses what is no probability.</summary>
    public static void CheckProbability(string operation, double p)
    {
        if (!(p >= 0 && p <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(p), $"{operation}: dropout probability has to be between 0 and 1, but got {p}");
        }
    }

    // Linear in x, so its derivative is itself: dx = dy·m·scale.
    private static Tensor Masked(Tensor x, Tensor mask, double scale)
    {
        Tensor source = Copies.AsContiguous(x);
        Tensor y = !GradMode.Enabled && source.IsOursAlone ? source : Tensor.EmptyLike(source);
        if (x.dtype == ScalarType.Float32)
        {
            Dropout.Apply(source.Data<float>(), mask.Data<byte>(), y.Data<float>(), (float)scale, y.Elements);
        }
        else
        {
            Dropout.Apply(source.Data<double>(), mask.Data<byte>(), y.Data<double>(), scale, y.Elements);
        }
        return Tape.Record(y, "MulBackward0", [x], [mask], (dy, node) => [Masked(dy, node[0], scale)]);
    }
}
