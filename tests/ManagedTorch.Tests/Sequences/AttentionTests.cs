using TorchSharp;
using TorchSharp.Kernels;
using TorchSharp.Modules;
using TorchSharp.Operators;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Sequences;

[Collection(DefaultGeneratorCollection.Name)]
public sealed class AttentionTests
{
    private static Tensor Flags(long[] sizes, Func<long, long, bool> flag)
    {
        Tensor mask = zeros(sizes, dtype: ScalarType.Bool);
        for (long i = 0; i < sizes[0]; i++)
        {
            for (long j = 0; j < sizes[1]; j++)
            {
                Copies.Fill(Views.Select(Views.Select(mask, 0, i), 0, j), flag(i, j) ? 1 : 0);
            }
        }
        return mask;
    }

    [Theory, InlineData("MHA plain", 8, 8), InlineData("MHA extra keys", 8, 8), InlineData("MHA other widths", 3, 5)]
    public void Attention_with_masks_computes_and_differentiates_like_PyTorch(string name, long keyWidth, long valueWidth)
    {
        manual_seed(3);
        bool extra = name.EndsWith("keys", StringComparison.Ordinal), other = keyWidth == 3;
        MultiheadAttention attention = nn.MultiheadAttention(8, 2, bias: !other, add_bias_kv: extra, add_zero_attn: extra,
            kdim: keyWidth, vdim: valueWidth);
        attention.to(float64);
        foreach (Parameter parameter in attention.parameters())
        {
            if (parameter.shape.Length == 1)
            {
                using var off = no_grad();
                Copies.Into(parameter, SequenceCase.Waves(0.37, 0, parameter.shape) * 0.1);
            }
        }
        Tensor q = SequenceCase.Waves(0, 4, 2, 8), k = SequenceCase.Waves(0.5, 5, 2, keyWidth), v = SequenceCase.Waves(1.5, 5, 2,
            valueWidth);
        (Tensor y, Tensor weights) = attention.call(
            q, k, v, key_padding_mask: Flags([2, 5], (n, s) => n == 1 && s >= 3), attn_mask: Flags([4, 5], (l, s) => s >= l + 2));
        SequenceCase.Of(name).Check([y, weights], [q, k, v], attention);
    }

    [Fact]
    public void Attention_to_itself_with_a_mask_of_numbers_for_each_head_is_PyTorchs()
    {
        manual_seed(3);
        MultiheadAttention attention = nn.MultiheadAttention(8, 2);
        SequenceCase.Of("MHA self").CheckParameters(attention);
        attention.to(float64);
        Tensor x = SequenceCase.Waves(0, 4, 2, 8);
        (Tensor y, Tensor weights) = attention.call(x, x, x, attn_mask: SequenceCase.Waves(0.37, 0.3, [4, 4, 4]));
        SequenceCase.Of("MHA self").Check([y, weights], [x], attention);
        Assert.Null(attention.call(x, x, x, need_weights: false).Item2);
    }

