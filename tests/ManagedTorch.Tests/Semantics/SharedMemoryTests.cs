using ManagedTorch.Tests.Pointwise;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Semantics;

/// <summary>Changes in place of tensors that share memory, with themselves or with others.</summary>
public sealed class SharedMemoryTests
{
    private static readonly Dictionary<string, Action<Tensor>> Refused = new()
    {
        ["copy_"] = x => x.copy_(arange(3)), ["add_"] = x => x.add_(1), ["mul_"] = x => x.mul_(ones(3)), ["sub_"] = x =>
            x.sub_(ones(3)),
        ["div_"] = x => x.div_(2), ["mul_ by a number"] = x => x.mul_(2), ["exp_"] = x => x.exp_(), ["relu_"] = x =>
            x.relu_(), ["pow_"] = x => x.pow_(2),
        ["clamp_"] = x => x.clamp_(0, 1), ["normal_"] = x => x.normal_(), ["uniform_"] = x =>
            x.uniform_(0, 1), ["bernoulli_"] = x => x.bernoulli_(0.5),
        ["lt_"] = x => x.lt_(1), ["index_add_"] = x => x.index_add_(0, tensor(new long[] { 0 }), ones(1), 1),
        ["scatter_"] = x => x.scatter_(0, tensor(new long[] { 0 }), ones(1)), ["addcmul_"] = x => x.addcmul_(ones(3), ones(3), 1),
        ["scatter_add_"] = x => x.scatter_add_(0, tensor(new long[] { 0 }), ones(1)),
    };

    private static readonly Dictionary<string, Action<Tensor>> Allowed = new()
    {
        ["fill_"] = x => x.fill_(1), ["index_put_"] = x => x.index_put_(ones(1), tensor(new long[] { 0 })), ["an element"] = x =>
            x[0] = tensor(1f),
    };

    public static TheoryData<string> RefusedNames => [.. Refused.Keys];

    public static TheoryData<string> AllowedNames => [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(RefusedNames))]
    public void An_expanded_tensor_cannot_be_changed_in_place(string name)
    {
        Tensor one = zeros(1);
        var error = Assert.Throws<InvalidOperationException>(() => Refused[name](one.expand(3)));
        Assert.Equal(
            "unsupported operation: more than one element of the written-to tensor refers to a single memory location. "
            + "Please clone() the tensor before performing the operation.",
            error.Message);
        Assert.Equal([0.0], PyTorchCases.ValuesOf(one));
        Refused[name](one.expand(3).clone());
    }

    [Theory]
    [MemberData(nameof(AllowedNames))]
    public void What_writes_one_value_may_write_it_to_an_expanded_tensor(string name)
    {
        Tensor one = zeros(1);
        Allowed[name](one.expand(3));
        Assert.Equal([1.0], PyTorchCases.ValuesOf(one));
    }

    [Fact]
    public void An_operand_that_overlaps_counts_with_its_old_values()
    {
        Tensor x = arange(6, ScalarType.Float32);
        x[..4].add_(x[1..5]);
        Assert.Equal([1.0, 3, 5, 7, 4, 5], PyTorchCases.ValuesOf(x));
        Tensor square = arange(4, ScalarType.Float32).reshape(2, 2);
        square.add_(square.t());
        Assert.Equal([0.0, 3, 3, 6], PyTorchCases.ValuesOf(square));
        Tensor turned = arange(4, ScalarType.Float32).reshape(2, 2);
        turned.copy_(turned.t());
        Assert.Equal([0.0, 2, 1, 3], PyTorchCases.ValuesOf(turned));
        Tensor times = arange(4, ScalarType.Float32).reshape(2, 2);
        times.mul_(times.t()).sub_(times[0]);
        Assert.Equal([0.0, 0, 2, 7], PyTorchCases.ValuesOf(times));
    }

    [Fact]
    public void Detach_shares_memory_and_cuts_history()
    {
        Tensor x = ones(2).requires_grad_();
        Tensor y = x * 2;
        Tensor cut = y.detach();
        Assert.False(cut.requires_grad);
        cut.add_(5);
        Assert.Equal([7.0, 7], PyTorchCases.ValuesOf(y));
        Assert.True(y.requires_grad);
    }

    [Fact]
    public void A_change_through_a_detached_tensor_is_noticed_by_what_saved_the_values()
    {
        Tensor x = ones(2).requires_grad_();
        Tensor y = x.exp();
        y.detach().zero_();
        var error = Assert.Throws<InvalidOperationException>(() => y.sum().backward());
        Assert.Contains("modified by an inplace operation", error.Message);
    }
}
