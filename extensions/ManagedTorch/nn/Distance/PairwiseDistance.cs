using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer with the p-norm of the difference of vectors along the last axis.</summary>
            public static PairwiseDistance PairwiseDistance(double p = 2.0, double eps = 1e-06, bool keepdim = false) =>
                new(p, eps, keepdim);

            public static partial class functional
            {
                /// <summary>The <paramref name="p"/>-norm of input1 - input2 + eps along the last axis.</summary>
                public static Tensor pairwise_distance(
                    Tensor input1, Tensor input2, double p = 2.0, double eps = 1e-06, bool keepdim = false) =>
                    Distances.Pairwise(input1, input2, p, eps, keepdim);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The p-norm of the difference of vectors along the last axis.</summary>
    public sealed class PairwiseDistance : ParameterLessModule<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        internal PairwiseDistance(double norm, double eps, bool keepdim) : base(nameof(PairwiseDistance))
        {
            this.norm = norm;
            this.eps = eps;
            this.keepdim = keepdim;
        }

        /// <summary>p.</summary>
        public double norm { get; set; }

        /// <summary>Added to each difference.</summary>
        public double eps { get; set; }

        /// <summary>Whether the last axis stays, with size 1.</summary>
        public bool keepdim { get; set; }

        /// <summary>The distances.</summary>
        public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) =>
            Distances.Pairwise(input1, input2, norm, eps, keepdim);
    }
}
