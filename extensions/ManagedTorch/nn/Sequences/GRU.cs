using TorchSharp.Kernels;
using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A network of gated recurrent units: h = (1 - z)·n + z·h at each step, in one or more layers.</summary>
            /// <param name="inputSize">Features of a step.</param> <param name="hiddenSize">Hidden units.</param>
            /// <param name="numLayers">Layers; each reads the hidden states of the one before.</param>
            /// <param name="bias">Whether there are biases.</param>
            /// <param name="batchFirst">Whether sequences come as (N, T, I) instead of (T, N, I).</param>
            /// <param name="dropout">Probability of dropping a value between layers, in training.</param>
            /// <param name="bidirectional">Whether a second network reads each sequence backwards.</param>
            /// <param name="device">Where the parameters are.</param> <param name="dtype">Their type.</param>
            public static GRU GRU(
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
    /// <summary>A network of gated recurrent units over sequences; second derivatives are not offered.</summary>
    public sealed class GRU : torch.nn.Module<torch.Tensor, torch.Tensor, (torch.Tensor, torch.Tensor)>
    {
        private readonly RecurrentStack _stack;

        internal GRU(RecurrentStack stack, torch.Device? device, torch.ScalarType? dtype) : base(nameof(GRU))
        {
            _stack = stack;
            stack.CreateParameters<GruCell>(register_parameter, device, dtype);
        }

        /// <summary>Runs over a batch of sequences.</summary>
        /// <param name="input">(T, N, I), (N, T, I) with batchFirst, or (T, I) for one sequence.</param>
        /// <param name="h0">First hidden states (layers·directions, N, H); zeros if null.</param>
        /// <returns>Hidden states of the last layer (T, N, directions·H), and the last ones of all layers.</returns>
        /// <exception cref="ArgumentException">A shape does not fit.</exception>
        public override (torch.Tensor, torch.Tensor) forward(torch.Tensor input, torch.Tensor? h0 = null)
        {
            (torch.Tensor y, torch.Tensor h, _) = _stack.Run<GruCell>(nameof(GRU), input, h0, null, training);
            return (y, h);
        }

        /// <summary>As <see cref="forward"/>, with hooks.</summary>
        public new (torch.Tensor, torch.Tensor) call(torch.Tensor input, torch.Tensor? h0 = null) => base.call(input, h0!);

        /// <summary>Does nothing: weights always lie as the kernels want them.</summary>
        public void flatten_parameters()
        {
        }
    }
}
