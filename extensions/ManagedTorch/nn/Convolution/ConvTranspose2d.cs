using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A transposed convolution of images: the layer that makes them larger again in an autoencoder.</summary>
            /// <example><code>torch.nn.ConvTranspose2d(32, 16, kernel_size: 2, stride: 2)</code></example>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                    Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [padding, padding],
                    [output_padding, output_padding], [dilation, dilation], padding_mode, groups, bias, device, dtype);

            /// <summary>A transposed convolution of images with kernels that need not be square.</summary>
            public static ConvTranspose2d ConvTranspose2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                    (long, long)? padding = null,
                (long, long)? output_padding = null, (long, long)? dilation = null,
                    PaddingModes padding_mode = PaddingModes.Zeros,
                long groups = 1, bool bias = true, Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)), Pair(padding ?? (0, 0)),
                    Pair(output_padding ?? (0, 0)), Pair(dilation ?? (1, 1)), padding_mode, groups, bias, device, dtype);

            public static partial class functional
            {
                /// <summary>The transposed convolution of images (N, C, H, W) or (C, H, W) with weights (C, O / groups, kH,
                /// kW).</summary>
                /// <exception cref="ArgumentException">Channels or groups do not fit the input.</exception>
                public static Tensor conv_transpose2d(
                    Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                    long[]? output_padding = null, long[]? dilation = null, long groups = 1) =>
                    Batches.OfImages(input, x => Convolutions.ConvolveTransposed(
                        x, weight, bias, new(Axes.Pair(strides, 1), Axes.Pair(padding, 0), Axes.Pair(dilation, 1), (int)groups),
                        Axes.Pair(output_padding, 0)));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A transposed convolution of images (N, C, H, W) or (C, H, W).</summary>
    public sealed class ConvTranspose2d : ConvolutionTranspose
    {
        internal ConvTranspose2d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[] padding, long[] output_padding,
            long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, torch.Device? device, torch.ScalarType? dtype)
            : base(
                nameof(ConvTranspose2d), in_channels, out_channels, kernel_size, stride, padding, output_padding, dilation,
                padding_mode,
                groups, bias, device, dtype)
        {
        }

        /// <summary>The transposed convolution, (N, out_channels, H', W') or without N as the input.</summary>
        /// <exception cref="ArgumentException">Not images with in_channels channels.</exception>
        public override torch.Tensor forward(torch.Tensor input, long[]? output_size)
        {
            ValidateShape(input, 2);
            long[] extra = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 2);
            return Batches.OfImages(input, x => ConvolveTransposed(x, weight, extra));
        }
    }
}
