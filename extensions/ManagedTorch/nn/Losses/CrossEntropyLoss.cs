using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>-log softmax(x) at the true class of scores (N, C, d…), or its mean under given probabilities of the
            /// classes.</summary>
            public static CrossEntropyLoss CrossEntropyLoss(
                Tensor? weight = null, long? ignore_index = null, Reduction reduction = Reduction.Mean) =>
                new(weight, ignore_index, reduction);

            public static partial class functional
            {
                /// <summary>-log softmax(x) at the true class (int64), or its mean under given probabilities; mean or sum over
                /// (N, d…).</summary>
                /// <exception cref="ArgumentException">A target is no class, or shapes or types do not fit.</exception>
                public static Tensor cross_entropy(
                    Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                    Reduction reduction = Reduction.Mean,
                    double label_smoothing = 0.0) =>
                    ClassLosses.CrossEntropy(input, target, weight, ignore_index, reduction, label_smoothing);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>-log softmax(x) at the true class of scores (N, C, d…), or its mean under given probabilities of the
    /// classes.</summary>
    public sealed class CrossEntropyLoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public CrossEntropyLoss(
            torch.Tensor? weight = null, long? ignore_index = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean,
            double label_smoothing = 0.0)
            : base(weight, reduction)
        {
            name = nameof(CrossEntropyLoss);
            this.ignore_index = ignore_index;
            this.label_smoothing = label_smoothing;
        }

        /// <summary>The class that does not count, or null for -100.</summary>
        public long? ignore_index { get; }

        /// <summary>The share of probability spread over all classes.</summary>
        public double label_smoothing { get; }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.cross_entropy(input, target, weight, ignore_index ?? -100, reduction, label_smoothing);
    }
}
