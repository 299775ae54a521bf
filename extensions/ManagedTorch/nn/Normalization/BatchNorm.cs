using TorchSharp.Modules;
using TorchSharp.Operators;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>A layer that brings each channel of (N, C) or (N, C, L) to mean 0 and variance 1 over the
            /// batch.</summary>
            public static BatchNorm1d BatchNorm1d(
                long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            /// <summary>A layer that brings each channel of images (N, C, H, W) to mean 0 and variance 1 over the
            /// batch.</summary>
            public static BatchNorm2d BatchNorm2d(
                long num_features, double eps = 1e-5, double momentum = 0.1, bool affine = true, bool track_running_stats = true,
                Device? device = null, ScalarType? dtype = null) =>
                new(num_features, eps, momentum, affine, track_running_stats, device, dtype);

            public static partial class functional
            {
                /// <summary>Each channel of (N, C, …) brought to mean 0 and variance 1, scaled and shifted.</summary>
                /// <param name="input">(N, C, …).</param> <param name="running_mean">(C); moved in training, used in
                /// evaluation.</param>
                /// <param name="running_var">(C), likewise.</param> <param name="weight">The scale (C), or null for 1.</param>
                /// <param name="bias">The shift (C), or null for 0.</param>
                /// <param name="training">Whether the batch's own mean and variance are used.</param>
                /// <param name="momentum">How far the running statistics move.</param> <param name="eps">Added to the
                /// variance.</param>
                public static Tensor batch_norm(
                    Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null,
                    bool training = false, double momentum = 0.1, double eps = 1e-5) =>
                    Normalizations.Batch(input, weight, bias, running_mean, running_var, training, momentum, eps);
            }
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Batch normalisation (Ioffe and Szegedy, 2015): training uses the batch's mean and variance, evaluation running
    /// ones.</summary>
    public abstract class BatchNorm : NormBase
    {
        /// <summary>Normalisation of <paramref name="num_features"/> channels.</summary>
        public BatchNorm(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device,
            torch.ScalarType? dtype, string name)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, name)
        {
        }

        /// <summary>The input with each channel normalised.</summary>
        /// <exception cref="ArgumentException">Other axes or channels; one value a channel in training.</exception>
        public override torch.Tensor forward(torch.Tensor input)
        {
            ValidateInputDimensions(input);
            bool fromBatch = training || !track_running_stats;
            double move = training && track_running_stats ? CountBatch() : momentum ?? 0;
            return Normalizations.Batch(
                input, Affine.Scale, Affine.Shift,
                !training || track_running_stats ? running_mean : null, !training || track_running_stats ? running_var : null,
                fromBatch, move, eps);
        }
    }

    /// <summary>Batch normalisation of (N, C) or (N, C, L).</summary>
    public sealed class BatchNorm1d : BatchNorm
    {
        internal BatchNorm1d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device,
            torch.ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm1d))
        {
        }

        /// <summary>Refuses all but two or three axes.</summary>
        protected override void ValidateInputDimensions(torch.Tensor input) => RequireAxes(input, 2, 3);
    }

    /// <summary>Batch normalisation of images (N, C, H, W).</summary>
    public sealed class BatchNorm2d : BatchNorm
    {
        internal BatchNorm2d(
            long num_features, double eps, double momentum, bool affine, bool track_running_stats, torch.Device? device,
            torch.ScalarType? dtype)
            : base(num_features, eps, momentum, affine, track_running_stats, device, dtype, nameof(BatchNorm2d))
        {
        }

        /// <summary>Refuses all but four axes.</summary>
        protected override void ValidateInputDimensions(torch.Tensor input) => RequireAxes(input, 4);
    }
}
