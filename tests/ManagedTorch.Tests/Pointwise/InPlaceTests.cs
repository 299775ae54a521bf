using TorchSharp;
using TorchSharp.Operators;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Pointwise;

public sealed class InPlaceTests
{
    private static readonly Dictionary<string, (Func<Tensor, Tensor> InPlace, Func<Tensor, Tensor> Apart)> Functions = new()
    {
        ["relu_"] = (x => x.relu_(), x => x.relu()), ["sigmoid_"] = (x => x.sigmoid_(), x => x.sigmoid()),
            ["sin_"] = (x => x.sin_(), x => x.sin()),
        ["exp_"] = (x => x.exp_(), x => x.exp()), ["abs_"] = (x => x.abs_(), x => x.abs()),
            ["neg_"] = (x => x.neg_(), x => x.neg()),
        ["leaky_relu_"] = (x => x.leaky_relu_(0.2), x => x.leaky_relu(0.2)),
            ["clamp_"] = (x => x.clamp_(-1, 1), x => x.clamp(-1, 1)),
        ["add_"] = (x => x.add_(2.5), x => x + 2.5), ["sub_"] = (x => x.sub_(2), x => x - 2),
            ["mul_"] = (x => x.mul_(3), x => x * 3),
        ["div_"] = (x => x.div_(4), x => x / 4), ["pow_"] = (x => x.pow_(2), x => x.pow(2)),
            ["masked_fill_"] = (x => x.masked_fill_(x > 0, 7), x => x.masked_fill(x > 0, 7)),
        ["mul_ by itself"] = (x => x.mul_(x), x => x * x), ["add_ itself"] = (x => x.add_(x), x => x + x),
            ["round_"] = (x => x.round_(), x => x.round()),
        ["elu_"] = (x => x.elu_(), x => x.elu()), ["silu_"] = (x => x.silu_(), x => x.silu()),
            ["addcmul_"] = (x => x.addcmul_(x, x, 0.5), x => x.addcmul(x, x, 0.5)),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_in_place_has_the_values_and_the_gradient_of_the_other_form(string name)
    {
        (Func<Tensor, Tensor> inPlace, Func<Tensor, Tensor> apart) = Functions[name];
        Tensor x = GradientCheck.Random(1, 3, 4);
        Tensor y = x * 2;
        Tensor same = inPlace(y);
        Assert.Same(y, same);
        Assert.Equal(PyTorchCases.ValuesOf(apart(x.detach() * 2)), PyTorchCases.ValuesOf(y));
        GradientCheck.Verify(z => inPlace(z[0] * 2) * 3, x);
        // Through a view: only its part of the whole changes.
        GradientCheck.Verify(
            z =>
            {
                Tensor whole = z[0] * 2;
                inPlace(Views.Slice(whole, 1, 1, 2, 1));
                return whole * whole;
            },
            x);
        using (no_grad())
        {
            Tensor plain = x.detach() * 2;
            inPlace(plain);
            Assert.Equal(PyTorchCases.ValuesOf(y), PyTorchCases.ValuesOf(plain));
        }
    }

    [Fact]
    public void Two_tensors_in_place_both_get_gradients()
    {
        Tensor x = GradientCheck.Uniform(1, 0.5, 2, 2, 3), z = GradientCheck.Uniform(2, 0.5, 2, 3);
        GradientCheck.Verify(t => (t[0] * 1).add_(t[1], 0.5), x, z);
        GradientCheck.Verify(t => (t[0] * 1).sub_(t[1]), x, z);
        GradientCheck.Verify(t => (t[0] * 1).mul_(t[1]), x, z);
        GradientCheck.Verify(t => (t[0] * 1).div_(t[1]), x, z);
        GradientCheck.Verify(t => (t[0] * 1).pow_(t[1]), x, z);
        GradientCheck.Verify(t => (t[0] * 1).lerp_(t[1], t[1]), x, z);
    }

    [Fact]
    public void A_tensor_is_added_to_its_own_transpose_as_it_was()
    {
        Tensor x = Creation.FromValues<float>([1, 2, 3, 4], [2, 2]);
        x.add_(Views.Transpose(x, 0, 1));
        Assert.Equal([2.0, 5, 5, 8], PyTorchCases.ValuesOf(x));
    }

    [Fact]
    public void Whole_numbers_refuse_fractions_in_place()
    {
        Tensor x = Creation.FromValues<long>([1, 2], [2]);
        var error = Assert.Throws<ArgumentException>(() => x.add_(0.5));
        Assert.Equal("result type Float can't be cast to the desired output type Long", error.Message);
        Assert.Equal([1.0, 2], PyTorchCases.ValuesOf(x));
    }

    [Fact]
    public void A_result_in_place_cannot_grow()
    {
        Tensor x = Creation.Full([3], 1, ScalarType.Float32), z = Creation.Full([2, 3], 1, ScalarType.Float32);
        Assert.Contains("doesn't match the broadcast shape [2, 3]", Assert.Throws<ArgumentException>(() => x.add_(z)).Message);
    }

    [Fact]
    public void A_leaf_that_wants_a_gradient_is_changed_only_without_recording()
    {
        Tensor x = GradientCheck.Random(1, 2);
        Assert.Contains("a leaf Variable", Assert.Throws<InvalidOperationException>(() => x.mul_(2)).Message);
        Assert.Contains("a leaf Variable", Assert.Throws<InvalidOperationException>(() => x.relu_()).Message);
        double[] before = PyTorchCases.ValuesOf(x);
        using (no_grad())
        {
            x.mul_(2);
        }
        Assert.Equal([before[0] * 2, before[1] * 2], PyTorchCases.ValuesOf(x));
        Assert.True(x.requires_grad);
    }

    [Fact]
    public void A_saved_result_that_is_changed_is_noticed()
    {
        Tensor x = GradientCheck.Random(1, 3);
        Tensor y = x.sigmoid();
        Tensor loss = y.sum();
        y.add_(1);
        Assert.Contains("modified by an inplace operation",
            Assert.Throws<InvalidOperationException>(() => (loss + y.sum()).backward()).Message);
    }
}
