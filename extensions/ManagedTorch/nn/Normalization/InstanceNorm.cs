using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that brings each channel of each example of (N, C, L) or (C, L) to mean 0 and variance
            /// 1.</summary>
            public static InstanceNorm1d InstanceNorm1d(
                long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = false,
                    bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>A layer that brings each channel of each image of (N, C, H, W) or (C, H, W) to mean 0 and variance
            /// 1.</summary>
            public static InstanceNorm2d InstanceNorm2d(
                long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = false,
                    bool track_running_stats = false,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static partial class functional
            {
                /// <summary>Each channel of each example of (N, C, …) brought to mean 0 and variance 1, scaled and
                /// shifted.</summary>
                public static Tensor instance_norm(
                    Tensor input, Tensor? running_mean = null, Tensor? running_var = null, Tensor? weight = null,
                        Tensor? bias = null,
                    bool use_input_stats = true, double momentum = 0.1, double eps = 1e-5) =>
                    Normalizations.Instance(input, weight, bias, running_mean, running_var, use_input_stats, momentum, eps);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Instance normalisation (Ulyanov and others, 2016): each channel of each example for itself.</summary>
    public abstract class InstanceNorm : NormBase
    {
        /// <summary>Normalisation of <paramref name="num_features"/> channels.</summary>
        public InstanceNorm(
            long num_features, double eps, double? momentum, bool affine, bool track_running_stats, torch.Device? device,
            torch.ScalarType? dtype, string name)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
        {
        }

        /// <summary>The input with each channel of each example normalised.</summary>
        /// <exception cref="ArgumentException">Other axes or channels.</exception>
        public override torch.Tensor forward(torch.Tensor input)
        {
            ValidateInputDimensions(input);
            bool single = input.Sizes.Length < GetNumberOfBatchDimensions();
            torch.Tensor batch = single ? Views.Unsqueeze(input, 0) : input;
            torch.Tensor y = Normalizations.Instance(
                batch, Affine.Scale, Affine.Shift, running_mean, running_var, training || !track_running_stats, momentum ?? 0,
                eps);
            return single ? Views.Squeeze(y, 0) : y;
        }

        /// <summary>Number of axes of an input with a batch axis.</summary>
        protected abstract long GetNumberOfBatchDimensions();
    }

    /// <summary>Instance normalisation of (N, C, L) or (C, L).</summary>
    public sealed class InstanceNorm1d : InstanceNorm
    {
        internal InstanceNorm1d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device,
            torch.ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm1d))
        {
        }

        /// <summary>Three.</summary>
        protected override long GetNumberOfBatchDimensions() => 3;

        /// <summary>Refuses all but two or three axes.</summary>
        protected override void ValidateInputDimensions(torch.Tensor input) => RequireAxes(input, 2, 3);
    }

    /// <summary>Instance normalisation of images (N, C, H, W) or (C, H, W).</summary>
    public sealed class InstanceNorm2d : InstanceNorm
    {
        internal InstanceNorm2d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device,
            torch.ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(InstanceNorm2d))
        {
        }

        /// <summary>Four.</summary>
        protected override long GetNumberOfBatchDimensions() => 4;

        /// <summary>Refuses all but three or four axes.</summary>
        protected override void ValidateInputDimensions(torch.Tensor input) => RequireAxes(input, 3, 4);
    }
}
