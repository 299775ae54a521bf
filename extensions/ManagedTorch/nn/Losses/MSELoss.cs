using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The squared error (x - t)².</summary>
            public static MSELoss MSELoss(Reduction reduction = Reduction.Mean) =>
                new(reduction);

            public static partial class functional
            {
                /// <summary>(x - t)² of each pair, their mean or their sum.</summary>
                /// <exception cref="ArgumentException">The shapes cannot be broadcast.</exception>
                public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    PairLosses.Of<Difference<SquaredError>>(input, target, reduction, "mse_loss");
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The squared error (x - t)².</summary>
    public sealed class MSELoss : Loss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public MSELoss(torch.nn.Reduction reduction = torch.nn.Reduction.Mean) : base(reduction)
        {
            name = nameof(MSELoss);
        }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.mse_loss(input, target, reduction);
    }
}
