using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer with x for x &gt; 0, otherwise <paramref name="alpha"/>·(e^(x/<paramref name="alpha"/>) -
            /// 1).</summary>
            public static CELU CELU(double alpha = 1.0, bool inplace = false) => new(alpha, inplace);

            public static partial class functional
            {
                /// <summary>x for x &gt; 0, otherwise <paramref name="alpha"/>·(e^(x/<paramref name="alpha"/>) - 1).</summary>
                public static Tensor celu(Tensor x, double alpha, bool inplace = false) =>
                    inplace ? x.celu_(alpha) : x.celu(alpha);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer with x for x &gt; 0, otherwise α·(e^(x/α) - 1).</summary>
    public sealed class CELU : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal CELU(double alpha, bool inplace) : base(nameof(CELU))
        {
            this.alpha = alpha;
            this.inplace = inplace;
        }

        /// <summary>The limit below 0 is -α.</summary>
        public double alpha { get; set; }

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.celu(tensor, alpha, inplace);
    }
}
