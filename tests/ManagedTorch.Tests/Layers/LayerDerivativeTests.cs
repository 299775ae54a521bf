using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Layers;

/// <summary>First and second derivatives against finite differences, at places away from kinks.</summary>
public sealed class LayerDerivativeTests
{
    public static TheoryData<string> Smooth =>
    [
        "relu", "relu6", "leaky_relu", "elu", "selu", "celu", "gelu", "gelu tanh", "silu", "mish", "sigmoid", "tanh", "softplus", "softsign",
        "tanhshrink", "hardtanh", "hardsigmoid", "hardswish", "softshrink", "hardshrink", "logsigmoid", "threshold", "prelu", "glu", "softmax",
        "log_softmax", "softmin", "prelu channels", "softmax2d", "linear", "bilinear", "conv1d", "conv1d same", "conv2d uneven",
        "conv2d depthwise", "conv2d reflect", "conv_transpose1d", "conv_transpose2d uneven", "max_pool1d", "max_pool2d uneven", "avg_pool2d",
        "adaptive_avg_pool2d", "upsample bilinear", "upsample bicubic", "pixel_shuffle", "unfold", "fold", "reflection_pad2d",
        "cosine_similarity", "pairwise_distance", "normalize", "local_response_norm", "mse none", "mse mean", "mse sum", "mse broadcast",
        "l1 mean", "smooth_l1 mean", "huber none", "bce mean", "bce weight none", "bce logits mean", "bce logits none",
        "bce logits weights mean", "kl log mean", "kl mean", "cross_entropy mean", "cross_entropy none", "cross_entropy weight mean",
        "cross_entropy images sum", "cross_entropy smooth mean", "cross_entropy shares mean", "nll mean", "nll none", "cosine_embedding mean",
        "soft_margin mean", "multilabel_soft_margin mean", "gaussian_nll mean", "poisson_nll mean",
    ];

    [Theory]
    [MemberData(nameof(Smooth))]
    public void Second_derivatives_are_those_of_finite_differences(string name) => Verify(name, second: true);

    [Theory]
    [InlineData("batch_norm1d")]
    [InlineData("batch_norm2d eval")]
    [InlineData("layer_norm")]
    [InlineData("group_norm")]
    [InlineData("instance_norm2d")]
    [InlineData("triplet mean")]
    [InlineData("multi_margin mean")]
    [InlineData("hinge_embedding mean")]
    [InlineData("margin_ranking mean")]
    public void First_derivatives_are_those_of_finite_differences(string name) => Verify(name, second: false);

    private static void Verify(string name, bool second)
    {
        (nn.Module? layer, Tensor[] inputs, Func<Tensor[], Tensor> function) = LayerCases.Make(name);
        Tensor[] parameters = layer is null ? [] : [.. layer.parameters()];
        Tensor[] fixedInputs = [.. inputs.Where(x => !x.requires_grad)];
        Tensor[] leaves = [.. inputs.Where(x => x.requires_grad).Select((x, i) => AwayFromKinks(i, x.shape, name)), .. parameters];
        int free = leaves.Length - parameters.Length;
        GradientCheck.Verify(x => function([.. x[..free], .. fixedInputs]), leaves, second, 2e-5);
    }

    // Neighbours of different size, none near 0, 0.3, 0.5, 0.75 or 1; probabilities for the losses that want them.
    private static Tensor AwayFromKinks(int place, long[] shape, string name)
    {
        bool isProbability = name.StartsWith("bce", StringComparison.Ordinal) && !name.Contains("logits");
        Tensor x = GradientCheck.Uniform(7 + place, 0.05, 0.2, shape).detach();
        Tensor steps = LayerCases.Values(shape, place) * 1.3;
        Tensor y = isProbability ? (steps.sigmoid() * 0.8 + 0.1) : steps + x * 0.3 + 0.011;
        return (name.StartsWith("gaussian", StringComparison.Ordinal) && place == 2 ? y.abs() + 0.5 : y).contiguous().requires_grad_();
    }
}
