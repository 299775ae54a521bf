using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer x - tanh x.</summary>
            public static Tanhshrink Tanhshrink() => new(false);

            /// <summary>A layer x - tanh x, on demand in place.</summary>
            public static Tanhshrink Tanhshrink(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>x - tanh x of each element.</summary>
                public static Tensor tanhshrink(Tensor x, bool inplace = false) =>
                    inplace ? Operators.Function.InPlace<Operators.Tanhshrink>(x) : Operators.Function.Of<Operators.Tanhshrink>(x);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer x - tanh x.</summary>
    public sealed class Tanhshrink : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Tanhshrink(bool inplace) : base(nameof(Tanhshrink)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.tanhshrink(tensor, inplace);
    }
}
