using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace HackLab.Quantum.Internals;

/// <summary>A batch of circuits as an operation that the tensor engine records.</summary>
internal sealed class CircuitFunction : SingleTensorFunction<CircuitFunction>
{
    public override string Name => "CircuitBackward";

    public override Tensor forward(AutogradContext ctx, params object[] vars)
    {
        (var x, var weight, var batch) = ((Tensor)vars[0], (Tensor)vars[1], (CircuitBatch)vars[2]);
        ctx.save_for_backward([x, weight]);
        ctx.save_data(nameof(CircuitBatch), batch);
        ctx.save_data("wanted", (x.requires_grad, weight.requires_grad));
        double[] y = batch.Forward(Values(weight), Values(x), (int)x.shape[0]);
        return tensor(y, [x.shape[0], batch.Outputs], dtype: weight.dtype);
    }

    public override List<Tensor> backward(AutogradContext ctx, Tensor grad_output)
    {
        if (is_grad_enabled())
            throw new NotSupportedException("A quantum layer has no second derivatives: call backward or grad without create_graph.");
        List<Tensor> saved = ctx.get_saved_variables();
        (Tensor x, Tensor weight) = (saved[0], saved[1]);
        var batch = (CircuitBatch)ctx.get_data(nameof(CircuitBatch));
        (bool ofInputs, bool ofWeights) = ((bool, bool))ctx.get_data("wanted");
        (double[] toWeights, double[] toInputs) =
            batch.Backward(Values(weight), Values(x), (int)x.shape[0], Values(grad_output), ofWeights, ofInputs && batch.Program.InputCount > 0);
        Tensor? dx = !ofInputs ? null : batch.Program.InputCount == 0 ? zeros_like(x) : tensor(toInputs, x.shape, dtype: x.dtype);
        return [dx!, ofWeights ? tensor(toWeights, weight.shape, dtype: weight.dtype) : null!, null!];
    }

    private static double[] Values(Tensor values)
    {
        using Tensor doubles = values.detach().cpu().to(ScalarType.Float64).contiguous();
        return doubles.data<double>().ToArray();
    }
}
