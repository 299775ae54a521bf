using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer x - log Σ eˣ along axis <paramref name="dim"/>.</summary>
            public static LogSoftmax LogSoftmax(long dim) => new(dim);

            public static partial class functional
            {
                /// <summary>x - log Σ eˣ along axis <paramref name="dim"/>.</summary>
                public static Tensor log_softmax(Tensor x, long dim) => SoftmaxFamily.LogSoftmax(x, dim);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer x - log Σ eˣ along an axis.</summary>
    public sealed class LogSoftmax : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal LogSoftmax(long dim) : base(nameof(LogSoftmax)) => this.dim = dim;

        /// <summary>The axis along which the values sum to 1.</summary>
        public long dim { get; set; }

        /// <summary>The logarithms of the shares.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.log_softmax(tensor, dim);
    }
}
