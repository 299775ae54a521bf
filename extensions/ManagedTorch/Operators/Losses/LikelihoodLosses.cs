using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Negative logarithms of the likelihood of targets.</summary>
internal static class LikelihoodLosses
{
    /// <summary>½(log v + (x - t)²/v) of a normal distribution, v the variance, at least eps; with full ½ log 2π more.</summary>
    public static Tensor Gaussian(Tensor x, Tensor target, Tensor variance, bool full, double eps, nn.Reduction reduction)
    {
        if (!variance.Sizes.AsSpan().SequenceEqual(x.Sizes))
        {
            bool withoutLast = variance.Sizes.AsSpan().SequenceEqual(x.Sizes.AsSpan()[..^1]);
            bool oneForLast = variance.Sizes.Length == x.Sizes.Length && variance.Sizes[^1] == 1
                && variance.Sizes.AsSpan()[..^1].SequenceEqual(x.Sizes.AsSpan()[..^1]);
            variance = withoutLast ? Views.Unsqueeze(variance, variance.Sizes.Length)
                : oneForLast ? variance
                : throw new ArgumentException(
                    $"gaussian_nll_loss: variance is of incorrect size {Shape.Text(variance.Sizes)} for input "
                    + $"{Shape.Text(x.Sizes)}");
        }
        if (Truth.IsTrueAnywhere(Comparisons.Compare<Less>(variance, 0)))
        {
            throw new ArgumentException("gaussian_nll_loss: variance has negative entry/entries");
        }
        // As in PyTorch the slope by the variance is taken where it was raised to.
        Tensor missing = LossReduction.Positive(eps - variance.detach());
        Tensor v = variance + missing;
        Tensor losses = (Function.Of<Log>(v) + Function.Of<Square>(x - target) / v) * 0.5;
        return LossReduction.Of(full ? losses + 0.5 * Math.Log(2 * Math.PI) : losses, reduction);
    }

    /// <summary>eˣ - t·x, or x - t·log(x + eps) without logInput; with full Stirling's formula for log t! more.</summary>
    public static Tensor Poisson(Tensor x, Tensor target, bool logInput, bool full, double eps, nn.Reduction reduction)
    {
        Tensor losses = logInput ? Function.Of<Exp>(x) - target * x : x - target * Function.Of<Log>(x + eps);
        if (full)
        {
            Tensor stirling = target * Function.Of<Log>(target) - target + Function.Of<Log>(target * (2 * Math.PI)) * 0.5;
            losses += Selection.Where(Comparisons.Compare<LessOrEqual>(target, 1), 0, stirling);
        }
        return LossReduction.Of(losses, reduction);
    }
}
