using static TorchSharp.torch;

namespace TorchSharp.Autograd;

/// <summary>The end of a path: adds what arrives to the gradient of a leaf.</summary>
internal sealed class AccumulateGrad(Tensor leaf) : Node("AccumulateGrad", [])
{
    public override Tensor?[] Apply(Tensor?[] dys)
    {
        Tensor dy = dys[0]!;
        AutogradState state = leaf.State!;
        if (state.Gradient is null)
        {
            state.Gradient = GradMode.Enabled ? dy : dy.TakeAsGradient();
        }
        else if (GradMode.Enabled)
        {
            state.Gradient = state.Gradient + dy;
        }
        else
        {
            Operators.Arithmetic.AddInto(state.Gradient, dy);
        }
        state.GradientShown |= GradMode.Enabled;    // then it may be a tensor that the user holds
        state.Gradient.Scope?.Forget(state.Gradient);
        return [];
    }
}
