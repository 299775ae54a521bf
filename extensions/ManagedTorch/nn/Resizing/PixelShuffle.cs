using TorchSharp.Modules;
using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that turns r² channels into images r times as large: (N, C·r², H, W) to (N, C, H·r,
            /// W·r).</summary>
            public static PixelShuffle PixelShuffle(long upscale_factor) => new(upscale_factor);

            /// <summary>The reverse of <see cref="PixelShuffle(long)"/>: (N, C, H·r, W·r) to (N, C·r², H, W).</summary>
            public static PixelUnshuffle PixelUnshuffle(long downscale_factor) => new(downscale_factor);

            public static partial class functional
            {
                /// <summary>(…, C·r², H, W) to (…, C, H·r, W·r) (Shi and others, 2016).</summary>
                /// <exception cref="ArgumentException">The channels are no multiple of r².</exception>
                public static Tensor pixel_shuffle(Tensor input, long upscale_factor)
                {
                    long r = upscale_factor;
                    if (input.Sizes.Length < 3 || r < 1 || input.Sizes[^3] % (r * r) != 0)
                    {
                        throw new ArgumentException(
                            "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of "
                            + $"upscale_factor {r}, found "
                            + Shape.Text(input.Sizes));
                    }
                    long[] batch = input.Sizes[..^3];
                    (long c, long h, long w) = (input.Sizes[^3] / (r * r), input.Sizes[^2], input.Sizes[^1]);
                    Tensor parts = Views.Reshape(input, [-1, c, r, r, h, w]);
                    return Views.Reshape(Views.Permute(parts, [0, 1, 4, 2, 5, 3]), [.. batch, c, h * r, w * r]);
                }

                /// <summary>(…, C, H·r, W·r) to (…, C·r², H, W).</summary>
                /// <exception cref="ArgumentException">Height or width is no multiple of r.</exception>
                public static Tensor pixel_unshuffle(Tensor input, long downscale_factor)
                {
                    long r = downscale_factor;
                    if (input.Sizes.Length < 3 || r < 1 || input.Sizes[^2] % r != 0 || input.Sizes[^1] % r != 0)
                    {
                        throw new ArgumentException(
                            $"pixel_unshuffle expects height and width to be divisible by downscale_factor {r}, found "
                            + $"{Shape.Text(input.Sizes)}");
                    }
                    long[] batch = input.Sizes[..^3];
                    (long c, long h, long w) = (input.Sizes[^3], input.Sizes[^2] / r, input.Sizes[^1] / r);
                    Tensor parts = Views.Reshape(input, [-1, c, h, r, w, r]);
                    return Views.Reshape(Views.Permute(parts, [0, 1, 3, 5, 2, 4]), [.. batch, c * r * r, h, w]);
                }
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Turns channels into larger images.</summary>
    public sealed class PixelShuffle : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal PixelShuffle(long upscale_factor) : base(nameof(PixelShuffle)) => this.upscale_factor = upscale_factor;

        /// <summary>How many times as large the images become.</summary>
        public long upscale_factor { get; set; }

        /// <summary>The larger images with fewer channels.</summary>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.pixel_shuffle(input, upscale_factor);
    }

    /// <summary>Turns images into more channels.</summary>
    public sealed class PixelUnshuffle : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal PixelUnshuffle(long downscale_factor) : base(nameof(PixelUnshuffle)) => this.downscale_factor = downscale_factor;

        /// <summary>How many times as small the images become.</summary>
        public long downscale_factor { get; set; }

        /// <summary>The smaller images with more channels.</summary>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.pixel_unshuffle(input, downscale_factor);
    }
}
