using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>max(0, margin - t·(x1 - x2)).</summary>
            public static MarginRankingLoss MarginRankingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                /// <summary>max(0, margin - t·(x1 - x2)): x1 is to be the larger for t = 1, x2 for t = -1; mean or sum.</summary>
                /// <exception cref="ArgumentException">They have different numbers of axes.</exception>
                public static Tensor margin_ranking_loss(
                    Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                    MarginLosses.Ranking(input1, input2, target, margin, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>max(0, margin - t·(x1 - x2)).</summary>
    public sealed class MarginRankingLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public MarginRankingLoss(double margin = 0.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean) : base(reduction)
        {
            name = nameof(MarginRankingLoss);
            this.margin = margin;
        }

        /// <summary>How far apart they should be.</summary>
        public double margin { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2, torch.Tensor target) =>
            torch.nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
    }
}
