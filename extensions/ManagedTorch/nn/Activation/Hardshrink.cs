using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer with x outside -λ … λ, otherwise 0.</summary>
            public static Hardshrink Hardshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                /// <summary>x outside -λ … λ, otherwise 0.</summary>
                public static Tensor hardshrink(Tensor x, double lambda = 0.5) =>
                    Operators.Function.Of<Operators.Hardshrink>(x, new(lambda));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer with x outside -λ … λ, otherwise 0.</summary>
    public sealed class Hardshrink : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Hardshrink(double lambda) : base(nameof(Hardshrink)) => this.lambda = lambda;

        /// <summary>Half the width of the flat part.</summary>
        public double lambda { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardshrink(tensor, lambda);
    }
}
