using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer log σ(x) = -log(1 + e⁻ˣ).</summary>
            public static LogSigmoid LogSigmoid() => new();

            public static partial class functional
            {
                /// <summary>log σ(x) = -log(1 + e⁻ˣ) of each element, without overflow.</summary>
                public static Tensor logsigmoid(Tensor x) => x.log_sigmoid();
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer log σ(x) = -log(1 + e⁻ˣ).</summary>
    public sealed class LogSigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal LogSigmoid() : base(nameof(LogSigmoid))
        {
        }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.logsigmoid(tensor);
    }
}
