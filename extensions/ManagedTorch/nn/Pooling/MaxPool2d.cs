using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that keeps the greatest value of each window of images (N, C, H, W).</summary>
            /// <param name="kernel_size">Size of the window.</param> <param name="stride">Steps; the window's size by
            /// default.</param>
            /// <param name="padding">Rows and columns of -∞ around.</param> <param name="dilation">Distance of the values in a
            /// window.</param>
            /// <param name="ceil_mode">Whether windows that reach over the edge count.</param>
            public static MaxPool2d MaxPool2d(
                long kernel_size, long? stride = null, long? padding = null, long? dilation = null, bool ceil_mode = false) =>
                new(
                    [kernel_size, kernel_size], [stride ?? kernel_size, stride ?? kernel_size], [padding ?? 0, padding ?? 0],
                    [dilation ?? 1, dilation ?? 1], ceil_mode);

            /// <summary>A layer that keeps the greatest value of each window, which need not be square.</summary>
            public static MaxPool2d MaxPool2d(
                (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                    (long, long)? dilation = null,
                bool ceil_mode = false) =>
                new(Pair(kernel_size), Pair(stride ?? kernel_size), Pair(padding ?? (0, 0)), Pair(dilation ?? (1, 1)), ceil_mode);

            /// <summary>A layer that keeps the greatest value of each window, which need not be square.</summary>
            public static MaxPool2d MaxPool2d(
                long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? dilation = null,
                    bool ceil_mode = false) =>
                new(kernel_size, stride ?? kernel_size, padding ?? [0, 0], dilation ?? [1, 1], ceil_mode);

            public static partial class functional
            {
                /// <summary>The greatest value of each window of images.</summary>
                public static Tensor max_pool2d(
                    Tensor input, long kernel_size, long? stride = null, long? padding = null, long? dilation = null,
                        bool ceil_mode = false) =>
                    Pooling.Max(
                        input, Axes.Both(kernel_size, default), Axes.Both(stride ?? kernel_size, default),
                        Axes.Both(padding, (0, 0)),
                        Axes.Both(dilation, (1, 1)), ceil_mode).Values;

                /// <summary>The greatest value of each window of images.</summary>
                public static Tensor max_pool2d(
                    Tensor input, (long, long) kernel_size, (long, long)? stride = null, (long, long)? padding = null,
                    (long, long)? dilation = null, bool ceil_mode = false) =>
                    Pooling.Max(
                        input, Axes.Pair(kernel_size), Axes.Pair(stride ?? kernel_size), Axes.Pair(padding, (0, 0)),
                        Axes.Pair(dilation, (1, 1)), ceil_mode).Values;

                /// <summary>The greatest value of each window of images.</summary>
                public static Tensor max_pool2d(
                    Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                    bool ceil_mode = false) =>
                    max_pool2d_with_indices(input, kernel_size, strides, padding, dilation, ceil_mode).output;

                /// <summary>The greatest value of each window of images, and where it lies in its image (row·width +
                /// column).</summary>
                public static (Tensor output, Tensor indices) max_pool2d_with_indices(
                    Tensor input, long[] kernel_size, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                    bool ceil_mode = false) =>
                    Pooling.Max(
                        input, Axes.Pair(kernel_size, 1), Axes.Pair(strides ?? kernel_size, 1), Axes.Pair(padding, 0),
                        Axes.Pair(dilation, 1),
                        ceil_mode);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>The greatest value of each window of images (N, C, H, W) or (C, H, W).</summary>
    public sealed class MaxPool2d : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal MaxPool2d(long[] kernel_size, long[] stride, long[] padding, long[] dilation, bool ceil_mode)
            : base(nameof(MaxPool2d))
        {
            this.kernel_size = kernel_size;
            this.stride = stride;
            this.padding = padding;
            this.dilation = dilation;
            this.ceil_mode = ceil_mode;
        }

        /// <summary>Rows and columns of a window.</summary>
        public long[] kernel_size { get; set; }

        /// <summary>Steps from window to window.</summary>
        public long[] stride { get; set; }

        /// <summary>Rows and columns of -∞ around the image.</summary>
        public long[] padding { get; set; }

        /// <summary>Distance of the values in a window.</summary>
        public long[] dilation { get; set; }

        /// <summary>Whether windows that reach over the edge count.</summary>
        public bool ceil_mode { get; set; }

        /// <summary>The greatest values.</summary>
        public override torch.Tensor forward(torch.Tensor input) => forward_with_indices(input).Values;

        /// <summary>The greatest values and where they lie in their image (row·width + column).</summary>
        public (torch.Tensor Values, torch.Tensor Indices) forward_with_indices(torch.Tensor input) => Pooling.Max(
            input, Axes.Pair(kernel_size, 1), Axes.Pair(stride, 1), Axes.Pair(padding, 0), Axes.Pair(dilation, 1), ceil_mode);
    }
}
