using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that slides learned kernels over images (N, C, H, W): each result is a weighted sum of a
            /// window.</summary>
            /// <example><code>torch.nn.Conv2d(1, 32, kernel_size: 3, padding: 1)</code></example>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], [padding, padding], null,
                    [dilation, dilation],
                    padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of images with kernels that need not be square.</summary>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, (long, long)? stride = null,
                    (long, long)? padding = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)), Pair(padding ?? (0, 0)), null,
                    Pair(dilation ?? (1, 1)), padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of images with padding by name.</summary>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, [kernel_size, kernel_size], [stride, stride], null, padding, [dilation, dilation],
                    padding_mode, groups, bias, device, dtype);

            /// <summary>A convolution of images with kernels that need not be square and padding by name.</summary>
            public static Conv2d Conv2d(
                long in_channels, long out_channels, (long, long) kernel_size, Padding padding, (long, long)? stride = null,
                (long, long)? dilation = null, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, Pair(kernel_size), Pair(stride ?? (1, 1)), null, padding, Pair(dilation ?? (1, 1)),
                    padding_mode, groups, bias, device, dtype);

            private static long[] Pair((long, long) values) => [values.Item1, values.Item2];

            public static partial class functional
            {
                /// <summary>The convolution of images (N, C, H, W) or (C, H, W) with weights (O, C / groups, kH, kW).</summary>
                /// <exception cref="ArgumentException">Channels, groups or kernel do not fit the input.</exception>
                public static Tensor conv2d(
                    Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null,
                        long[]? dilation = null,
                    long groups = 1) =>
                    Batches.OfImages(input, x => Convolutions.Convolve(
                        x, weight, bias, new(Axes.Pair(strides, 1), Axes.Pair(padding, 0), Axes.Pair(dilation, 1), (int)groups)));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A convolution of images (N, C, H, W) or (C, H, W).</summary>
    public sealed class Conv2d : Convolution
    {
        internal Conv2d(
            long in_channels, long out_channels, long[] kernel_size, long[] stride, long[]? padding, Padding? padding_type,
            long[] dilation,
            PaddingModes padding_mode, long groups, bool bias, torch.Device? device, torch.ScalarType? dtype)
            : base(
                nameof(Conv2d), in_channels, out_channels, kernel_size, stride, padding, padding_type, dilation, false, [0, 0],
                padding_mode,
                groups, bias, device, dtype)
        {
        }

        /// <summary>The convolution, (N, out_channels, H', W') or without N as the input.</summary>
        /// <exception cref="ArgumentException">Not images with in_channels channels, or smaller than the kernel.</exception>
        public override torch.Tensor forward(torch.Tensor input)
        {
            ValidateShape(input, 2);
            return Batches.OfImages(input, x => Convolve(x, weight));
        }
    }
}
