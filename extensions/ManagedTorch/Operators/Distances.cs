using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>How far vectors are from each other, and vectors of length 1.</summary>
internal static class Distances
{
    /// <summary>x/max(|x|, eps) along an axis, with the p-norm.</summary>
    public static Tensor Normalized(Tensor x, double p, long dim, double eps) =>
        x / Extremes.Clamp(Norms.Norm(x, p, [dim], keepdim: true), eps, (Scalar?)null);

    /// <summary>The cosine of the angle between vectors along an axis; lengths count as at least eps.</summary>
    public static Tensor Cosine(Tensor a, Tensor b, long dim, double eps) =>
        Reductions.Sum(Normalized(a, 2, dim, eps) * Normalized(b, 2, dim, eps), [dim], keepdim: false);

    /// <summary>The p-norm of a - b + eps along the last axis.</summary>
    public static Tensor Pairwise(
        Tensor a, Tensor b, double p, double eps, bool keepdim) => Norms.Norm(a - b + eps, p, [-1], keepdim);
}
