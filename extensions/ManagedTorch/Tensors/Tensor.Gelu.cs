using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>x·Φ(x) of each element, or its form with tanh.</summary>
        public Tensor gelu(GELU.Approximate approximate) => Activations.Gelu(this, approximate == GELU.Approximate.tanh);

        /// <summary>x·Φ(x) of each element, or its form with tanh, in place; returns the tensor.</summary>
        public Tensor gelu_(GELU.Approximate approximate) =>
            approximate == GELU.Approximate.tanh ? Function.InPlace<GeluTanh>(this) : gelu_();
    }
}
