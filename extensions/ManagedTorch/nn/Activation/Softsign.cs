using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer x/(1 + |x|).</summary>
            public static Softsign Softsign() => new(false);

            /// <summary>A layer x/(1 + |x|), on demand in place.</summary>
            public static Softsign Softsign(bool inplace) => new(inplace);

            public static partial class functional
            {
                /// <summary>x/(1 + |x|) of each element.</summary>
                public static Tensor softsign(Tensor x, bool inplace = false) =>
                    inplace ? Operators.Function.InPlace<Operators.Softsign>(x) : Operators.Function.Of<Operators.Softsign>(x);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer x/(1 + |x|).</summary>
    public sealed class Softsign : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Softsign(bool inplace) : base(nameof(Softsign)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.softsign(tensor, inplace);
    }
}
