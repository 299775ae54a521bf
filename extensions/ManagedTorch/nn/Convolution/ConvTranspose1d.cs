using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A transposed convolution of sequences: makes them longer.</summary>
            public static ConvTranspose1d ConvTranspose1d(
                long in_channels, long out_channels, long kernel_size, long stride = 1, long padding = 0, long output_padding = 0,
                long dilation = 1, PaddingModes padding_mode = PaddingModes.Zeros, long groups = 1, bool bias = true,
                    Device? device = null,
                ScalarType? dtype = null) =>
                new(
                    in_channels, out_channels, kernel_size, stride, padding, output_padding, dilation, padding_mode, groups,
                    bias, device,
                    dtype);

            public static partial class functional
            {
                /// <summary>The transposed convolution of sequences (N, C, L) or (C, L) with weights (C, O / groups,
                /// k).</summary>
                /// <exception cref="ArgumentException">Channels or groups do not fit the input.</exception>
                public static Tensor conv_transpose1d(
                    Tensor input, Tensor weight, Tensor? bias = null, long? stride = null, long? padding = null,
                        long? output_padding = null,
                    long? dilation = null, long groups = 1) =>
                    Batches.OfSequences(input, x => Convolutions.ConvolveTransposed(
                        x, Views.Unsqueeze(weight, 2), bias,
                        new((1, (int)(stride ?? 1)), (0, (int)(padding ?? 0)), (1, (int)(dilation ?? 1)), (int)groups),
                        (0, (int)(output_padding ?? 0))));
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A transposed convolution of sequences (N, C, L) or (C, L).</summary>
    public sealed class ConvTranspose1d : ConvolutionTranspose
    {
        internal ConvTranspose1d(
            long in_channels, long out_channels, long kernel_size, long stride, long padding, long output_padding, long dilation,
            PaddingModes padding_mode, long groups, bool bias, torch.Device? device, torch.ScalarType? dtype)
            : base(
                nameof(ConvTranspose1d), in_channels, out_channels, [kernel_size], [stride], [padding],
                [output_padding], [dilation],
                padding_mode, groups, bias, device, dtype)
        {
        }

        /// <summary>The transposed convolution, (N, out_channels, L') or without N as the input.</summary>
        /// <exception cref="ArgumentException">Not sequences with in_channels channels.</exception>
        public override torch.Tensor forward(torch.Tensor input, long[]? output_size)
        {
            ValidateShape(input, 1);
            long[] extra = _output_padding(input, output_size, kernel_size, stride, padding!, dilation, 1);
            return Batches.OfSequences(input, x => ConvolveTransposed(x, Views.Unsqueeze(weight, 2), extra));
        }
    }
}
