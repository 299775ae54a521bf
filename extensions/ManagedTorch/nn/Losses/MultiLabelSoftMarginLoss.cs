using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>The mean over the classes of the binary cross entropy of σ(x).</summary>
            public static MultiLabelSoftMarginLoss MultiLabelSoftMarginLoss(
                Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                new(weight, reduction);

            public static partial class functional
            {
                /// <summary>The mean over the classes (last axis) of the binary cross entropy of σ(x); mean or sum of
                /// these.</summary>
                public static Tensor multilabel_soft_margin_loss(Tensor input, Tensor target, Tensor? weight = null,
                    Reduction reduction = Reduction.Mean) =>
                    MarginLosses.MultiLabelSoft(input, target, weight, reduction);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The mean over the classes of the binary cross entropy of σ(x).</summary>
    public sealed class MultiLabelSoftMarginLoss : WeightedLoss<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        /// <summary>With these settings.</summary>
        public MultiLabelSoftMarginLoss(torch.Tensor? weight = null, torch.nn.Reduction reduction = torch.nn.Reduction.Mean)
            : base(weight, reduction)
        {
            name = nameof(MultiLabelSoftMarginLoss);
        }

        /// <summary>The loss of each element, their mean or their sum.</summary>
        public override torch.Tensor forward(torch.Tensor input, torch.Tensor target) =>
            torch.nn.functional.multilabel_soft_margin_loss(input, target, weight, reduction);
    }
}
