using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>d²/2β for |d| below β, otherwise |d| - β/2, with d = x - t.</summary>
            public static SmoothL1Loss SmoothL1Loss(Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                new(reduction, beta);

            public static partial class functional
            {
                /// <summary>d²/2β for |d| below β, otherwise |d| - β/2, with d = x - t; mean or sum.</summary>
                /// <exception cref="ArgumentException">β is negative, or the shapes cannot be broadcast.</exception>
                public static Tensor smooth_l1_loss(
                    Tensor input, Tensor target, Reduction reduction = Reduction.Mean, double beta = 1.0) =>
                    beta == 0
                        ? l1_loss(input, target, reduction)
                        : PairLosses.Of<Difference<SmoothAbsoluteError>>(input, target, reduction, "smooth_l1_loss",
                        new(LossReduction.Checked("beta", beta)));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>d²/2β for |d| below β, otherwise |d| - β/2, with d = x - t.</summary>
    public sealed class SmoothL1Loss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public SmoothL1Loss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean, double beta = 1.0) : base(reduction)
        {
            name = nameof(SmoothL1Loss);
            this.beta = beta;
        }

        /// <summary>Where the square ends.</summary>
        public double beta { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.smooth_l1_loss(input, target, reduction, beta);
    }
}
