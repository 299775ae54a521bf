using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>max(0, margin + distance to the positive - distance to the negative), with any distance.</summary>
            public static TripletMarginWithDistanceLoss TripletMarginWithDistanceLoss(
                Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1.0, bool swap = false,
                Reduction reduction = Reduction.Mean) =>
                new(distance, margin, swap, reduction);

            public static partial class functional
            {
                /// <summary>max(0, margin + distance to the positive - distance to the negative), with any distance of rows;
                /// mean or sum.</summary>
                public static Tensor triplet_margin_with_distance_loss(
                    Tensor anchor, Tensor positive, Tensor negative, Func<Tensor, Tensor, Tensor>? distance = null,
                    double margin = 1.0,
                    bool swap = false, Reduction reduction = Reduction.Mean) =>
                    MarginLosses.Triplet(
                        anchor, positive, negative, distance ?? (static (a, b) => Distances.Pairwise(a, b, 2, 1e-6, false)),
                        margin, swap, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>max(0, margin + distance to the positive - distance to the negative), with any distance.</summary>
    public sealed class TripletMarginWithDistanceLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
    {
        private readonly Func<torch.Tensor, torch.Tensor, torch.Tensor>? _distance;
        private readonly bool _swap;

        /// <summary>With these settings.</summary>
        public TripletMarginWithDistanceLoss(
            Func<torch.Tensor, torch.Tensor, torch.Tensor>? distance = null, double margin = 1.0, bool swap = false,
            torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            name = nameof(TripletMarginWithDistanceLoss);
            this.margin = margin;
            _distance = distance;
            _swap = swap;
        }

        /// <summary>How much farther the negative should be.</summary>
        public double margin { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor anchor, torch.Tensor positive, torch.Tensor negative) =>
            torch.nn.functional.triplet_margin_with_distance_loss(anchor, positive, negative, _distance, margin, _swap,
            reduction);
    }
}
