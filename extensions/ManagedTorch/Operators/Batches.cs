using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Brings images and sequences, with or without a batch axis, to the form (N, C, H, W) and back.</summary>
internal static class Batches
{
    /// <summary>Applies an operation on (N, C, H, W) to that or to (C, H, W).</summary>
    public static Tensor OfImages(Tensor x, Func<Tensor, Tensor> operation) => x.Sizes.Length switch
    {
        4 => operation(x),
        3 => Views.Squeeze(operation(Views.Unsqueeze(x, 0)), 0),
        _ => throw new ArgumentException($"expected images (N, C, H, W) or (C, H, W), found {Shape.Text(x.Sizes)}"),
    };

    /// <summary>Applies an operation on (N, C, 1, L) to (N, C, L) or (C, L).</summary>
    public static Tensor OfSequences(Tensor x, Func<Tensor, Tensor> operation) => x.Sizes.Length switch
    {
        3 => Views.Squeeze(operation(Views.Unsqueeze(x, 2)), 2),
        2 => Views.Squeeze(Views.Squeeze(operation(Views.Unsqueeze(Views.Unsqueeze(x, 0), 2)), 2), 0),
        _ => throw new ArgumentException($"expected sequences (N, C, L) or (C, L), found {Shape.Text(x.Sizes)}"),
    };
}
