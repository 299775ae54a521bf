using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer x·Φ(x), Φ the normal distribution.</summary>
            public static GELU GELU() => new(Modules.GELU.Approximate.none, false);

            /// <summary>A layer x·Φ(x), on demand in place.</summary>
            public static GELU GELU(bool inplace) => new(Modules.GELU.Approximate.none, inplace);

            /// <summary>A layer x·Φ(x), or its form with tanh, on demand in place.</summary>
            public static GELU GELU(GELU.Approximate approximate, bool inplace = false) => new(approximate, inplace);

            public static partial class functional
            {
                /// <summary>x·Φ(x) of each element, Φ the normal distribution.</summary>
                public static Tensor gelu(Tensor x) => x.gelu();

                /// <summary>x·Φ(x) of each element, on demand in place.</summary>
                public static Tensor gelu(Tensor x, bool inplace) => inplace ? x.gelu_() : x.gelu();

                /// <summary>x·Φ(x) of each element, or its form with tanh, on demand in place.</summary>
                public static Tensor gelu(Tensor x, GELU.Approximate approximate, bool inplace = false) =>
                    inplace ? x.gelu_(approximate) : x.gelu(approximate);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer x·Φ(x), Φ the normal distribution (Hendrycks and Gimpel, 2016).</summary>
    public sealed class GELU : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        /// <summary>Which formula is used.</summary>
        public enum Approximate
        {
            /// <summary>x·Φ(x).</summary>
            none = 0,

            /// <summary>x·½(1 + tanh(√(2/π)(x + 0.044715 x³))).</summary>
            tanh = 1,
        }

        internal GELU(Approximate approximate, bool inplace) : base(nameof(GELU))
        {
            this.approximate = approximate;
            this.inplace = inplace;
        }

        /// <summary>Which formula is used.</summary>
        public Approximate approximate { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.gelu(tensor, approximate, inplace);
    }
}
