using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Cross entropy of yes-or-no questions, with weights.</summary>
internal static unsafe class BinaryLosses
{
    /// <summary>Of probabilities.</summary>
    public static Tensor OfProbabilities(Tensor x, Tensor target, Tensor? weight, nn.Reduction reduction)
    {
        if (!x.Sizes.AsSpan().SequenceEqual(target.Sizes))
        {
            throw new ArgumentException(
                $"Using a target size ({Shape.Text(target.Sizes)}) that is different to the input size ({Shape.Text(x.Sizes)}) "
                + "is deprecated. Please ensure they have the same size.");
        }
        FloatingTypes.Require("binary_cross_entropy", x);
        Tensor source = Copies.AsContiguous(x);
        bool inside = x.Elements == 0
            || (x.dtype == ScalarType.Float32 ? IsProbability(source.Data<float>(),
            x.Elements) : IsProbability(source.Data<double>(), x.Elements));
        if (!inside)
        {
            throw new ArgumentException("all elements of input should be between 0 and 1");
        }
        return Weighted<BinaryCrossEntropy>(source, target, weight, reduction, "binary_cross_entropy");
    }

    /// <summary>Of logits; <paramref name="positive"/> weighs the answers yes.</summary>
    public static Tensor OfLogits(Tensor x, Tensor target, Tensor? weight, nn.Reduction reduction, Tensor? positive)
    {
        if (!x.Sizes.AsSpan().SequenceEqual(target.Sizes))
        {
            throw new ArgumentException(
                $"Target size ({Shape.Text(target.Sizes)}) must be the same as input size ({Shape.Text(x.Sizes)})");
        }
        if (positive is null)
        {
            return Weighted<BinaryCrossEntropyOfLogits>(x, target, weight, reduction, "binary_cross_entropy_with_logits");
        }
        // (1 - t)·x + (1 + (p - 1)·t)·log(1 + e⁻ˣ)
        Tensor losses = (1 - target) * x - (1 + (positive - 1) * target) * Function.Of<LogSigmoid>(x);
        return LossReduction.Of(weight is null ? losses : losses * weight, reduction);
    }

    private static Tensor Weighted<TLoss>(Tensor x, Tensor target, Tensor? weight, nn.Reduction reduction, string name)
        where TLoss : struct, IPairLoss => weight is null
            ? PairLosses.Of<TLoss>(x, target, reduction, name)
            : LossReduction.Of(PairLosses.Of<TLoss>(x, target, nn.Reduction.None, name) * weight, reduction);

    private static bool IsProbability<T>(T* x, long count) where T : unmanaged, System.Numerics.INumber<T> =>
        Extremum.ValueShared<Smallest, T>(x, count) >= T.Zero && Extremum.ValueShared<Largest, T>(x, count) <= T.One;
}