    [Theory, InlineData("encoder relu", nn.Activations.ReLU), InlineData("encoder gelu", nn.Activations.GELU)]
    public void An_encoder_in_evaluation_is_PyTorchs(string name, nn.Activations activation)
    {
        manual_seed(4);
        TransformerEncoder encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, activation: activation), 2);
        SequenceCase.Of(name).CheckParameters(encoder);
        encoder.to(float64);
        encoder.eval();
        Tensor x = SequenceCase.Waves(0, 5, 3, 8);
        SequenceCase.Of(name).Check([encoder.call(x)], [x], encoder);
    }

    [Fact]
    public void A_decoder_in_evaluation_is_PyTorchs()
    {
        manual_seed(4);
        TransformerDecoder decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(8, 2, 16), 2);
        SequenceCase.Of("decoder").CheckParameters(decoder);
        decoder.to(float64);
        decoder.eval();
        Tensor x = SequenceCase.Waves(0, 5, 3, 8), memory = SequenceCase.Waves(0.8, 4, 3, 8);
        Tensor y = decoder.call(x, memory, Flags([5, 5], (l, s) => s > l));
        SequenceCase.Of("decoder").Check([y], [x, memory], decoder);
    }

    [Fact]
    public void An_encoder_in_training_drops_like_PyTorch_and_follows_its_losses()
    {
        manual_seed(7);
        TransformerEncoder encoder = nn.TransformerEncoder(nn.TransformerEncoderLayer(16, 4, 32), 2);
        Tensor x = Copies.To(SequenceCase.Waves(0.37, 0, [6, 5, 16]), ScalarType.Float32);
        Tensor weights = Copies.To(SequenceCase.Waves(0.11, 0, [6, 5, 16]), ScalarType.Float32);
        Training.AssertLosses(SequenceCase.Of("train encoder").losses!, encoder, 0.05f, () =>
        {
            Tensor y = encoder.call(x);
            return Reductions.Sum(y * y * weights, [], false) / (float)(6 * 5 * 16);
        });
    }

    [Fact]
    public void Copies_of_an_encoder_layer_start_equal_and_learn_apart()
    {
        TransformerEncoderLayer layer = nn.TransformerEncoderLayer(8, 2, 16);
        TransformerEncoder encoder = nn.TransformerEncoder(layer, 2);
        Dictionary<string, Tensor> state = encoder.state_dict();
        Assert.Equal(SequenceCase.Numbers(state["layers.0.linear1.weight"]),
            SequenceCase.Numbers(state["layers.1.linear1.weight"]));
        using (no_grad())
        {
            Copies.Fill(state["layers.0.linear1.weight"], 0);
        }
        Assert.NotEqual(0, SequenceCase.Numbers(state["layers.1.linear1.weight"])[0]);
        Assert.NotEqual(0, SequenceCase.Numbers(layer.state_dict()["linear1.weight"])[0]);
    }

    [Fact]
    public void Gradients_of_attention_and_of_its_mask_are_those_of_finite_differences()
    {
        Tensor[] inputs =
        [
            GradientCheck.Random(1, 2, 3, 4), GradientCheck.Random(2, 2, 10, 4), GradientCheck.Random(3, 2, 10, 3),
                GradientCheck.Random(4, 3, 10),
        ];
        GradientCheck.Verify(x => F.scaled_dot_product_attention(x[0], x[1], x[2], x[3]), inputs);
        GradientCheck.Verify(x => F.scaled_dot_product_attention(x[0], x[1], x[2], is_casual: true), inputs[..3]);
        GradientCheck.Verify(
            x =>
            {
                manual_seed(5);
                return F.scaled_dot_product_attention(x[0], x[1], x[2], p: 0.4);
            },
            inputs[..3]);
        GradientCheck.VerifyMany(
            x =>
            {
                manual_seed(5);
                (Tensor y, Tensor? weights) = Attentions.Attend(AttentionLayout.Packed, [x[0]], 2, null, 0.3, needWeights: true);
                return [y, weights!];
            },
            [GradientCheck.Random(5, 3, 2, 12)]);
    }

    [Fact]
    public void Attention_is_the_formula_with_a_bool_mask_that_says_who_may_meet()
    {
        Tensor q = SequenceCase.Waves(0, 2, 3, 4), k = SequenceCase.Waves(1, 2, 5, 4), v = SequenceCase.Waves(2, 2, 5, 3);
        double[] y = SequenceCase.Numbers(F.scaled_dot_product_attention(q, k, v, Flags([3, 5], (l, s) => s <= l + 1)));
        (double[] qs, double[] ks, double[] vs) = (SequenceCase.Numbers(q), SequenceCase.Numbers(k), SequenceCase.Numbers(v));
        for (int b = 0; b < 2; b++)
        {
            for (int l = 0; l < 3; l++)
            {
                double[] weight = [.. Enumerable.Range(0, 5).Select(
                    s => s > l + 1 ? 0 : Math.Exp(Enumerable.Range(0, 4).Sum(e =>
                        qs[(b * 3 + l) * 4 + e] * ks[(b * 5 + s) * 4 + e]) / 2))];
                for (int e = 0; e < 3; e++)
                {
                    double expected = Enumerable.Range(0, 5).Sum(s => weight[s] * vs[(b * 5 + s) * 3 + e]) / weight.Sum();
                    Assert.Equal(expected, y[(b * 3 + l) * 3 + e], 1e-12);
                }
            }
        }
    }

    [Theory, InlineData(0), InlineData(1), InlineData(7), InlineData(1000), InlineData(5000), InlineData(20_000)]
    public void A_mask_of_bytes_takes_the_draws_of_bernoulli(int length)
    {
        foreach (int skip in new[] { 0, 1, 623, 624 })
        {
            CpuGenerator first = new(5), second = new(5);
            for (int i = 0; i < skip; i++)
            {
                Assert.Equal(first.Random(), second.Random());
            }
            var expected = new byte[length];
            var actual = new byte[length];
            Samplers.Bernoulli(first, expected.AsSpan(), 0.9);
            Samplers.Mask(second, actual, 0.9);
            Assert.Equal(expected, actual);
            Assert.Equal(first.GetState(), second.GetState());
            Assert.Equal(first.Random(), second.Random());
        }
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        MultiheadAttention attention = nn.MultiheadAttention(8, 2);
        Tensor x = randn(4, 2, 8);
        ArgumentException mask = Assert.Throws<ArgumentException>(() => attention.call(x, x, x, attn_mask: zeros(3, 4)));
        Assert.Contains("The shape of attn_mask is [3, 4], but should be [4, 4].", mask.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => nn.MultiheadAttention(8, 3));
        Assert.Throws<ArgumentException>(() => F.scaled_dot_product_attention(x, randn(4, 2, 7), x));
    }
}
