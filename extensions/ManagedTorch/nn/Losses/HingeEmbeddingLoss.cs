using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>x for targets 1, max(0, margin - x) for targets -1.</summary>
            public static HingeEmbeddingLoss HingeEmbeddingLoss(double margin = 1.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                /// <summary>x for targets 1, max(0, margin - x) for targets -1; mean or sum.</summary>
                public static Tensor hinge_embedding_loss(
                    Tensor input, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                    MarginLosses.HingeEmbedding(input, target, margin, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>x for targets 1, max(0, margin - x) for targets -1.</summary>
    public sealed class HingeEmbeddingLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public HingeEmbeddingLoss(double margin = 0.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean) : base(reduction)
        {
            name = nameof(HingeEmbeddingLoss);
            this.margin = margin;
        }

        /// <summary>The distance that pairs apart should have.</summary>
        public double margin { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.hinge_embedding_loss(input, target, margin, reduction);
    }
}
