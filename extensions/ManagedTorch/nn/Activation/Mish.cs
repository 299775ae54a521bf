using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer x·tanh(log(1 + eˣ)).</summary>
            public static Mish Mish() => new(false);

            /// <summary>A layer x·tanh(log(1 + eˣ)), on demand in place.</summary>
            public static Mish Mish(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>x·tanh(log(1 + eˣ)) of each element.</summary>
                public static Tensor mish(Tensor x, bool inplace = false) =>
                    inplace ? Operators.Function.InPlace<Operators.Mish>(x) : Operators.Function.Of<Operators.Mish>(x);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer x·tanh(log(1 + eˣ)).</summary>
    public sealed class Mish : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Mish(bool inplace) : base(nameof(Mish)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.mish(tensor, inplace);
    }
}
