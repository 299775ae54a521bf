using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>1 - cos for pairs that belong together (target 1), max(0, cos - margin) for others (-1).</summary>
            public static CosineEmbeddingLoss CosineEmbeddingLoss(double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                new(margin, reduction);

            public static partial class functional
            {
                /// <summary>1 - cos for pairs (N, D) that belong together (target 1), max(0, cos - margin) for others (-1); mean
                /// or sum.</summary>
                /// <exception cref="ArgumentException">The shapes do not fit.</exception>
                public static Tensor cosine_embedding_loss(
                    Tensor input1, Tensor input2, Tensor target, double margin = 0.0, Reduction reduction = Reduction.Mean) =>
                    MarginLosses.CosineEmbedding(input1, input2, target, margin, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>1 - cos for pairs that belong together (target 1), max(0, cos - margin) for others (-1).</summary>
    public sealed class CosineEmbeddingLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public CosineEmbeddingLoss(double margin = 0.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean) : base(reduction)
        {
            name = nameof(CosineEmbeddingLoss);
            this.margin = margin;
        }

        /// <summary>The cosine that pairs apart may have.</summary>
        public double margin { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2, torch.Tensor target) =>
            torch.nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
    }
}
