using TorchSharp.Kernels;
using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>How values between the pixels are found.</summary>
    public enum InterpolationMode
    {
        /// <summary>The nearest pixel; images and sequences.</summary>
        Nearest = 0,

        /// <summary>A line between two values; sequences.</summary>
        Linear = 1,

        /// <summary>Lines between four pixels; images.</summary>
        Bilinear = 2,

        /// <summary>Cubic curves through sixteen pixels; images.</summary>
        Bicubic = 3,
    }

    /// <summary>How values between the pixels are found.</summary>
    public enum UpsampleMode
    {
        /// <summary>The nearest pixel; images and sequences.</summary>
        Nearest = 0,

        /// <summary>A line between two values; sequences.</summary>
        Linear = 1,

        /// <summary>Lines between four pixels; images.</summary>
        Bilinear = 2,

        /// <summary>Cubic curves through sixteen pixels; images.</summary>
        Bicubic = 3,
    }

    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Images (N, C, H, W) or sequences (N, C, L) resized, to a size or by a factor.</summary>
            /// <param name="x">Images or sequences.</param>
            /// <param name="size">Wanted rows and columns, or length; one number stands for both.</param>
            /// <param name="scale_factor">Or the factor, likewise.</param> <param name="mode">How values are found.</param>
            /// <param name="align_corners">Whether first and last pixels keep their places; not for nearest.</param>
            /// <param name="recompute_scale_factor">Whether places are computed from the rounded size, not from the
            /// factor.</param>
            /// <param name="antialias">Not offered: true throws.</param>
            /// <exception cref="ArgumentException">Neither or both of size and factor; a mode that does not fit the
            /// input.</exception>
            public static Tensor interpolate(
                Tensor x, long[]? size = null, double[]? scale_factor = null, InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null, bool recompute_scale_factor = false, bool antialias = false)
            {
                if (antialias)
                {
                    throw new ArgumentException("interpolate: antialias is not offered");
                }
                bool image = x.Sizes.Length == 4;
                bool fits = mode switch
                {
                    InterpolationMode.Nearest => image || x.Sizes.Length == 3,
                    InterpolationMode.Linear => x.Sizes.Length == 3,
                    _ => image,
                };
                if (!fits)
                {
                    throw new ArgumentException(
                        $"interpolate: Got {x.Sizes.Length}D input {Shape.Text(x.Sizes)}, but {mode} mode needs "
                        + (mode == InterpolationMode.Linear ? "3D input (N, C, L)" : "4D input (N, C, H, W)"));
                }
                if (mode == InterpolationMode.Nearest && align_corners is not null)
                {
                    throw new ArgumentException(
                        "interpolate: align_corners option can only be set with linear, bilinear and bicubic");
                }
                ResamplingKind kind = mode switch
                {
                    InterpolationMode.Nearest => ResamplingKind.Nearest,
                    InterpolationMode.Bicubic => ResamplingKind.Cubic,
                    _ => ResamplingKind.Linear,
                };
                bool useFactor = scale_factor is not null && !recompute_scale_factor;
                (int width, double stepX) = Target(x, 1, size, scale_factor, useFactor);
                if (!image)
                {
                    return Batches.OfSequences(
                        x, s => Interpolations.Resize(s, 1, width, new(kind, align_corners ?? false, 0, stepX)));
                }
                (int height, double stepY) = Target(x, 2, size, scale_factor, useFactor);
                return Interpolations.Resize(x, height, width, new(kind, align_corners ?? false, stepY, stepX));
            }

            /// <summary>The same as <see cref="interpolate"/>.</summary>
            public static Tensor upsample(
                Tensor input, long[]? size = null, double[]? scale_factor = null, UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                interpolate(
                    input, size, scale_factor, (InterpolationMode)(int)mode, mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary>Images resized by the nearest pixel.</summary>
            public static Tensor upsample_nearest(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor);

            /// <summary>Images resized by lines between four pixels.</summary>
            public static Tensor upsample_bilinear(
                Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            // The new size of the axis that is fromEnd-th from the end, and the step from result to result if the factor sets it.
            private static (int Size, double Step) Target(Tensor x, int fromEnd, long[]? size, double[]? factor, bool useFactor)
            {
                int axes = x.Sizes.Length - 2, given = size?.Length ?? factor?.Length ?? 0;
                if ((size is null) == (factor is null))
                {
                    throw new ArgumentException(
                        "interpolate: only one of size or scale_factor should be defined, and one must be");
                }
                if (given != 1 && given != axes)
                {
                    throw new ArgumentException($"interpolate: size or scale_factor must have 1 or {axes} numbers for input "
                        + $"{Shape.Text(x.Sizes)}, got {given}");
                }
                int place = given == 1 ? 0 : axes - fromEnd;
                return size is not null
                    ? (checked((int)size[place]), 0)
                    : (checked((int)Math.Floor(x.Sizes[^fromEnd] * factor![place])), useFactor ? 1 / factor[place] : 0);
            }
        }
    }
}
