using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that slides learned kernels over sequences (N, C, L).</summary>
            /// <example><code>torch.nn.Conv1d(2, 16, kernel_size: 5, padding: 2)</code></example>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size, stride, [padding], null, dilation, padding_mode, groups, bias,
                        device, dtype);

            /// <summary>A convolution of sequences with padding by name.</summary>
            public static Conv1d Conv1d(
                long in_channels, long out_channels, long kernel_size, Padding padding, long stride = 1, long dilation = 1,
                PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true, Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size, stride, null, padding, dilation, padding_mode, groups, bias,
                        device, dtype);

            public static partial class functional
            {
                /// <summary>The convolution of sequences (N, C, L) or (C, L) with weights (O, C / groups, k).</summary>
                /// <exception cref="ArgumentException">Channels, groups or kernel do not fit the input.</exception>
                public static Tensor conv1d(
                    Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                        long? dilation = null,
                    long groups = 1) =>
                    Batches.OfSequences(input, x => Convolutions.Convolve(
                        x, Views.Unsqueeze(weight, 2), bias,
                        new((1, (int)(stride ?? 1)), (0, (int)(padding ?? 0)), (1, (int)(dilation ?? 1)), (int)groups)));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A convolution of sequences (N, C, L) or (C, L).</summary>
    public sealed class Conv1d : Convolution
    {
        internal Conv1d(
            long in_channels, long out_channels, long kernel_size, long stride, long[]? padding, Padding? padding_type,
            long dilation,
            PaddingModes padding_mode, long groups, bool bias, torch.Device? device, torch.ScalarType? dtype)
            : base(
                nameof(Conv1d), in_channels, out_channels, [kernel_size], [stride], padding, padding_type, [dilation], false, [0],
                padding_mode, groups, bias, device, dtype)
        {
        }

        /// <summary>The convolution, (N, out_channels, L') or without N as the input.</summary>
        /// <exception cref="ArgumentException">Not sequences with in_channels channels, or shorter than the kernel.</exception>
        public override torch.Tensor forward(torch.Tensor input)
        {
            ValidateShape(input, 1);
            return Batches.OfSequences(input, x => Convolve(x, Views.Unsqueeze(weight, 2)));
        }
    }
}
