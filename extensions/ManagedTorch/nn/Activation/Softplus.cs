using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer log(1 + e^(<paramref name="beta"/>·x))/<paramref name="beta"/>; x itself where
            /// <paramref name="beta"/>·x &gt; <paramref name="threshold"/>.</summary>
            public static Softplus Softplus(double beta = 1.0, double threshold = 20.0) => new(beta, threshold);

            public static partial class functional
            {
                /// <summary>log(1 + e^(<paramref name="beta"/>·x))/<paramref name="beta"/>; x itself where
                /// <paramref name="beta"/>·x &gt; <paramref name="threshold"/>.</summary>
                public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) =>
                    x.softplus(beta, threshold);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer log(1 + e^(β·x))/β.</summary>
    public sealed class Softplus : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Softplus(double beta, double threshold) : base(nameof(Softplus))
        {
            this.beta = beta;
            this.threshold = threshold;
        }

        /// <summary>How sharp the bend is.</summary>
        public double beta { get; set; }

        /// <summary>From β·x above this on it is x itself.</summary>
        public double threshold { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softplus(tensor, beta, threshold);
    }
}
