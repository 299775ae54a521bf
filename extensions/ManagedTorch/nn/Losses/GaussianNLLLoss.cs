using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>½(log v + (x - t)²/v) of a normal distribution with mean x and variance v.</summary>
            public static GaussianNLLLoss GaussianNLLLoss(
                bool full = false, float eps = 1e-08f, Reduction reduction = Reduction.Mean) =>
                new(full, eps, reduction);

            public static partial class functional
            {
                /// <summary>½(log v + (x - t)²/v), v the variance, at least eps; mean or sum.</summary>
                /// <exception cref="ArgumentException">A variance is negative, or its shape does not fit.</exception>
                public static Tensor gaussian_nll_loss(
                    Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1e-06f,
                    Reduction reduction = Reduction.Mean) =>
                    LikelihoodLosses.Gaussian(input, target, variance, full, eps, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>½(log v + (x - t)²/v) of a normal distribution with mean x and variance v.</summary>
    public sealed class GaussianNLLLoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public GaussianNLLLoss(bool full = false, float eps = 1e-08f, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(reduction)
        {
            name = nameof(GaussianNLLLoss);
            this.full = full;
            this.eps = eps;
        }

        /// <summary>Whether ½ log 2π is added.</summary>
        public bool full { get; }

        /// <summary>The least variance.</summary>
        public float eps { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target, torch.Tensor variance) =>
            torch.nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
    }
}
