using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that gives the mean of each window of images (N, C, H, W).</summary>
            /// <param name="kernel_size">Size of the window.</param> <param name="stride">Steps; the window's size by
            /// default.</param>
            /// <param name="padding">Rows and columns of zeros around.</param>
            /// <param name="ceil_mode">Whether windows that reach over the edge count.</param>
            /// <param name="count_include_pad">Whether zeros of the padding count in the mean.</param>
            /// <param name="divisor_override">What to divide the sum by instead.</param>
            public static AvgPool2d AvgPool2d(
                long kernel_size, long? stride = null, long? padding = null, bool ceil_mode = false,
                    bool count_include_pad = true,
                long? divisor_override = null) =>
                new(
                    [kernel_size, kernel_size], [stride ?? kernel_size, stride ?? kernel_size],
                    [padding ?? 0, padding ?? 0], ceil_mode,
                    count_include_pad, divisor_override);

            /// <summary>A layer that gives the mean of each window, which need not be square.</summary>
            public static AvgPool2d AvgPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null, bool ceil_mode = false,
                bool count_include_pad = true, long? divisor_override = null) =>
                new(Pair(kernel_size), Pair(stride ?? kernel_size), Pair(padding ?? (0, 0)), ceil_mode, count_include_pad,
                    divisor_override);

            /// <summary>A layer that gives the mean of each window, which need not be square.</summary>
            public static AvgPool2d AvgPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                    bool count_include_pad = true,
                long? divisor_override = null) =>
                new(kernel_size, stride ?? kernel_size, padding ?? [0, 0], ceil_mode, count_include_pad, divisor_override);

            public static partial class functional
            {
                /// <summary>The mean of each window of images.</summary>
                public static Tensor avg_pool2d(
                    Tensor input, long kernel_size, long? stride = null, long padding = 0, bool ceil_mode = false,
                    bool count_include_pad = true, long? divisor_override = null) =>
                    Pooling.Average(
                        input, Axes.Both(kernel_size, default), Axes.Both(stride ?? kernel_size, default),
                        Axes.Both(padding, (0, 0)), ceil_mode,
                        count_include_pad, Divisor(divisor_override));

                /// <summary>The mean of each window of images.</summary>
                public static Tensor avg_pool2d(
                    Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                        bool ceil_mode = false,
                    bool count_include_pad = true, long? divisor_override = null) =>
                    Pooling.Average(
                        input, Axes.Pair(kernel_size), Axes.Pair(stride ?? kernel_size), Axes.Pair(padding, (0, 0)), ceil_mode,
                        count_include_pad, Divisor(divisor_override));

                /// <summary>The mean of each window of images.</summary>
                public static Tensor avg_pool2d(
                    Tensor input, long[] kernel_size, long[]? stride = null, long[]? padding = null, bool ceil_mode = false,
                    bool count_include_pad = true, long? divisor_override = null) =>
                    Pooling.Average(
                        input, Axes.Pair(kernel_size, 1), Axes.Pair(stride ?? kernel_size, 1), Axes.Pair(padding, 0), ceil_mode,
                        count_include_pad, Divisor(divisor_override));

                private static int Divisor(long? given) => given is 0
                    ? throw new ArgumentException("avg_pool2d: divisor must be not zero")
                    : (int)(given ?? 0);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The mean of each window of images (N, C, H, W) or (C, H, W).</summary>
    public sealed class AvgPool2d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal AvgPool2d(
            long[] kernel_size, long[] stride, long[] padding, bool ceil_mode, bool count_include_pad, long? divisor_override)
            : base(nameof(AvgPool2d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.ceil_mode = ceil_mode;
            this.count_include_pad = count_include_pad;
            this.divisor_override = divisor_override;
        }

        /// <summary>Rows and columns of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>Steps from window to window.</summary>
        public long[] stride { get; set; }

        /// <summary>Rows and columns of zeros around the image.</summary>
        public long[] padding { get; set; }

        /// <summary>Whether windows that reach over the edge count.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>Whether zeros of the padding count in the mean.</summary>
        public bool count_include_pad { get; set; }

        /// <summary>What to divide the sum by instead of the number of values.</summary>
        public long? divisor_override { get; set; }

        /// <summary>The means.</summary>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.avg_pool2d(
            input, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override);
    }
}
