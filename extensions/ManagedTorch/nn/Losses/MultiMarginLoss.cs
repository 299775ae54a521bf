using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>Σ max(0, margin - x[t] + x[j])ᵖ/C over the other classes j.</summary>
            public static MultiMarginLoss MultiMarginLoss(
                int p = 1, double margin = 1.0, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(p, margin, weight, reduction);

            public static partial class functional
            {
                /// <summary>Σ max(0, margin - x[t] + x[j])ᵖ/C over the other classes j of scores (N, C) or (C); mean or
                /// sum.</summary>
                /// <exception cref="ArgumentException">p is neither 1 nor 2, a target is no class, or shapes do not
                /// fit.</exception>
                public static Tensor multi_margin_loss(
                    Tensor input, Tensor target, int p = 1, double margin = 1.0, Tensor? weight = null,
                    Reduction reduction = Reduction.Mean) =>
                    MarginLosses.MultiClass(input, target, p, margin, weight, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Σ max(0, margin - x[t] + x[j])ᵖ/C over the other classes j.</summary>
    public sealed class MultiMarginLoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public MultiMarginLoss(
            int p = 1, double margin = 1.0, torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(weight, reduction)
        {
            name = nameof(MultiMarginLoss);
            this.p = p;
            this.margin = margin;
        }

        /// <summary>1 or 2.</summary>
        public int p { get; }

        /// <summary>How much larger the true class should be.</summary>
        public double margin { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
    }
}
