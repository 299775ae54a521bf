using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that makes one axis of several, by default of all but the first: (N, C, H, W) to (N,
            /// C·H·W).</summary>
            public static Flatten Flatten(long start_dim = 1, long end_dim = -1) => new(start_dim, end_dim);

            /// <summary>A layer that makes several axes of one: <c>Unflatten(1, [32, 8, 8])</c>; one size may be -1.</summary>
            public static Unflatten Unflatten(long dim, long[] unflattened_size) => new(dim, unflattened_size);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Makes one axis of several.</summary>
    public sealed class Flatten : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Flatten(long start_dim, long end_dim) : base(nameof(Flatten))
        {
            this.start_dim = start_dim;
            this.end_dim = end_dim;
        }

        /// <summary>The first of the axes.</summary>
        public long start_dim { get; set; }

        /// <summary>The last of the axes.</summary>
        public long end_dim { get; set; }

        /// <summary>The same values with fewer axes.</summary>
        public override torch.Tensor forward(torch.Tensor input) => Views.Flatten(input, start_dim, end_dim);
    }

    /// <summary>Makes several axes of one.</summary>
    public sealed class Unflatten : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Unflatten(long dim, long[] unflattened_size) : base(nameof(Unflatten))
        {
            this.dim = dim;
            this.unflattened_size = unflattened_size;
        }

        /// <summary>The axis.</summary>
        public long dim { get; set; }

        /// <summary>The sizes that it becomes; one may be -1.</summary>
        public long[] unflattened_size { get; set; }

        /// <summary>The same values with more axes.</summary>
        /// <exception cref="ArgumentException">The sizes do not make up that of the axis.</exception>
        public override torch.Tensor forward(torch.Tensor tensor) => Views.Unflatten(tensor, dim, unflattened_size);
    }
}
