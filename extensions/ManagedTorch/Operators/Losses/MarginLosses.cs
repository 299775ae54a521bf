using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Losses that ask for a margin between what belongs together and what does not.</summary>
internal static class MarginLosses
{
    /// <summary>x for targets 1, max(0, margin - x) for targets -1.</summary>
    public static Tensor HingeEmbedding(Tensor x, Tensor target, double margin, nn.Reduction reduction)
    {
        Tensor apart = Selection.Where(Comparisons.Compare<NotEqual>(target, 1), LossReduction.Positive(margin - x), 0);
        Tensor together = Selection.Where(Comparisons.Compare<NotEqual>(target, -1), x, 0);
        return LossReduction.Of(apart + together, reduction);
    }

    /// <summary>1 - cos for targets 1, max(0, cos - margin) for targets -1; vectors along the last axis.</summary>
    public static Tensor CosineEmbedding(Tensor a, Tensor b, Tensor target, double margin, nn.Reduction reduction)
    {
        const double Least = 1e-12;    // as PyTorch: added to the squared lengths
        long[] axis = [a.Sizes.Length - 1];
        if (a.Sizes.Length is not (1 or 2) || !a.Sizes.AsSpan().SequenceEqual(b.Sizes)
            || target.Sizes.Length != a.Sizes.Length - 1)
        {
            throw new ArgumentException(
                $"cosine_embedding_loss: expected inputs (N, D) with target (N), or (D) with a number, found "
                + $"{Shape.Text(a.Sizes)}, "
                + $"{Shape.Text(b.Sizes)} and {Shape.Text(target.Sizes)}");
        }
        Tensor squares = (Reductions.Sum(a * a, axis, false) + Least) * (Reductions.Sum(b * b, axis, false) + Least);
        Tensor cosine = Reductions.Sum(a * b, axis, false) / Function.Of<Sqrt>(squares);
        Tensor together = Selection.Where(Comparisons.Compare<Equal>(target, 1), 1 - cosine, 0);
        Tensor apart = Selection.Where(Comparisons.Compare<Equal>(target, -1), LossReduction.Positive(cosine - margin), 0);
        return LossReduction.Of(together + apart, reduction);
    }

    /// <summary>max(0, margin - t·(a - b)): a is to be the larger for t = 1, b for t = -1.</summary>
    public static Tensor Ranking(Tensor a, Tensor b, Tensor target, double margin, nn.Reduction reduction) =>
        a.Sizes.Length == b.Sizes.Length && b.Sizes.Length == target.Sizes.Length
            ? LossReduction.Of(LossReduction.Positive(-target * (a - b) + margin), reduction)
            : throw new ArgumentException(
                "margin_ranking_loss : All input tensors should have same dimension but got sizes: "
                + $"input1: {Shape.Text(a.Sizes)}, input2: {Shape.Text(b.Sizes)}, target: {Shape.Text(target.Sizes)}");

    /// <summary>Σ max(0, margin - x[t] + x[j])ᵖ/C over the classes j ≠ t, times the weight of t.</summary>
    public static Tensor MultiClass(Tensor x, Tensor target, int p, double margin, Tensor? weight, nn.Reduction reduction)
    {
        if (p is not (1 or 2))
        {
            throw new ArgumentException($"multi_margin_loss: only p == 1 and p == 2 are supported, got {p}");
        }
        var targets = new ClassTargets(x, target, weight, long.MinValue);
        Tensor rows = ClassTargets.Rows(x);
        Tensor index = Views.View(targets.Index, [-1, 1]);
        Tensor excess = LossReduction.Positive(rows - Gathering.Gather(rows, 1, index) + margin);
        excess = p == 1 ? excess : excess * excess;
        Tensor others = Comparisons.Compare<NotEqual>(index, Creation.Steps(targets.Classes, 0, 1, ScalarType.Int64));
        Tensor losses = Reductions.Sum(Selection.Where(others, excess, 0), [1], false) / targets.Classes;
        losses = weight is null ? losses : losses * targets.Weight;
        return LossReduction.Of(Views.View(losses, targets.Sizes), reduction);
    }

    /// <summary>log(1 + e^(-t·x)) for targets 1 and -1.</summary>
    public static Tensor Soft(Tensor x, Tensor target, nn.Reduction reduction) =>
        LossReduction.Of(-Function.Of<LogSigmoid>(target * x), reduction);

    /// <summary>The mean over the classes of the binary cross entropy of each.</summary>
    public static Tensor MultiLabelSoft(Tensor x, Tensor target, Tensor? weight, nn.Reduction reduction)
    {
        Tensor losses = -(target * Function.Of<LogSigmoid>(x) + (1 - target) * Function.Of<LogSigmoid>(-x));
        return LossReduction.Of(Reductions.Mean(weight is null ? losses : losses * weight, [-1], false), reduction);
    }

    /// <summary>max(0, margin + distance to the positive - distance to the negative).</summary>
    /// <param name="anchor">(N, D).</param> <param name="positive">Of the same kind.</param> <param name="negative">Of another
    /// kind.</param>
    /// <param name="distance">Of the rows of two tensors.</param> <param name="margin">How much farther the negative is to
    /// be.</param>
    /// <param name="swap">Whether the negative's distance to the positive counts if it is nearer (Balntas and others,
    /// 2016).</param>
    /// <param name="reduction">What becomes of the losses.</param>
    public static Tensor Triplet(
        Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor> distance, double margin, bool swap,
        nn.Reduction reduction)
    {
        Tensor near = distance(anchor, positive), far = distance(anchor, negative);
        far = swap ? Extremes.Minimum(far, distance(positive, negative)) : far;
        return LossReduction.Of(LossReduction.Positive(near - far + margin), reduction);
    }
}
