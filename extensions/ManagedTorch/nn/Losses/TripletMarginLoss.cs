using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>max(0, margin + distance to the positive - distance to the negative).</summary>
            public static TripletMarginLoss TripletMarginLoss(
                double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                new(margin, p, eps, swap, reduction);

            public static partial class functional
            {
                /// <summary>max(0, margin + distance to the positive - distance to the negative) of rows (N, D); mean or
                /// sum.</summary>
                public static Tensor triplet_margin_loss(
                    Tensor anchor, Tensor positive, Tensor negative, double margin = 1.0, long p = 2, double eps = 1e-06,
                    bool swap = false,
                    Reduction reduction = Reduction.Mean) =>
                    MarginLosses.Triplet(
                        anchor, positive, negative, (a, b) => Distances.Pairwise(a, b, p, eps, false), margin, swap, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>max(0, margin + distance to the positive - distance to the negative).</summary>
    public sealed class TripletMarginLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
    {
        private readonly double _eps;
        private readonly bool _swap;

        /// <summary>With these settings.</summary>
        public TripletMarginLoss(
            double margin = 1.0, long p = 2, double eps = 1e-06, bool swap = false,
            torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            name = nameof(TripletMarginLoss);
            this.margin = margin;
            this.p = p;
            _eps = eps;
            _swap = swap;
        }

        /// <summary>How much farther the negative should be.</summary>
        public double margin { get; }

        /// <summary>Which norm measures distances.</summary>
        public long p { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor anchor, torch.Tensor positive, torch.Tensor negative) =>
            torch.nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
    }
}
