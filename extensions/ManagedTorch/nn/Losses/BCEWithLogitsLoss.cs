using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The cross entropy of probabilities σ(x), from x without overflow.</summary>
            public static BCEWithLogitsLoss BCEWithLogitsLoss(
                Tensor? weight = null, Reduction reduction = Reduction.Mean, Tensor? pos_weights = null) =>
                new(weight, reduction, pos_weights);

            public static partial class functional
            {
                /// <summary>The cross entropy of probabilities σ(x), from x without overflow; mean or sum.</summary>
                /// <exception cref="ArgumentException">The sizes differ.</exception>
                public static Tensor binary_cross_entropy_with_logits(
                    Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean,
                    Tensor? pos_weights = null) =>
                    BinaryLosses.OfLogits(input, target, weight, reduction, pos_weights);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The cross entropy of probabilities σ(x), from x without overflow.</summary>
    public sealed class BCEWithLogitsLoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public BCEWithLogitsLoss(
            torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean, torch.Tensor? pos_weights = null)
            : base(weight, reduction)
        {
            name = nameof(BCEWithLogitsLoss);
            this.pos_weights = pos_weights;
        }

        /// <summary>Weights of the answer yes, or null for 1.</summary>
        public torch.Tensor? pos_weights { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
    }
}
