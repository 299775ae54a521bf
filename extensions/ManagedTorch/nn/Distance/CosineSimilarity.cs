using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer with the cosine of the angle between vectors along an axis.</summary>
            public static CosineSimilarity CosineSimilarity(long dim = 1, double eps = 1e-08) => new(dim, eps);

            public static partial class functional
            {
                /// <summary>The cosine of the angle between vectors along axis <paramref name="dim"/>; lengths count as at least
                /// <paramref name="eps"/>.</summary>
                public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1e-08) =>
                    Distances.Cosine(x1, x2, dim, eps);

                /// <summary>x/max(|x|, eps) along axis <paramref name="dim"/>, |x| the <paramref name="p"/>-norm.</summary>
                public static Tensor normalize(Tensor input, double p = 2.0, long dim = 1, double eps = 1e-12) =>
                    Distances.Normalized(input, p, dim, eps);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The cosine of the angle between vectors along an axis.</summary>
    public sealed class CosineSimilarity : ParameterLessModule<torch.Tensor, torch.Tensor, torch.Tensor>
    {
        internal CosineSimilarity(long dim, double eps) : base(nameof(CosineSimilarity))
        {
            this.dim = dim;
            this.eps = eps;
        }

        /// <summary>The axis of the vectors.</summary>
        public long dim { get; set; }

        /// <summary>The least length.</summary>
        public double eps { get; set; }

        /// <summary>The cosines, without that axis.</summary>
        public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) => Distances.Cosine(input1, input2, dim, eps);
    }
}
