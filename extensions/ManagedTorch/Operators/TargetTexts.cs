using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Where a sequence's labels begin, how many there are, and how many steps of the network belong to it.</summary>
internal readonly record struct TargetText(int Start, int Length, int Steps);

/// <summary>The labels of a batch of sequences, checked: given as a matrix with a row each, or one after the other.</summary>
internal sealed class TargetTexts
{
    /// <summary>Reads targets and lengths for log-probabilities of shape (T, N, C).</summary>
    public TargetTexts(long[] sizes, Tensor targets, Tensor inputLengths, Tensor targetLengths, long blank)
    {
        (long steps, long batch, long classes) = (sizes[0], sizes[1], sizes[2]);
        if (blank < 0 || blank >= classes)
        {
            throw new ArgumentOutOfRangeException(nameof(blank),
                $"ctc_loss: blank must be in label range 0 … {classes - 1}, got {blank}");
        }
        Blank = (int)blank;
        Labels = Whole("targets", targets);
        long[] ins = Lengths("input_lengths", inputLengths, batch), outs = Lengths("target_lengths", targetLengths, batch);
        bool matrix = targets.Sizes.Length == 2;
        if (targets.Sizes.Length > 2 || (matrix ? targets.Sizes[0] != batch : targets.Elements < outs.Sum()))
        {
            throw new ArgumentException(
                $"ctc_loss: expected targets ({batch}, S) or ({outs.Sum()}), the sum of the target lengths, got "
                + $"{Shape.Text(targets.Sizes)}");
        }
        Each = new TargetText[batch];
        long start = 0;
        for (int n = 0; n < batch; n++)
        {
            if (ins[n] < 0 || ins[n] > steps)
            {
                throw new ArgumentException(
                    $"ctc_loss: Expected input_lengths to have value at most {steps}, but got value {ins[n]}");
            }
            if (outs[n] < 0 || (matrix && outs[n] > targets.Sizes[1]))
            {
                throw new ArgumentException(
                    $"ctc_loss: target length {outs[n]} of sequence {n} does not fit targets {Shape.Text(targets.Sizes)}");
            }
            Each[n] = new TargetText((int)(matrix ? n * targets.Sizes[1] : start), (int)outs[n], (int)ins[n]);
            start += outs[n];
            CheckLabels(Labels.AsSpan(Each[n].Start, Each[n].Length), classes);
            LongestLength = Math.Max(LongestLength, Each[n].Length);
        }
    }

    /// <summary>The class between labels.</summary>
    public int Blank { get; }

    /// <summary>All labels.</summary>
    public long[] Labels { get; }

    /// <summary>Each sequence's part.</summary>
    public TargetText[] Each { get; }

    /// <summary>The most labels of a sequence.</summary>
    public int LongestLength { get; }

    private void CheckLabels(ReadOnlySpan<long> labels, long classes)
    {
        foreach (long label in labels)
        {
            if (label < 0 || label >= classes || label == Blank)
            {
                throw new ArgumentException(
                    $"ctc_loss: a target is {label}; targets must be in 0 … {classes - 1} and not the blank, {Blank}");
            }
        }
    }

    private static long[] Lengths(string name, Tensor lengths, long batch)
    {
        if (lengths.Elements != batch)
        {
            throw new ArgumentException(
                $"ctc_loss: {name} must be of size batch_size ({batch}), got {Shape.Text(lengths.Sizes)}");
        }
        return Whole(name, lengths);
    }

    private static unsafe long[] Whole(string name, Tensor values)
    {
        if (!ElementType.IsInteger(values.dtype))
        {
            throw new ArgumentException($"ctc_loss: {name} must be whole numbers, got '{ElementType.Name(values.dtype)}'");
        }
        Tensor whole = Copies.AsContiguous(Copies.To(values, ScalarType.Int64));
        return new Span<long>(whole.Pointer, checked((int)whole.Elements)).ToArray();
    }
}
