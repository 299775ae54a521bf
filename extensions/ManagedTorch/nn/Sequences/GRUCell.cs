using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of a gated recurrent unit: h = (1 - z)·n + z·h.</summary>
            /// <param name="inputSize">Features.</param> <param name="hiddenSize">Hidden units.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="device">Where the parameters are.</param> <param name="dtype">Their type.</param>
            public static GRUCell GRUCell(
                long inputSize, long hiddenSize, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, bias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>One step of a gated recurrent unit; second derivatives are not offered.</summary>
    public sealed class GRUCell : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        private readonly CellParameters _parameters;

        internal GRUCell(long inputSize, long hiddenSize, bool bias, torch.Device? device, torch.ScalarType? dtype)
            : base(nameof(GRUCell))
        {
            _parameters = new CellParameters(inputSize, hiddenSize, GruCell.Recurrent, bias, ConditionallyRegisterParameter,
                device, dtype);
        }

        /// <summary>Weights of the input, (3·H, I).</summary>
        public Parameter? weight_ih { get => _parameters[0]; set => _parameters[0] = value; }

        /// <summary>Weights of the hidden state, (3·H, H).</summary>
        public Parameter? weight_hh { get => _parameters[1]; set => _parameters[1] = value; }

        /// <summary>Bias added with the input, (3·H); null without biases.</summary>
        public Parameter? bias_ih { get => _parameters[2]; set => _parameters[2] = value; }

        /// <summary>Bias added with the hidden state, (3·H); null without biases.</summary>
        public Parameter? bias_hh { get => _parameters[3]; set => _parameters[3] = value; }

        /// <summary>The next hidden states (N, H), from the input (N, I) and the last states; zeros if null.</summary>
        /// <exception cref="ArgumentException">A shape does not fit.</exception>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor? h0 = null) =>
            _parameters.Step<GruCell>(nameof(GRUCell), input, h0, null).H;
    }
}
