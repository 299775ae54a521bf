using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace ManagedTorch.Tests.Semantics;

public class FunctionTests
{
    [Fact]
    public void An_operation_of_ones_own_is_recorded_with_its_own_derivative()
    {
        Tensor x = tensor([2.0, -1.0]).requires_grad_(), y = tensor([3.0, 5.0]).requires_grad_();
        Tensor z = Times.apply(x * 1, "not a tensor", y, 10.0);
        Assert.Equal([60.0, -50.0], z.data<double>().ToArray());
        z.sum().backward();
        Assert.Equal([30.0, 50.0], x.grad!.data<double>().ToArray());
        Assert.Equal([20.0, -10.0], y.grad!.data<double>().ToArray());
    }

    [Fact]
    public void Its_derivative_and_that_of_the_derivative_are_right() =>
        GradientCheck.VerifyTwice(x => Times.apply(x[0], "", x[1], 2.0), GradientCheck.Random(1, 2, 3), GradientCheck.Random(2, 2, 3));

    [Fact]
    public void Without_recording_or_gradients_it_is_a_plain_function()
    {
        Tensor x = tensor([2.0]).requires_grad_();
        using (no_grad()) Assert.False(Times.apply(x, "", x * 1, 1.0).requires_grad);
        Assert.False(Times.apply(tensor([2.0]), "", tensor([2.0]), 1.0).requires_grad);
    }

    [Fact]
    public void A_saved_tensor_that_was_changed_is_an_error()
    {
        Tensor x = tensor([2.0]).requires_grad_(), y = tensor([3.0]);
        Tensor z = Times.apply(x, "", y, 1.0);
        y.add_(1);
        Assert.Contains("modified by an inplace operation", Assert.Throws<InvalidOperationException>(() => z.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_pass_needs_the_graph_to_be_kept()
    {
        Tensor x = tensor([2.0]).requires_grad_();
        Tensor z = Times.apply(x, "", tensor([3.0]), 1.0);
        z.backward(retain_graph: true);
        z.backward();
        Assert.Equal(6, x.grad!.item<double>());
        Assert.Throws<InvalidOperationException>(() => z.backward());
    }

    [Fact]
    public void Too_few_gradients_are_an_error()
    {
        Tensor z = Short.apply(tensor([2.0]).requires_grad_(), tensor([3.0]));
        Assert.Contains("function Short returned an incorrect number of gradients (expected 2, got 1)",
            Assert.Throws<InvalidOperationException>(() => z.backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_may_return_its_input()
    {
        Tensor x = tensor([2.0]).requires_grad_();
        Reversed.apply(x).backward();
        Assert.Equal(-1, x.grad!.item<double>());
    }

    /// <summary>a · b · c, where c is a plain number.</summary>
    private sealed class Times : SingleTensorFunction<Times>
    {
        public override string Name => "Times";

        public override Tensor forward(AutogradContext ctx, params object[] vars)
        {
            ctx.save_for_backward([(Tensor)vars[0], (Tensor)vars[2]]);
            ctx.save_data("c", vars[3]);
            return (Tensor)vars[0] * (Tensor)vars[2] * (double)vars[3];
        }

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
        {
            List<Tensor> saved = ctx.get_saved_variables();
            var c = (double)ctx.get_data("c");
            return [grad_output * saved[1] * c, null!, grad_output * saved[0] * c];
        }
    }

    private sealed class Short : SingleTensorFunction<Short>
    {
        public override string Name => "Short";

        public override Tensor forward(AutogradContext ctx, params object[] vars) => (Tensor)vars[0] * 2;

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [grad_output];
    }

    /// <summary>The identity with a gradient turned round, as in adversarial training.</summary>
    private sealed class Reversed : SingleTensorFunction<Reversed>
    {
        public override string Name => "Reversed";

        public override Tensor forward(AutogradContext ctx, params object[] vars) => (Tensor)vars[0];

        public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output) => [-grad_output];
    }
}
