using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer ELU with the constants that keep mean 0 and variance 1 (Klambauer and others, 2017).</summary>
            public static SELU SELU(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>ELU with the constants that keep mean 0 and variance 1 (Klambauer and others, 2017) of each
                /// element.</summary>
                public static Tensor selu(Tensor x, bool inplace = false) => inplace ? x.selu_() : x.selu();
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer ELU with the constants that keep mean 0 and variance 1 (Klambauer and others, 2017).</summary>
    public sealed class SELU : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal SELU(bool inplace) : base(nameof(SELU)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.selu(tensor, inplace);
    }
}
