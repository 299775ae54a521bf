using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>d²/2 for |d| below δ, otherwise δ·(|d| - δ/2), with d = x - t (Huber, 1964).</summary>
            public static HuberLoss HuberLoss(double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                new(delta, reduction);

            public static partial class functional
            {
                /// <summary>d²/2 for |d| below δ, otherwise δ·(|d| - δ/2), with d = x - t; mean or sum.</summary>
                /// <exception cref="ArgumentException">δ is negative, or the shapes cannot be broadcast.</exception>
                public static Tensor huber_loss(
                    Tensor input, Tensor target, double delta = 1.0, Reduction reduction = Reduction.Mean) =>
                    PairLosses.Of<Difference<HuberError>>(input, target, reduction, "huber_loss",
                    new(LossReduction.Checked("delta", delta)));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>d²/2 for |d| below δ, otherwise δ·(|d| - δ/2), with d = x - t (Huber, 1964).</summary>
    public sealed class HuberLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public HuberLoss(double delta = 1.0, torch.nn.Reduction reduction = torch.nn.Reduction.Mean) : base(reduction)
        {
            name = nameof(HuberLoss);
            this.delta = delta;
        }

        /// <summary>Where the square ends.</summary>
        public double delta { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.huber_loss(input, target, delta, reduction);
    }
}
