using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer with x brought nearer to 0 by λ; 0 from -λ to λ.</summary>
            public static Softshrink Softshrink(double lambda = 0.5) => new(lambda);

            public static partial class functional
            {
                /// <summary>x brought nearer to 0 by λ; 0 from -λ to λ.</summary>
                public static Tensor softshrink(Tensor x, double lambda = 0.5) =>
                    Operators.Function.Of<Operators.Softshrink>(x, new(lambda));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer with x brought nearer to 0 by λ; 0 from -λ to λ.</summary>
    public sealed class Softshrink : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Softshrink(double lambda) : base(nameof(Softshrink)) => this.lambda = lambda;

        /// <summary>Half the width of the flat part.</summary>
        public double lambda { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softshrink(tensor, lambda);
    }
}
