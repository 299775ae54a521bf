using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer e⁻ˣ/Σ e⁻ˣ along axis <paramref name="dim"/>.</summary>
            public static Softmin Softmin(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>e⁻ˣ/Σ e⁻ˣ along axis <paramref name="dim"/>.</summary>
                public static Tensor softmin(Tensor x, long dim) => SoftmaxFamily.Softmax(-x, dim);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer e⁻ˣ/Σ e⁻ˣ along an axis.</summary>
    public sealed class Softmin : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Softmin(long dim) : base(nameof(Softmin)) => this.dim = dim;

        /// <summary>The axis along which the values sum to 1.</summary>
        public long dim { get; set; }

        /// <summary>The shares.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmin(tensor, dim);
    }
}
