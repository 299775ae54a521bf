using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that gives the means of a given number of bins, whatever the size of the images.</summary>
            /// <example><code>torch.nn.AdaptiveAvgPool2d(1)   // one mean for each channel</code></example>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long output_size) => new([output_size, output_size]);

            /// <summary>A layer that gives the means of a given number of bins.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d((long, long) output_size) => new(Pair(output_size));

            /// <summary>A layer that gives the means of a given number of bins.</summary>
            public static AdaptiveAvgPool2d AdaptiveAvgPool2d(long[] output_size) => new(output_size);

            public static partial class functional
            {
                /// <summary>The means of a given number of bins of images.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) =>
                    Pooling.AdaptiveAverage(input, (int)output_size, (int)output_size);

                /// <summary>The means of a given number of bins of images.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) =>
                    Pooling.AdaptiveAverage(input, (int)output_size.Item1, (int)output_size.Item2);

                /// <summary>The means of a given number of bins of images.</summary>
                public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size)
                {
                    (int height, int width) = Axes.Pair(output_size, 1);
                    return Pooling.AdaptiveAverage(input, height, width);
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The means of a given number of bins of images (N, C, H, W) or (C, H, W).</summary>
    public sealed class AdaptiveAvgPool2d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal AdaptiveAvgPool2d(long[] output_size) : base(nameof(AdaptiveAvgPool2d)) => this.output_size = output_size;

        /// <summary>Rows and columns of the result.</summary>
        public long[] output_size { get; set; }

        /// <summary>The means.</summary>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.adaptive_avg_pool2d(input, output_size);
    }
}
