using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that lays the windows of images side by side: (N, C, H, W) to (N, C·k², windows).</summary>
            public static Unfold Unfold(long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new((kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

            /// <summary>A layer that lays the windows of images, which need not be square, side by side.</summary>
            public static Unfold Unfold(
                (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null, (long,
                long)? stride = null) =>
                new(kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

            public static partial class functional
            {
                /// <summary>The windows of images side by side: (N, C, H, W) to (N, C·k², windows).</summary>
                public static Tensor unfold(
                    Tensor input, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                    unfold(input, (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride, stride));

                /// <summary>The windows of images, which need not be square, side by side.</summary>
                public static Tensor unfold(
                    Tensor input, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                    (long, long)? stride = null) =>
                    Windows.Unfold(
                        input, Axes.Pair(kernel_size), Axes.Pair(dilation, (1, 1)), Axes.Pair(padding, (0, 0)),
                        Axes.Pair(stride, (1, 1)));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Lays the windows of images side by side.</summary>
    public sealed class Unfold : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Unfold((long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride)
            : base(nameof(Unfold))
        {
            this.kernel_size = kernel_size;
            this.dilation = dilation;
            this.padding = padding;
            this.stride = stride;
        }

        /// <summary>Rows and columns of a window.</summary>
        public (long, long) kernel_size { get; set; }

        /// <summary>Distance of the values in a window.</summary>
        public (long, long) dilation { get; set; }

        /// <summary>Rows and columns of zeros around the image.</summary>
        public (long, long) padding { get; set; }

        /// <summary>Steps from window to window.</summary>
        public (long, long) stride { get; set; }

        /// <summary>The windows, (N, C·kH·kW, windows).</summary>
        public override torch.Tensor forward(torch.Tensor tensor) =>
            torch.nn.functional.unfold(tensor, kernel_size, dilation, padding, stride);
    }
}
