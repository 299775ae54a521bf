using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer x·hardsigmoid(x).</summary>
            public static Hardswish Hardswish(bool inplace = false) => new(inplace);

            public static partial class functional
            {
                /// <summary>x·hardsigmoid(x) of each element.</summary>
                public static Tensor hardswish(Tensor input, bool inplace = false) =>
                    inplace ? input.hardswish_() : input.hardswish();
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer x·hardsigmoid(x).</summary>
    public sealed class Hardswish : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Hardswish(bool inplace) : base(nameof(Hardswish)) => this.inplace = inplace;

        /// <summary>Whether the input itself is changed.</summary>
        public bool inplace { get; set; }

        /// <summary>The values.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.hardswish(tensor, inplace);
    }
}
