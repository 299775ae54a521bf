using ManagedTorch.Tests.Pointwise;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Semantics;

/// <summary>What the graph of past operations remembers; numbers from PyTorch 1.13.</summary>
public sealed class HistoryTests
{
    [Fact]
    public void A_view_of_a_view_that_is_changed_passes_gradients_on()
    {
        Tensor x = tensor(new[] { 1f, 2, 3, 4, 5, 6 }).requires_grad_();
        Tensor y = x * 1;
        Tensor row = y.view(2, 3)[1];
        row[1..].mul_(10);
        (y * y).sum().backward();
        Assert.Equal([1.0, 2, 3, 4, 50, 60], PyTorchCases.ValuesOf(y));
        Assert.Equal([2.0, 4, 6, 8, 1000, 1200], PyTorchCases.ValuesOf(x.grad!));
    }

    [Fact]
    public void A_view_sees_the_history_of_a_later_change_of_the_whole()
    {
        Tensor x = tensor(new[] { 1f, 2, 3 }).requires_grad_();
        Tensor y = x * 1;
        Tensor tail = y[1..];
        y.mul_(3);
        tail.mul_(2);
        y.mul_(5);
        tail.sum().backward();
        Assert.Equal([0.0, 30, 30], PyTorchCases.ValuesOf(x.grad!));
    }

    [Fact]
    public void Writing_into_a_row_of_a_constant_gives_it_a_history()
    {
        Tensor x = tensor(new[] { 2f, 3 }).requires_grad_();
        Tensor whole = zeros(2, 2);
        whole[1].copy_(x * x);
        Assert.True(whole.requires_grad);
        (whole * tensor(new[] { 1f, 10 })).sum().backward();
        Assert.Equal([4.0, 60], PyTorchCases.ValuesOf(x.grad!));
    }

    [Fact]
    public void A_second_pass_needs_retain_graph()
    {
        Tensor x = tensor(3f).requires_grad_();
        Tensor y = x * x;
        y.backward();
        var error = Assert.Throws<InvalidOperationException>(() => y.backward());
        Assert.Contains("Trying to backward through the graph a second time", error.Message);
        Tensor z = x * x;
        z.backward(retain_graph: true);
        z.backward();
        Assert.Equal(18, x.grad!.ToSingle());       // three passes of 6 each
    }

    [Fact]
    public void Gradients_of_several_passes_add_up_until_they_are_cleared()
    {
        Tensor x = tensor(new[] { 1f, 2 }).requires_grad_();
        (x * 3).sum().backward();
        Tensor first = x.grad!;
        (x * x).sum().backward();
        Assert.Equal([5.0, 7], PyTorchCases.ValuesOf(x.grad!));
        Assert.Equal([5.0, 7], PyTorchCases.ValuesOf(first));       // added in place, as in PyTorch
        x.grad!.zero_();
        (x * 2).sum().backward();
        Assert.Equal([2.0, 2], PyTorchCases.ValuesOf(x.grad!));
    }

    [Fact]
    public void Tensors_disposed_before_the_pass_still_give_their_gradient()
    {
        Tensor x = tensor(new[] { 0.5f, -1 }).requires_grad_();
        Tensor e = x.exp(), product = e * x;
        Tensor loss = product.sum();
        e.Dispose();
        product.Dispose();
        loss.backward();
        // d(x·eˣ)/dx = (1 + x)·eˣ
        double[] gradient = PyTorchCases.ValuesOf(x.grad!);
        Assert.Equal(1.5 * Math.Exp(0.5), gradient[0], 1e-6);
        Assert.Equal(0, gradient[1], 1e-6);
    }

    [Fact]
    public void A_scope_that_ends_before_the_pass_takes_nothing_that_the_graph_needs()
    {
        Tensor x = tensor(new[] { 1f, 2 }).requires_grad_();
        Tensor loss;
        using (DisposeScope scope = NewDisposeScope())
        {
            loss = scope.MoveToOuter((x.exp() * x.pow(2)).sum());
        }
        loss.backward();
        // d(x²·eˣ)/dx = (2x + x²)·eˣ
        double[] gradient = PyTorchCases.ValuesOf(x.grad!);
        Assert.Equal(3 * Math.E, gradient[0], 1e-5);
        Assert.Equal(8 * Math.Exp(2), gradient[1], 1e-4);
    }

    [Fact]
    public void Inside_no_grad_nothing_is_recorded_and_leaves_may_change()
    {
        Tensor x = tensor(new[] { 1f, 2 }).requires_grad_();
        Assert.Throws<InvalidOperationException>(() => x.add_(1));
        using (no_grad())
        {
            Assert.False((x * 2).requires_grad);
            x.add_(1);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
            }
            Assert.False((x * 2).requires_grad);
        }
        Assert.True((x * 2).requires_grad);
        Assert.True(x.is_leaf);
        Assert.Equal([2.0, 3], PyTorchCases.ValuesOf(x));
    }

    [Fact]
    public void Only_fractions_can_require_gradients()
    {
        var error = Assert.ThrowsAny<Exception>(() => tensor(new long[] { 1 }).requires_grad_());
        Assert.Contains("Only Tensors of floating point and complex dtype can require gradients", error.Message);
        Assert.False((tensor(1f).requires_grad_() > 0).requires_grad);
    }
}
