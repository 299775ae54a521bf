using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that adds windows up to images: (N, C·k², windows) to (N, C, H, W).</summary>
            public static Fold Fold(long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                new((output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding), (stride,
                stride));

            /// <summary>A layer that adds windows, which need not be square, up to images.</summary>
            public static Fold Fold(
                (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null, (long, long)? padding = null,
                (long, long)? stride = null) =>
                new(output_size, kernel_size, dilation ?? (1, 1), padding ?? (0, 0), stride ?? (1, 1));

            public static partial class functional
            {
                /// <summary>Windows added up to images: (N, C·k², windows) to (N, C, H, W).</summary>
                public static Tensor fold(
                    Tensor input, long output_size, long kernel_size, long dilation = 1, long padding = 0, long stride = 1) =>
                    fold(
                        input, (output_size, output_size), (kernel_size, kernel_size), (dilation, dilation), (padding, padding),
                        (stride, stride));

                /// <summary>Windows, which need not be square, added up to images.</summary>
                public static Tensor fold(
                    Tensor input, (long, long) output_size, (long, long) kernel_size, (long, long)? dilation = null,
                    (long, long)? padding = null, (long, long)? stride = null) =>
                    Windows.Fold(
                        input, Axes.Pair(output_size), Axes.Pair(kernel_size), Axes.Pair(dilation, (1, 1)), Axes.Pair(padding,
                        (0, 0)),
                        Axes.Pair(stride, (1, 1)));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Adds windows up to images.</summary>
    public sealed class Fold : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Fold(
            (long, long) output_size, (long, long) kernel_size, (long, long) dilation, (long, long) padding, (long, long) stride)
            : base(nameof(Fold))
        {
            this.output_size = output_size;
            this.kernel_size = kernel_size;
            this.dilation = dilation;
            this.padding = padding;
            this.stride = stride;
        }

        /// <summary>Rows and columns of the images.</summary>
        public (long, long) output_size { get; set; }

        /// <summary>Rows and columns of a window.</summary>
        public (long, long) kernel_size { get; set; }

        /// <summary>Distance of the values in a window.</summary>
        public (long, long) dilation { get; set; }

        /// <summary>Rows and columns around the image that are left out.</summary>
        public (long, long) padding { get; set; }

        /// <summary>Steps from window to window.</summary>
        public (long, long) stride { get; set; }

        /// <summary>The images, (N, C, H, W).</summary>
        public override torch.Tensor forward(torch.Tensor tensor) =>
            torch.nn.functional.fold(tensor, output_size, kernel_size, dilation, padding, stride);
    }
}
