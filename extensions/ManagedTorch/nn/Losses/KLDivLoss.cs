using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The divergence t·(log t - x) of log-probabilities x from probabilities t (Kullback and Leibler,
            /// 1951).</summary>
            public static KLDivLoss KLDivLoss(bool log_target = true, Reduction reduction = Reduction.Mean) =>
                new(log_target, reduction);

            public static partial class functional
            {
                /// <summary>t·(log t - x) of each pair, x (and with log_target the targets) being logarithms; mean over all
                /// elements, or sum.</summary>
                public static Tensor kl_div(
                    Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                    log_target
                        ? PairLosses.Of<DivergenceOfLogs>(input, target, reduction, "kl_div")
                        : PairLosses.Of<Divergence>(input, target, reduction, "kl_div");
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The divergence t·(log t - x) of log-probabilities x from probabilities t (Kullback and Leibler, 1951).</summary>
    public sealed class KLDivLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public KLDivLoss(bool log_target = true, torch.nn.Reduction reduction = torch.nn.Reduction.Mean) : base(reduction)
        {
            name = nameof(KLDivLoss);
            this.log_target = log_target;
        }

        /// <summary>Whether targets are logarithms too.</summary>
        public bool log_target { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.kl_div(input, target, log_target, reduction);
    }
}
