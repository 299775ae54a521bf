using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace ManagedTorch.Tests;

public sealed class GradientCheckTests
{
    [Fact]
    public void Right_derivatives_pass() =>
        GradientCheck.VerifyTwice(
            x => x[0] * x[0] / x[1] - x[0], GradientCheck.Random(1, 2, 3), GradientCheck.Uniform(2, 1, 2, 3));

    [Fact]
    public void A_wrong_derivative_is_named_with_input_and_element()
    {
        static Tensor Wrong(Tensor[] x) => Tape.Record(
            (x[0] * x[0]).detach(), "Wrong", [x[0]], [x[0]], static (dy, node) => [dy * node[0]]);    // forgot the 2
        var error = Assert.ThrowsAny<Exception>(() => GradientCheck.Verify(Wrong, GradientCheck.Uniform(1, 1, 2, 3)));
        Assert.Contains("first derivative, input 0 [3], element 0", error.Message);
    }

    [Fact]
    public void A_wrong_second_derivative_is_found()
    {
        static Tensor Wrong(Tensor[] x) => Tape.Record(
            (x[0] * x[0]).detach(), "Wrong", [x[0]], [x[0]], static (dy, node) => [dy * node[0].detach() * 2]);    // not recorded
        GradientCheck.Verify(Wrong, GradientCheck.Uniform(1, 1, 2, 3));
        var error = Assert.ThrowsAny<Exception>(() => GradientCheck.VerifyTwice(Wrong, GradientCheck.Uniform(1, 1, 2, 3)));
        Assert.Contains("second derivative", error.Message);
    }
}
