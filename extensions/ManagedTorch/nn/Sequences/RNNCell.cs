using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>One step of a plain recurrent network: h = tanh(W_ih·x + b_ih + W_hh·h + b_hh).</summary>
            /// <param name="inputSize">Features.</param> <param name="hiddenSize">Hidden units.</param>
            /// <param name="nonLinearity">tanh or ReLU.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="device">Where the parameters are.</param> <param name="dtype">Their type.</param>
            public static RNNCell RNNCell(
                long inputSize, long hiddenSize, NonLinearities nonLinearity = NonLinearities.Tanh, bool bias = true,
                    Device? device = null, ScalarType? dtype = null) =>
                new(inputSize, hiddenSize, nonLinearity, bias, device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>One step of a plain recurrent network; second derivatives are not offered.</summary>
    public sealed class RNNCell : torch.nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        private readonly CellParameters _parameters;
        private readonly torch.nn.NonLinearities _nonLinearity;

        internal RNNCell(long inputSize, long hiddenSize, torch.nn.NonLinearities nonLinearity, bool bias, torch.Device? device,
            torch.ScalarType? dtype) : base(nameof(RNNCell))
        {
            _parameters = new CellParameters(inputSize, hiddenSize, TanhCell.Recurrent, bias, ConditionallyRegisterParameter,
                device, dtype);
            _nonLinearity = nonLinearity;
        }

        /// <summary>Weights of the input, (H, I).</summary>
        public Parameter? weight_ih { get => _parameters[0]; set => _parameters[0] = value; }

        /// <summary>Weights of the hidden state, (H, H).</summary>
        public Parameter? weight_hh { get => _parameters[1]; set => _parameters[1] = value; }

        /// <summary>Bias added with the input, (H); null without biases.</summary>
        public Parameter? bias_ih { get => _parameters[2]; set => _parameters[2] = value; }

        /// <summary>Bias added with the hidden state, (H); null without biases.</summary>
        public Parameter? bias_hh { get => _parameters[3]; set => _parameters[3] = value; }

        /// <summary>The next hidden states (N, H), from the input (N, I) and the last states; zeros if null.</summary>
        /// <exception cref="ArgumentException">A shape does not fit.</exception>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor? h0 = null) =>
            _nonLinearity == torch.nn.NonLinearities.Tanh
            ? _parameters.Step<TanhCell>(nameof(RNNCell), input, h0, null).H
            : _parameters.Step<ReluCell>(nameof(RNNCell), input, h0, null).H;
    }
}
