using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer (x + 3)/6, cut to 0 … 1.</summary>
            public static Hardsigmoid Hardsigmoid(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>(x + 3)/6, cut to 0 … 1 of each element.</summary>
                public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                    inplace ? input.hardsigmoid_() : input.hardsigmoid();
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer (x + 3)/6, cut to 0 … 1.</summary>
    public sealed class Hardsigmoid : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Hardsigmoid(bool inplace) : base(nameof(Hardsigmoid)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardsigmoid(tensor, inplace);
    }
}
