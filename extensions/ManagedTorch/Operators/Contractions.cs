using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Products summed over chosen axes, powers and chains of matrices.</summary>
internal static class Contractions
{
    /// <summary>Σ over the last axes of a and the first of b, <paramref name="count"/> of each.</summary>
    public static Tensor OverLastAxes(Tensor a, Tensor b, long count)
    {
        if (count < 0 || count > a.Sizes.Length || count > b.Sizes.Length)
        {
            throw new ArgumentException(
                $"tensordot expects dims >= 0 and at most the number of axes, but got dims={count} for shapes "
                + $"{Shape.Text(a.Sizes)} and {Shape.Text(b.Sizes)}");
        }
        var axesOfA = new long[count];
        var axesOfB = new long[count];
        for (long i = 0; i < count; i++)
        {
            axesOfA[i] = a.Sizes.Length - count + i;
            axesOfB[i] = i;
        }
        return OverAxes(a, b, axesOfA, axesOfB);
    }

    /// <summary>Σ over pairs of axes; the others of a, then of b, remain.</summary>
    public static Tensor OverAxes(Tensor a, Tensor b, ReadOnlySpan<long> axesOfA, ReadOnlySpan<long> axesOfB)
    {
        if (axesOfA.Length != axesOfB.Length)
        {
            throw new ArgumentException(
                $"tensordot: both dimension lists should have same length, got {axesOfA.Length} and {axesOfB.Length}");
        }
        MatrixProducts.CheckTypes("tensordot", a, b);
        var (restOfA, chosenOfA) = Split(a, axesOfA);
        var (restOfB, chosenOfB) = Split(b, axesOfB);
        long depth = 1;
        for (int i = 0; i < chosenOfA.Length; i++)
        {
            long size = a.Sizes[chosenOfA[i]];
            if (size != b.Sizes[chosenOfB[i]])
            {
                throw new ArgumentException(
                    $"tensordot: contracted dimensions need to match, but first has size {size} in dim {axesOfA[i]} and second "
                    + $"has size {b.Sizes[chosenOfB[i]]} in dim {axesOfB[i]} (shapes {Shape.Text(a.Sizes)} and "
                    + $"{Shape.Text(b.Sizes)})");
            }
            depth *= size;
        }
        long[] sizesOfA = Array.ConvertAll(restOfA, d => a.Sizes[d]), sizesOfB = Array.ConvertAll(restOfB, d => b.Sizes[d]);
        Tensor left = Views.Reshape(Views.Permute(a, [.. restOfA, .. chosenOfA]), [Shape.Elements(sizesOfA), depth]);
        Tensor right = Views.Reshape(Views.Permute(b, [.. chosenOfB, .. restOfB]), [depth, Shape.Elements(sizesOfB)]);
        return Views.View(MatrixProducts.Matrices(left, right), [.. sizesOfA, .. sizesOfB]);
    }

    /// <summary>Each square matrix times itself n times; n = 0 gives the identity, n below 0 powers of the inverse.</summary>
    public static Tensor Power(Tensor a, int n)
    {
        LinearAlgebra.MatrixBatch.CheckSquare("linalg.matrix_power", a);
        if (n < 0)
        {
            return Power(LinearAlgebra.Inverses.Inverse(a), checked(-n));
        }
        if (n == 0)
        {
            return Copies.Contiguous(Views.Expand(LinearAlgebra.MatrixBatch.Identity(a.Sizes[^1], a.dtype), a.Sizes));
        }
        Tensor? power = null;
        for (Tensor square = a; ; square = MatrixProducts.Product(square, square))
        {
            if ((n & 1) != 0)
            {
                power = power is null ? square : MatrixProducts.Product(power, square);
            }
            n >>= 1;
            if (n == 0)
            {
                return ReferenceEquals(power, a) ? Copies.Clone(a) : power!;
            }
        }
    }

