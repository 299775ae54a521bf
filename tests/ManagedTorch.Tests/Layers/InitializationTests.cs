using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Layers;

/// <summary>Against PyTorch 1.13: Reference/starts.py.</summary>
[Collection(DefaultGeneratorCollection.Name)]
public sealed class InitializationTests
{
    private static readonly JsonElement Reference = Starts.Load();

    [Theory]
    [InlineData("linear")]
    [InlineData("linear without bias")]
    [InlineData("conv1d")]
    [InlineData("conv2d")]
    [InlineData("conv_transpose1d")]
    [InlineData("conv_transpose2d")]
    [InlineData("embedding")]
    [InlineData("bilinear")]
    [InlineData("prelu")]
    [InlineData("batch_norm2d")]
    [InlineData("layer_norm")]
    public void A_layer_begins_with_PyTorchs_numbers_under_its_names(string name)
    {
        manual_seed(0);
        Module layer = name switch
        {
            "linear" => Linear(3, 2),
            "linear without bias" => Linear(5, 7, hasBias: false),
            "conv1d" => Conv1d(4, 6, 3, groups: 2),
            "conv2d" => Conv2d(3, 4, (3, 2)),
            "conv_transpose1d" => ConvTranspose1d(4, 6, 3, groups: 2),
            "conv_transpose2d" => ConvTranspose2d(2, 3, 3),
            "embedding" => Embedding(7, 5, padding_idx: 2),
            "bilinear" => Bilinear(3, 4, 2),
            "prelu" => PReLU(3),
            "batch_norm2d" => BatchNorm2d(3),
            _ => LayerNorm([2, 3]),
        };
        Dictionary<string, Tensor> state = layer.state_dict();
        JsonElement expected = Reference.GetProperty("layers").GetProperty(name);
        Assert.Equal(expected.EnumerateObject().Select(entry => entry.Name), state.Keys);
        foreach (JsonProperty entry in expected.EnumerateObject())
        {
            Starts.Close(entry.Value, state[entry.Name], 1e-7);
        }
    }

    [Theory]
    [InlineData("uniform")]
    [InlineData("normal")]
    [InlineData("trunc_normal")]
    [InlineData("constant")]
    [InlineData("ones")]
    [InlineData("zeros")]
    [InlineData("eye")]
    [InlineData("dirac")]
    [InlineData("xavier_uniform")]
    [InlineData("xavier_normal")]
    [InlineData("kaiming_uniform")]
    [InlineData("kaiming_normal")]
    public void An_initialiser_fills_with_PyTorchs_numbers(string name)
    {
        manual_seed(3);
        Tensor t = name == "eye" ? empty(6, 5) : zeros(6, 5, 2, 3).requires_grad_();
        Tensor same = name switch
        {
            "uniform" => init.uniform_(t, -2, 3),
            "normal" => init.normal_(t, 1, 0.5),
            "trunc_normal" => init.trunc_normal_(t, 0.5, 2, -1, 3),
            "constant" => init.constant_(t, 1.5),
            "ones" => init.ones_(t),
            "zeros" => init.zeros_(t),
            "eye" => init.eye_(t),
            "dirac" => init.dirac_(t),
            "xavier_uniform" => init.xavier_uniform_(t, 1.5),
            "xavier_normal" => init.xavier_normal_(t),
            "kaiming_uniform" => init.kaiming_uniform_(t, 0.3),
            _ => init.kaiming_normal_(t, mode: init.FanInOut.FanOut, nonlinearity: init.NonlinearityType.ReLU),
        };
        Starts.Close(Reference.GetProperty("init").GetProperty(name), t, 1e-6);
        Assert.Same(t, same);
        Assert.True(t.is_leaf);
    }

    [Fact]
    public void Sparse_weights_have_the_share_of_zeros_in_each_column()
    {
        manual_seed(1);
        Tensor t = init.sparse_(empty(10, 4), 0.25, 1);
        Assert.All(Enumerable.Range(0, 4), c => Assert.Equal(3, (t.select(1, c) == 0).sum().item<long>()));
    }
}
