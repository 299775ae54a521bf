using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>-x at the true class of log-probabilities (N, C, d…).</summary>
            public static NLLLoss NLLLoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(weight, reduction);

            public static partial class functional
            {
                /// <summary>-x at the true class (int64) of log-probabilities x; mean or sum over (N, d…). Targets of -100 do
                /// not count.</summary>
                /// <exception cref="ArgumentException">A target is no class, or shapes or types do not fit.</exception>
                public static Tensor nll_loss(
                    Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                    ClassLosses.NegativeLogLikelihood(input, target, weight, -100, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>-x at the true class of log-probabilities (N, C, d…).</summary>
    public sealed class NLLLoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public NLLLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(weight, reduction)
        {
            name = nameof(NLLLoss);
        }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.nll_loss(input, target, weight, reduction);
    }
}
