using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer x·σ(x).</summary>
            public static SiLU SiLU() => new(false);

            /// <summary>A layer x·σ(x), on demand in place.</summary>
            public static SiLU SiLU(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>x·σ(x) of each element.</summary>
                public static Tensor silu(Tensor x, bool inplace = false) => inplace ? x.silu_() : x.silu();
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer x·σ(x).</summary>
    public sealed class SiLU : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal SiLU(bool inplace) : base(nameof(SiLU)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.silu(tensor, inplace);
    }
}
