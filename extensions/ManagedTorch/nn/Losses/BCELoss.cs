using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The cross entropy -t·log x - (1 - t)·log(1 - x) of probabilities x.</summary>
            public static BCELoss BCELoss(Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(weight, reduction);

            public static partial class functional
            {
                /// <summary>-t·log x - (1 - t)·log(1 - x) of probabilities x, no logarithm below -100; mean or sum.</summary>
                /// <exception cref="ArgumentException">An input is not between 0 and 1, or the sizes differ.</exception>
                public static Tensor binary_cross_entropy(
                    Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                    BinaryLosses.OfProbabilities(input, target, weight, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The cross entropy -t·log x - (1 - t)·log(1 - x) of probabilities x.</summary>
    public sealed class BCELoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public BCELoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(weight, reduction)
        {
            name = nameof(BCELoss);
        }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.binary_cross_entropy(input, target, weight, reduction);
    }
}
