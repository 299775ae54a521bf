using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Distances between all pairs of points.</summary>
internal static class AllPairs
{
    // From so many points on, PyTorch takes |x - z|² = |x|² + |z|² - 2xz, which is one matrix product but loses digits of small
    // distances.
    private const long ManyPoints = 25;

    /// <summary>The p-norms of x[.., i, :] - z[.., j, :], shape [.., n, m].</summary>
    public static Tensor Between(Tensor x, Tensor z, double p, compute_mode mode)
    {
        if (x.Sizes.Length < 2 || z.Sizes.Length < 2)
        {
            throw new ArgumentException(
                $"cdist only supports at least 2D tensors, got shapes {Shape.Text(x.Sizes)} and {Shape.Text(z.Sizes)}");
        }
        if (x.Sizes[^1] != z.Sizes[^1])
        {
            throw new ArgumentException($"X1 and X2 must have the same number of columns. X1: {x.Sizes[^1]} X2: {z.Sizes[^1]}");
        }
        FloatingTypes.RequireSame("cdist", x, z);
        ArgumentOutOfRangeException.ThrowIfNegative(p);
        if (p != 2)
        {
            return Norms.Norm(
                Views.Unsqueeze(x, x.Sizes.Length - 1) - Views.Unsqueeze(z, z.Sizes.Length - 2), p, [-1], keepdim: false);
        }
        bool byProduct = mode == compute_mode.use_mm_for_euclid_dist
            || (mode == compute_mode.use_mm_for_euclid_dist_if_necessary
                && (x.Sizes[^2] > ManyPoints || z.Sizes[^2] > ManyPoints));
        long[] batch = Shape.Broadcast(x.Sizes[..^2], z.Sizes[..^2], "cdist");
        return Euclidean(Views.Expand(x, [.. batch, .. x.Sizes[^2..]]), Views.Expand(z, [.. batch, .. z.Sizes[^2..]]), byProduct);
    }

    private static Tensor Euclidean(Tensor x, Tensor z, bool byProduct)
    {
        Tensor y;
        using (GradMode.Set(false))
        {
            y = byProduct ? ByProduct(x, z) : ByDifference(x, z);
        }
        // d|x - z|/dx = (x - z)/|x - z|, 0 where they meet. With w = dy/|x - z|: dx[i] = x[i]·Σⱼ w[i,j] - Σⱼ w[i,j]·z[j], dz
        // likewise.
        return Tape.Record(y, "CdistBackward0", [x, z], [x, z, y], static (dy, node) =>
        {
            Tensor w = Selection.Where(Comparisons.Compare<Equal>(node[2], 0), 0, dy / node[2]);
            return
            [
                node.Needs(0) ? node[0] * Reductions.Sum(w, [-1], keepdim: true) - MatrixProducts.Product(w, node[1]) : null,
                node.Needs(1)
                    ? node[1] * Views.Unsqueeze(Reductions.Sum(w, [-2], keepdim: false), w.Sizes.Length - 1)
                        - MatrixProducts.Product(Views.LastTransposed(w), node[0])
                    : null,
            ];
        });
    }

    private static Tensor ByDifference(Tensor x, Tensor z)
    {
        using Tensor difference = Views.Unsqueeze(x, x.Sizes.Length - 1) - Views.Unsqueeze(z, z.Sizes.Length - 2);
        return Norms.Norm(difference, 2, [-1], keepdim: false);
    }

    private static Tensor ByProduct(Tensor x, Tensor z)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor squares = Reductions.Sum(x * x, [-1], keepdim: true)
            + Views.Unsqueeze(Reductions.Sum(z * z, [-1], keepdim: false), z.Sizes.Length - 2);
        Tensor square = squares - MatrixProducts.Product(x, Views.LastTransposed(z)) * 2;
        Tensor y = Function.Of<Sqrt>(Function.Of<Relu>(square));
        return scope.MoveToOuter(y);
    }
}
