using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Connectionist temporal classification, for reading sequences whose labels have no known
            /// positions.</summary>
            /// <param name="blank">The class between labels.</param>
            /// <param name="zero_infinity">Whether a sequence too short for its labels counts 0 instead of ∞.</param>
            /// <param name="reduction">Mean divides each loss by its number of labels first.</param>
            public static CTCLoss CTCLoss(long blank = 0, bool zero_infinity = false, Reduction reduction = Reduction.Mean) =>
                new(blank, zero_infinity, reduction);

            public static partial class functional
            {
                /// <summary>-log p(targets | log_probs), all ways to align them together (Graves and others, 2006).</summary>
                /// <param name="log_probs">Log-probabilities (T, N, C), from log_softmax; the gradient relies on that.</param>
                /// <param name="targets">Labels (N, S), or all one after the other.</param>
                /// <param name="input_lengths">Steps of each sequence (N).</param>
                /// <param name="target_lengths">Labels of each (N).</param>
                /// <param name="blank">The class between labels.</param>
                /// <param name="zero_infinity">Whether a sequence too short for its labels counts 0 instead of ∞.</param>
                /// <param name="reduction">Mean divides each loss by its number of labels first.</param>
                /// <exception cref="ArgumentException">A shape, length or label does not fit.</exception>
                public static Tensor ctc_loss(
                    Tensor log_probs, Tensor targets, Tensor input_lengths, Tensor target_lengths, long blank = 0,
                        bool zero_infinity = false,
                    Reduction reduction = Reduction.Mean) =>
                    Alignment.Loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Connectionist temporal classification; see <see cref="torch.nn.functional.ctc_loss"/>.</summary>
    public sealed class CTCLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With its settings.</summary>
        public CTCLoss(long blank = 0, bool zero_infinity = false, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            this.blank = blank;
            this.zero_infinity = zero_infinity;
        }

        /// <summary>The class between labels.</summary>
        public long blank { get; }

        /// <summary>Whether a sequence too short for its labels counts 0 instead of ∞.</summary>
        public bool zero_infinity { get; }

        /// <summary>The loss of log-probabilities (T, N, C) for targets (N, S).</summary>
        public override torch.Tensor forward(
            torch.Tensor log_probs, torch.Tensor targets, torch.Tensor input_lengths, torch.Tensor target_lengths) =>
            Alignment.Loss(log_probs, targets, input_lengths, target_lengths, blank, zero_infinity, reduction);
    }
}
