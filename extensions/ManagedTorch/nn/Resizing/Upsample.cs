using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that resizes images (N, C, H, W) or sequences (N, C, L), to a size or by a factor.</summary>
            /// <example><code>torch.nn.Upsample(scale_factor: [2, 2], mode: UpsampleMode.Bilinear)</code></example>
            public static Upsample Upsample(
                long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                    bool? align_corners = null,
                bool? recompute_scale_factor = null) =>
                new(size, scale_factor, mode, align_corners, recompute_scale_factor);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Resizes images or sequences.</summary>
    public sealed class Upsample : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        private readonly long[]? _size;
        private readonly double[]? _factor;

        internal Upsample(
            long[]? size, double[]? scale_factor, torch.UpsampleMode mode, bool? align_corners, bool? recompute_scale_factor)
            : base(nameof(Upsample))
        {
            _size = size;
            _factor = scale_factor;
            this.mode = mode;
            this.align_corners = align_corners;
            this.recompute_scale_factor = recompute_scale_factor;
        }

        /// <summary>The wanted size; empty if a factor is given.</summary>
        public ReadOnlySpan<long> size => _size;

        /// <summary>The factor; empty if a size is given.</summary>
        public ReadOnlySpan<double> scale_factor => _factor;

        /// <summary>How values are found.</summary>
        public torch.UpsampleMode mode { get; }

        /// <summary>Whether first and last pixels keep their places.</summary>
        public bool? align_corners { get; }

        /// <summary>Whether places are computed from the rounded size, not from the factor.</summary>
        public bool? recompute_scale_factor { get; set; }

        /// <summary>The resized input.</summary>
        public override torch.Tensor forward(torch.Tensor input) => torch.nn.functional.interpolate(
            input, _size, _factor, (torch.InterpolationMode)(int)mode, align_corners, recompute_scale_factor ?? false);
    }
}
