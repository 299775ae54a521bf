using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A plain recurrent network: h = tanh(W_ih·x + b_ih + W_hh·h + b_hh) at each step, in one or more
            /// layers.</summary>
            /// <param name="inputSize">Features of a step.</param> <param name="hiddenSize">Hidden units.</param>
            /// <param name="numLayers">Layers; each reads the hidden states of the one before.</param>
            /// <param name="nonLinearity">tanh or ReLU.</param> <param name="bias">Whether there are biases.</param>
            /// <param name="batchFirst">Whether sequences come as (N, T, I) instead of (T, N, I).</param>
            /// <param name="dropout">Probability of dropping a value between layers, in training.</param>
            /// <param name="bidirectional">Whether a second network reads each sequence backwards.</param>
            /// <param name="device">Where the parameters are.</param> <param name="dtype">Their type.</param>
            public static RNN RNN(
                long inputSize, long hiddenSize, long numLayers = 1, NonLinearities nonLinearity = NonLinearities.Tanh,
                    bool bias = true,
                bool batchFirst = false, double dropout = 0.0, bool bidirectional = false, Device? device = null,
                    ScalarType? dtype = null) =>
                new(new RecurrentStack(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), nonLinearity,
                    device, dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A plain recurrent network over sequences; second derivatives are not offered.</summary>
    public sealed class RNN : torch.nn.Module<torch.Tensor, torch.Tensor, (torch.Tensor, torch.Tensor)>
    {
        private readonly RecurrentStack _stack;
        private readonly torch.nn.NonLinearities _nonLinearity;

        internal RNN(RecurrentStack stack, torch.nn.NonLinearities nonLinearity, torch.Device? device, torch.ScalarType? dtype)
            : base(nameof(RNN))
        {
            (_stack, _nonLinearity) = (stack, nonLinearity);
            stack.CreateParameters<TanhCell>(register_parameter, device, dtype);
        }

        /// <summary>Runs over a batch of sequences.</summary>
        /// <param name="input">(T, N, I), (N, T, I) with batchFirst, or (T, I) for one sequence.</param>
        /// <param name="h0">First hidden states (layers·directions, N, H); zeros if null.</param>
        /// <returns>Hidden states of the last layer (T, N, directions·H), and the last ones of all layers.</returns>
        /// <exception cref="ArgumentException">A shape does not fit.</exception>
        public override (torch.Tensor, torch.Tensor) forward(torch.Tensor input, torch.Tensor? h0)
        {
            (torch.Tensor y, torch.Tensor h, _) = _nonLinearity == torch.nn.NonLinearities.Tanh
                ? _stack.Run<TanhCell>(nameof(RNN), input, h0, null, training)
                : _stack.Run<ReluCell>(nameof(RNN), input, h0, null, training);
            return (y, h);
        }

        /// <summary>As <see cref="forward"/>, with hooks.</summary>
        public new (torch.Tensor, torch.Tensor) call(torch.Tensor input, torch.Tensor? h0 = null) => base.call(input, h0!);

        /// <summary>W_ih of a layer and direction, counted as layer·directions + direction.</summary>
        public Parameter? get_weight_ih(long idx) => _stack.At(idx, 0);

        /// <summary>W_hh of a layer and direction.</summary>
        public Parameter? get_weight_hh(long idx) => _stack.At(idx, 1);

        /// <summary>b_ih of a layer and direction; null without biases.</summary>
        public Parameter? get_bias_ih(long idx) => _stack.At(idx, 2);

        /// <summary>b_hh of a layer and direction; null without biases.</summary>
        public Parameter? get_bias_hh(long idx) => _stack.At(idx, 3);

        /// <summary>Does nothing: weights always lie as the kernels want them.</summary>
        public void flatten_parameters()
        {
        }
    }
}
