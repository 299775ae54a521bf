using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer eˣ/Σ eˣ along axis <paramref name="dim"/>.</summary>
            public static Softmax Softmax(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>eˣ/Σ eˣ along axis <paramref name="dim"/>; x is converted to <paramref name="dtype"/> before, if
                /// given.</summary>
                public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
                    SoftmaxFamily.Softmax(input, dim, dtype);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer eˣ/Σ eˣ along an axis.</summary>
    public sealed class Softmax : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Softmax(long dim) : base(nameof(Softmax)) => this.dim = dim;

        /// <summary>The axis along which the values sum to 1.</summary>
        public long dim { get; set; }

        /// <summary>The shares.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softmax(tensor, dim);
    }
}
