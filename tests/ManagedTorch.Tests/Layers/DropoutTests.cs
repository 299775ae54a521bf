using System.Text.Json;
using TorchSharp;
using TorchSharp.Autograd;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Layers;

/// <summary>Against PyTorch 1.13: Reference/starts.py.</summary>
[Collection(DefaultGeneratorCollection.Name)]
public sealed class DropoutTests
{
    private static readonly JsonElement Reference = Starts.Load().GetProperty("dropouts");

    [Theory]
    [InlineData("dropout")]
    [InlineData("dropout transposed")]
    [InlineData("dropout1d")]
    [InlineData("dropout2d")]
    [InlineData("alpha_dropout")]
    [InlineData("feature_alpha_dropout")]
    public void The_same_values_are_dropped_as_in_PyTorch(string name)
    {
        manual_seed(5);
        Tensor x = (arange(0, 5 * 6 * 7, dtype: float32) / 16).reshape(5, 6, 7).requires_grad_();
        Tensor image = x.unsqueeze(-1);
        Tensor y = name switch
        {
            "dropout" => Dropout(0.3).call(x),
            "dropout transposed" => Dropout(0.3).call(x.transpose(0, 2)),
            "dropout1d" => Dropout1d(0.4).call(x),
            "dropout2d" => Dropout2d(0.4).call(image),
            "alpha_dropout" => AlphaDropout(0.25).call(x),
            _ => FeatureAlphaDropout(0.25).call(image),
        };
        Starts.Close(Reference.GetProperty(name).GetProperty("y"), y, 1e-6);
        y.sum().backward();
        Starts.Close(Reference.GetProperty(name).GetProperty("gradient"), x.grad!, 1e-6);
    }

    [Fact]
    public void Evaluation_changes_nothing_and_draws_nothing()
    {
        Tensor x = rand(3, 4);
        Generator generator = manual_seed(1);
        TorchSharp.Modules.Dropout layer = Dropout(0.9);
        layer.eval();
        Assert.True(x.Equals(layer.call(x)));
        Assert.Equal(0.7576315999, rand(1).item<float>(), 1e-6);    // the first number of seed 1
        Assert.NotNull(generator);
    }

    [Fact]
    public void In_place_it_changes_its_input()
    {
        manual_seed(2);
        Tensor x = ones(1000), y = F.dropout(x, 0.5, training: true, inplace: true);
        Assert.True(x.Equals(y));
        Assert.Equal([0f, 2f], x.data<float>().ToArray().Distinct().Order());
    }

    [Fact]
    public void A_dropped_gradient_is_zero_and_a_kept_one_scaled()
    {
        manual_seed(3);
        Tensor x = ones(50).requires_grad_(), y = F.dropout(x, 0.2);
        Tensor first = Engine.Gradients([y], [ones(50)], true, true, [x])[0]!;
        Assert.True(first.allclose(y));
    }

    [Fact]
    public void What_is_no_probability_is_refused()
    {
        Assert.Contains("between 0 and 1, but got 1.5", Assert.ThrowsAny<ArgumentException>(() => Dropout(1.5)).Message);
    }
}
