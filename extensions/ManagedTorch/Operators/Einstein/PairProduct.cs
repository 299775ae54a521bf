using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators.Einstein;

/// <summary>The product of two tensors with the same axes (size 1 stretches), summed over some, which keep size 1.</summary>
internal static class PairProduct
{
    /// <summary>Σ over the marked axes of a·b, by a batched matrix product.</summary>
    public static Tensor Of(Tensor a, Tensor b, bool[] summed)
    {
        List<long> batch = [], rows = [], columns = [], depth = [];
        bool[] onlyInA = new bool[summed.Length], onlyInB = new bool[summed.Length];
        for (int d = 0; d < summed.Length; d++)
        {
            bool inA = a.Sizes[d] != 1, inB = b.Sizes[d] != 1;
            if (summed[d] && inA && inB)
            {
                depth.Add(d);
                continue;
            }
            onlyInA[d] = summed[d] && inA;
            onlyInB[d] = summed[d] && inB;
            (inA && inB ? batch : inB && !summed[d] ? columns : rows).Add(d);
        }
        a = SumOver(a, onlyInA);
        b = SumOver(b, onlyInB);
        if (depth.Count == 0)
        {
            return Arithmetic.Multiply(a, b);
        }
        MatrixProducts.CheckTypes("einsum", a, b);
        long batches = Count(a, batch), n = Count(a, rows), k = Count(a, depth), m = Count(b, columns);
        long[] order = [.. batch, .. rows, .. columns, .. depth];
        Tensor left = Views.Permute(a, order);    // where the axes of the columns have size 1
        Tensor right = Views.Permute(b, [.. batch, .. depth, .. rows, .. columns]);
        Tensor product = batch.Count == 0
            ? MatrixProducts.Matrices(Views.Reshape(left, [n, k]), Views.Reshape(right, [k, m]))
            : MatrixProducts.Batches(Views.Reshape(left, [batches, n, k]), Views.Reshape(right, [batches, k, m]));
        var sizes = new long[order.Length];
        var back = new long[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            long d = order[i];
            back[d] = i;
            sizes[i] = i >= order.Length - depth.Count ? 1 : a.Sizes[d] == 1 ? b.Sizes[d] : a.Sizes[d];
        }
        return Views.Permute(Views.View(product, sizes), back);
    }

    /// <summary>Σ over the marked axes, which keep size 1.</summary>
    public static Tensor SumOver(Tensor x, bool[] summed)
    {
        List<long> dims = [];
        for (int d = 0; d < summed.Length; d++)
        {
            if (summed[d] && x.Sizes[d] != 1)
            {
                dims.Add(d);
            }
        }
        return dims.Count == 0 ? x : Reductions.Sum(x, [.. dims], keepdim: true, x.dtype);
    }

    private static long Count(Tensor x, List<long> axes)
    {
        long count = 1;
        foreach (long axis in axes)
        {
            count *= x.Sizes[axis];
        }
        return count;
    }
}
