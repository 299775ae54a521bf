using TorchSharp;
using TorchSharp.Autograd;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Layers;

public sealed class LayerErrorTests
{
    [Theory]
    [InlineData("dense", "Sequential.features.1 (Linear): ", "mat1 and mat2 shapes cannot be multiplied")]
    [InlineData("images", "Sequential.features.0 (Conv2d): ", "Expected 3D (unbatched) or 4D (batched) input with 3 channels to Conv2d")]
    [InlineData("pool", "Sequential.features.0 (MaxPool2d): ", "Output size is too small")]
    [InlineData("norm", "Sequential.features.0 (BatchNorm2d): ", "expected 4 dimensions, got 2")]
    [InlineData("loss", "CrossEntropyLoss: ", "Target 5 is out of bounds.")]
    public void A_shape_that_does_not_fit_is_named_with_the_path_of_the_layer(string name, string path, string what)
    {
        Action run = name switch
        {
            "dense" => () => Sequential(("features", Sequential(ReLU(), Linear(4, 2)))).call(ones(3, 5)),
            "images" => () => Sequential(("features", Sequential(Conv2d(3, 8, 3)))).call(ones(1, 1, 8, 8)),
            "pool" => () => Sequential(("features", Sequential(MaxPool2d(4)))).call(ones(1, 1, 2, 2)),
            "norm" => () => Sequential(("features", Sequential(BatchNorm2d(4)))).call(ones(3, 4)),
            _ => () => CrossEntropyLoss().call(ones(2, 3), tensor(new long[] { 1, 5 })),
        };
        string message = Assert.ThrowsAny<ArgumentException>(run).Message;
        Assert.StartsWith("in " + path, message);
        Assert.Contains(what, message);
    }

    [Fact]
    public void Losses_say_what_they_expect_in_PyTorchs_words()
    {
        Assert.Contains(
            "Expected input batch_size (2) to match target batch_size (4).", Message(() => F.cross_entropy(ones(2, 3), zeros(4, dtype: int64))));
        Assert.Contains("expected scalar type Long but found Float", Message(() => F.cross_entropy(ones(2, 3), zeros(2))));
        Assert.Contains("all elements of input should be between 0 and 1", Message(() => F.binary_cross_entropy(full(2, 1.5), zeros(2))));
        Assert.Contains("between 0 and 1", Message(() => F.binary_cross_entropy(full(2, float.NaN), zeros(2))));
        Assert.Contains(
            "Target size ([2, 1]) must be the same as input size ([2])",
            Message(() => F.binary_cross_entropy_with_logits(zeros(2), zeros(2, 1))));
        Assert.Contains("weight tensor should be defined", Message(() => F.nll_loss(ones(2, 3), zeros(2, dtype: int64), ones(2))));
        Assert.Contains("The size of tensor a (3) must match the size of tensor b (4)", Message(() => F.mse_loss(ones(3), ones(4))));
    }

    [Fact]
    public void Layers_refuse_settings_that_cannot_work()
    {
        Assert.Contains("in_channels (3) must be divisible by groups (2)", Message(() => Conv2d(3, 4, 3, groups: 2)));
        Assert.Contains("'same' is not supported for strided", Message(() => Conv2d(3, 4, 3, Padding.Same, stride: 2)));
        Assert.Contains("padding_idx 7 must be within num_embeddings 5", Message(() => Embedding(5, 2, padding_idx: 7)));
        Assert.Contains("index out of range in self", Message(() => Embedding(5, 2).call(tensor(new long[] { 5 }))));
        Assert.Contains("Halving dimension must be even", Message(() => F.glu(ones(2, 3))));
        Assert.Contains("divisible by the product of kernel_size", Message(() => F.fold(ones(1, 5, 4), 3, 2)));
        Assert.Contains("Padding size should be less", Message(() => F.pad(ones(1, 2, 3), (3, 0), PaddingModes.Reflect)));
    }

    [Fact]
    public void Extreme_logits_give_finite_losses_and_gradients()
    {
        Tensor x = tensor(new float[] { -1000, 1000, -1000, 1000 }).requires_grad_();
        Tensor loss = F.binary_cross_entropy_with_logits(x, tensor(new float[] { 0, 1, 1, 0 }), reduction: Reduction.None);
        Assert.Equal([0f, 0f, 1000f, 1000f], loss.data<float>().ToArray());
        loss.sum().backward();
        Assert.Equal([0f, 0f, -1f, 1f], x.grad!.data<float>().ToArray());
        Tensor p = tensor(new float[] { 0, 1 }).requires_grad_();
        Assert.Equal(50f, F.binary_cross_entropy(p, tensor(new float[] { 1, 1 })).item<float>());    // log 0 counts as -100
        Tensor scores = tensor(new float[] { 1e4f, 0, -1e4f }, [1, 3]).requires_grad_();
        Assert.Equal(2e4f, F.cross_entropy(scores, tensor(new long[] { 2 })).item<float>());
    }

    [Fact]
    public void A_padding_row_of_an_embedding_gets_no_gradient_and_a_frozen_one_none()
    {
        Embedding table = Embedding(4, 2, padding_idx: 1);
        table.call(tensor(new long[] { 0, 1, 1, 3 })).sum().backward();
        Assert.Equal([1f, 1, 0, 0, 0, 0, 1, 1], table.weight!.grad!.data<float>().ToArray());
        Embedding given = Embedding_from_pretrained(ones(3, 2));
        Assert.False(given.weight!.requires_grad);
        Assert.False(given.call(tensor(new long[] { 2 })).requires_grad);
    }

    [Fact]
    public void Activations_in_place_change_their_input_and_still_give_gradients()
    {
        foreach (Module<Tensor, Tensor> layer in (Module<Tensor, Tensor>[])
                 [ReLU(true), LeakyReLU(0.1, true), ELU(1, true), SiLU(true), Hardtanh(-1, 1, true), GELU(true), Mish(true), Tanhshrink(true)])
        {
            Tensor x = LayerCases.Values([12], 0).requires_grad_(), copy = x * 1, expected = layer.GetName() == "ReLU" ? x.relu() : null!;
            Tensor y = layer.call(copy);
            Assert.True(y.allclose(copy));
            Assert.True(expected is null || y.allclose(expected));
            Tensor other = x.detach().clone().requires_grad_();
            Tensor plain = Plain(layer).call(other);
            Assert.True(Engine.Gradients([y], [ones_like(y)], false, false, [x])[0]!
                .allclose(Engine.Gradients([plain], [ones_like(plain)], false, false, [other])[0]!));
        }
    }

    private static Module<Tensor, Tensor> Plain(Module<Tensor, Tensor> layer) => layer.GetName() switch
    {
        "ReLU" => ReLU(),
        "LeakyReLU" => LeakyReLU(0.1),
        "ELU" => ELU(),
        "SiLU" => SiLU(),
        "Hardtanh" => Hardtanh(),
        "GELU" => GELU(),
        "Mish" => Mish(),
        _ => nn.Tanhshrink(),
    };

    private static string Message(Action run) => Assert.ThrowsAny<ArgumentException>(run).Message;
}
