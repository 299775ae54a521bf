using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that keeps the greatest value of each of a given number of bins.</summary>
            public static AdaptiveMaxPool2d AdaptiveMaxPool2d(long[] output_size) => new(output_size);

            public static partial class functional
            {
                /// <summary>The greatest value of each of a given number of bins of images.</summary>
                public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) =>
                    adaptive_max_pool2d_with_indices(input, output_size).Values;

                /// <summary>The greatest value of each of a given number of bins of images, and where it lies.</summary>
                public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size)
                {
                    (int height, int width) = Axes.Pair(output_size, 1);
                    return Pooling.AdaptiveMax(input, height, width);
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The greatest value of each of a given number of bins of images (N, C, H, W) or (C, H, W).</summary>
    public sealed class AdaptiveMaxPool2d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal AdaptiveMaxPool2d(long[] output_size) : base(nameof(AdaptiveMaxPool2d)) => this.output_size = output_size;

        /// <summary>Rows and columns of the result.</summary>
        public long[] output_size { get; set; }

        /// <summary>The greatest values.</summary>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.adaptive_max_pool2d(input, output_size);

        /// <summary>The greatest values and where they lie in their image (row·width + column).</summary>
        public (torch.Tensor output, torch.Tensor indices) forward_with_indices(torch.Tensor input) =>
            torch.nn.functional.adaptive_max_pool2d_with_indices(input, output_size);
    }
}
