using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>eˣ - t·x of a Poisson distribution whose mean has the logarithm x.</summary>
            public static PoissonNLLLoss PoissonNLLLoss(
                bool log_input = true, bool full = false, float eps = 1e-08f, Reduction reduction = Reduction.Mean) =>
                new(log_input, full, eps, reduction);

            public static partial class functional
            {
                /// <summary>eˣ - t·x, or without log_input x - t·log(x + eps); mean or sum.</summary>
                public static Tensor poisson_nll_loss(
                    Tensor input, Tensor target, bool log_input = true, bool full = false, float eps = 1e-08f,
                    Reduction reduction = Reduction.Mean) =>
                    LikelihoodLosses.Poisson(input, target, log_input, full, eps, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>eˣ - t·x of a Poisson distribution whose mean has the logarithm x.</summary>
    public sealed class PoissonNLLLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public PoissonNLLLoss(
            bool log_input = true, bool full = false, float eps = 1e-08f, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            name = nameof(PoissonNLLLoss);
            this.log_input = log_input;
            this.full = full;
            this.eps = eps;
        }

        /// <summary>Whether x is the logarithm of the mean.</summary>
        public bool log_input { get; }

        /// <summary>Whether log t! is added, by Stirling.</summary>
        public bool full { get; }

        /// <summary>Added to x before its logarithm is taken.</summary>
        public float eps { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
    }
}
