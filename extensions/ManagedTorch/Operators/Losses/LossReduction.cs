using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>What a loss makes of the values of all elements.</summary>
internal static class LossReduction
{
    /// <summary>The losses themselves, their mean or their sum.</summary>
    public static Tensor Of(Tensor losses, nn.Reduction reduction) => reduction switch
    {
        nn.Reduction.None => losses,
        nn.Reduction.Mean => Reductions.Mean(losses, [], keepdim: false),
        _ => Reductions.Sum(losses, [], keepdim: false),
    };

    /// <summary>max(x, 0), with slope 1 at 0, as losses with a margin need it.</summary>
    public static Tensor Positive(Tensor x) => Extremes.Clamp(x, 0, (Scalar?)null);

    /// <summary>A setting that may not be negative.</summary>
    public static double Checked(string name, double value) =>
        value >= 0 ? value : throw new ArgumentException($"loss: {name} must not be negative, got {value}");
}
