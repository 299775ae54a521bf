using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that multiplies the first half of axis <paramref name="dim"/> by σ of its second half.</summary>
            public static GLU GLU(long dim = -1) => new(dim);

            public static partial class functional
            {
                /// <summary>The first half of axis <paramref name="dim"/> times σ of its second half.</summary>
                public static Tensor glu(Tensor input, long dim = -1) => input.glu(dim);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A layer that multiplies the first half of an axis by σ of its second half (Dauphin and others, 2017).</summary>
    public sealed class GLU : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal GLU(long dim) : base(nameof(GLU)) => this.dim = dim;

        /// <summary>The axis that is halved.</summary>
        public long dim { get; set; }

        /// <summary>The values; the axis has half the size.</summary>
        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.glu(tensor, dim);
    }
}
