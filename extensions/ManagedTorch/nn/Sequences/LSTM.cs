using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A long short-term memory network: c = f·c + i·g, h = o·tanh c at each step, in one or more
            /// layers.</summary>
            /// <param name="inputSize">Features of a step.</param> <param name="hiddenSize">Hidden units.</param>
            /// <param name="numLayers">Layers; each reads the hidden states of the one before.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="batchFirst">Whether sequences come as (N, T, I) instead of (T, N, I).</param>
            /// <param name="dropout">Probability of dropping a value between layers, in training.</param>
            /// <param name="bidirectional">Whether a second network reads each sequence backwards.</param>
            /// <param name="device">Where the parameters are.</param> <param name="dtype">Their type.</param>
            public static LSTM LSTM(
                long inputSize, long hiddenSize, long numLayers = 1, bool bias = true, bool batchFirst = false,
                    double dropout = 0.0,
                bool bidirectional = false, Device? device = null, ScalarType? dtype = null) =>
                new(new RecurrentStack(inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional), device,
                    dtype);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A long short-term memory network over sequences; second derivatives are not offered.</summary>
    public sealed class LSTM : torch.nn.Module<torch.Tensor, (torch.Tensor, torch.Tensor)?, (torch.Tensor, torch.Tensor,
        torch.Tensor)>
    {
        private readonly RecurrentStack _stack;

        internal LSTM(RecurrentStack stack, torch.Device? device, torch.ScalarType? dtype) : base(nameof(LSTM))
        {
            _stack = stack;
            stack.CreateParameters<LstmCell>(register_parameter, device, dtype);
        }

        /// <summary>Runs over a batch of sequences.</summary>
        /// <param name="input">(T, N, I), (N, T, I) with batchFirst, or (T, I) for one sequence.</param>
        /// <param name="h0_c0">First hidden and cell states, each (layers·directions, N, H); zeros if null.</param>
        /// <returns>Hidden states of the last layer (T, N, directions·H), last hidden and last cell states of all
        /// layers.</returns>
        /// <exception cref="ArgumentException">A shape does not fit.</exception>
        public override (torch.Tensor, torch.Tensor, torch.Tensor) forward(torch.Tensor input, (torch.Tensor,
            torch.Tensor)? h0_c0 = null)
        {
            (torch.Tensor y, torch.Tensor h, torch.Tensor? c) = _stack.Run<LstmCell>(nameof(LSTM), input, h0_c0?.Item1,
                h0_c0?.Item2, training);
            return (y, h, c!);
        }

        /// <summary>As <see cref="forward"/>, with hooks.</summary>
        public new (torch.Tensor, torch.Tensor, torch.Tensor) call(torch.Tensor input, (torch.Tensor,
            torch.Tensor)? h0_c0 = null) =>
            base.call(input, h0_c0);

        /// <summary>Does nothing: weights always lie as the kernels want them.</summary>
        public void flatten_parameters()
        {
        }
    }
}