    /// <summary>The product of a chain of matrices, in the order of fewest multiplications; the ends may be vectors.</summary>
    public static Tensor Chain(IReadOnlyList<Tensor> factors, string name)
    {
        if (factors.Count == 0)
        {
            throw new ArgumentException($"{name}(): expected at least 1 tensor but got none");
        }
        var matrices = new Tensor[factors.Count];
        for (int i = 0; i < matrices.Length; i++)
        {
            bool first = i == 0, last = i == matrices.Length - 1;
            matrices[i] = factors[i].Sizes.Length == 1 && first && !last ? Views.Unsqueeze(factors[i], 0)
                : factors[i].Sizes.Length == 1 && last && !first ? Views.Unsqueeze(factors[i], 1)
                : factors[i];
            if (matrices[i].Sizes.Length != 2)
            {
                throw new ArgumentException($"{name}(): tensor {i} must be 2D but got shape {Shape.Text(factors[i].Sizes)}");
            }
            if (i > 0 && matrices[i].Sizes[0] != matrices[i - 1].Sizes[1])
            {
                throw new ArgumentException(
                    $"{name}(): tensors {i - 1} and {i} with shapes {Shape.Text(factors[i - 1].Sizes)} and "
                    + $"{Shape.Text(factors[i].Sizes)} cannot be multiplied");
            }
        }
        if (matrices.Length == 1)
        {
            return Copies.Clone(matrices[0]);
        }
        Tensor y = Multiply(matrices, BestCuts(matrices), 0, matrices.Length - 1);
        y = factors[^1].Sizes.Length == 1 ? Views.Squeeze(y, 1) : y;
        return factors[0].Sizes.Length == 1 ? Views.Squeeze(y, 0) : y;
    }

    /// <summary>The sum of the diagonal of a matrix.</summary>
    public static Tensor Trace(Tensor x) => x.Sizes.Length == 2
        ? Reductions.Sum(Views.Diagonal(x, 0, 0, 1), [], keepdim: false)
        : throw new ArgumentException($"trace: expected a matrix, but got tensor with dim {x.Sizes.Length}");

    private static (long[] Others, long[] Chosen) Split(Tensor x, ReadOnlySpan<long> axes)
    {
        var chosen = new long[axes.Length];
        for (int i = 0; i < chosen.Length; i++)
        {
            chosen[i] = Shape.Axis(axes[i], x.Sizes.Length);
        }
        bool[] taken = Reductions.Axes(x, axes);    // refuses an axis named twice
        var rest = new List<long>();
        for (int d = 0; d < x.Sizes.Length; d++)
        {
            if (axes.Length == 0 || !taken[d])
            {
                rest.Add(d);
            }
        }
        return ([.. rest], chosen);
    }

    // cuts[i, j]: after which matrix the product of matrices i … j is best cut in two (the textbook's dynamic programming).
    private static int[,] BestCuts(Tensor[] matrices)
    {
        int n = matrices.Length;
        var costs = new double[n, n];
        var cuts = new int[n, n];
        for (int length = 2; length <= n; length++)
        {
            for (int i = 0; i + length <= n; i++)
            {
                int j = i + length - 1;
                costs[i, j] = double.PositiveInfinity;
                for (int k = i; k < j; k++)
                {
                    double cost = costs[i, k] + costs[k + 1, j]
                        + (double)matrices[i].Sizes[0] * matrices[k].Sizes[1] * matrices[j].Sizes[1];
                    if (cost < costs[i, j])
                    {
                        (costs[i, j], cuts[i, j]) = (cost, k);
                    }
                }
            }
        }
        return cuts;
    }

    private static Tensor Multiply(Tensor[] matrices, int[,] cuts, int first, int last) => first == last
        ? matrices[first]
        : MatrixProducts.Matrices(
            Multiply(matrices, cuts, first, cuts[first, last]), Multiply(matrices, cuts, cuts[first, last] + 1, last));
}
