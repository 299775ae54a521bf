using TorchSharp.Operators;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>What layers of transformers do beside attention: dense layers with an activation, dropout, and normalised
/// sums.</summary>
internal static class FeedForward
{
    /// <summary>linear2(dropout(activation(linear1(x)))).</summary>
    public static Tensor Run(Linear first, Linear second, nn.Activations activation, Tensor x, double p)
    {
        Tensor hidden = first.call(x);
        hidden = activation == nn.Activations.GELU ? Operators.Activations.Gelu(hidden) : Operators.Activations.Relu(hidden);
        return second.call(Drop(hidden, p));
    }

    /// <summary>norm(x + dropout(y)).</summary>
    public static Tensor AddAndNormalize(LayerNorm norm, Tensor x, Tensor y, double p) =>
        norm.call(Arithmetic.Add(x, Drop(y, p)));

    /// <summary>A layer normalisation with the same values.</summary>
    public static LayerNorm CopyOf(LayerNorm source)
    {
        LayerNorm copy = nn.LayerNorm(source.normalized_shape, source.eps, source.elementwise_affine, source.bias is not null);
        copy.weight = AttentionProjections.CopyOf(source.weight)!;
        copy.bias = AttentionProjections.CopyOf(source.bias);
        return copy;
    }

    private static Tensor Drop(Tensor x, double p) => p == 0 ? x : Dropouts.Drop(x, p);
}
