using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators.Einstein;

/// <summary>Products of tensors by Einstein's rule: what is not in the result is summed over.</summary>
/// <remarks>
/// Every operand is brought to the same axes, those of the result first, then those that are summed; absent ones have size 1.
/// Then two and two, from the left, become one by a batched matrix product. An axis is summed with the last operand that has it.
/// </remarks>
internal static class EinsteinSum
{
    /// <summary>The sum of products that <paramref name="equation"/> names.</summary>
    public static Tensor Of(string equation, ReadOnlySpan<Tensor> operands)
    {
        SumEquation read = SumEquation.Read(equation, operands.Length);
        int covered = CheckCounts(read, operands);
        Dictionary<char, int> places = Places(read, covered, out int kept);
        int axes = kept;
        foreach (int place in places.Values)
        {
            axes = Math.Max(axes, place + 1);
        }
        if (places.TryGetValue(SumEquation.Ellipsis, out int start))
        {
            axes = Math.Max(axes, start + covered);
        }
        CheckSizes(read, operands, covered);
        var aligned = new Tensor[operands.Length];
        var last = new int[axes];    // the last operand that has an axis
        for (int i = 0; i < aligned.Length; i++)
        {
            aligned[i] = Align(operands[i], read.Operands[i], places, covered, axes, i);
            for (int d = 0; d < axes; d++)
            {
                last[d] = aligned[i].Sizes[d] != 1 ? i : last[d];
            }
        }
        Tensor y = PairProduct.SumOver(aligned[0], Summed(0));
        for (int i = 1; i < aligned.Length; i++)
        {
            y = PairProduct.Of(y, aligned[i], Summed(i));
        }
        return axes == kept ? y : Views.View(y, y.Sizes.AsSpan(0, kept));

        bool[] Summed(int operand)
        {
            var summed = new bool[axes];
            for (int d = kept; d < axes; d++)
            {
                summed[d] = last[d] == operand;
            }
            return summed;
        }
    }

    // How many axes "..." covers at most.
    private static int CheckCounts(SumEquation equation, ReadOnlySpan<Tensor> operands)
    {
        int covered = 0;
        for (int i = 0; i < operands.Length; i++)
        {
            List<char> subscripts = equation.Operands[i];
            bool ellipsis = subscripts.Contains(SumEquation.Ellipsis);
            int named = subscripts.Count - (ellipsis ? 1 : 0), dims = operands[i].Sizes.Length;
            if (ellipsis ? named > dims : named != dims)
            {
                throw new ArgumentException(
                    ellipsis
                        ? $"einsum(): the number of subscripts in the equation ({named}) is more than the number of dimensions "
                            + $"({dims}) for operand {i}"
                        : $"einsum(): the number of subscripts in the equation ({named}) does not match the number of dimensions "
                            + $"({dims}) for "
                        + $"operand {i} and no ellipsis was given");
            }
            covered = ellipsis ? Math.Max(covered, dims - named) : covered;
        }
        return covered;
    }

    // At which axis of the aligned operands each subscript stands.
    private static Dictionary<char, int> Places(SumEquation equation, int covered, out int kept)
    {
        var places = new Dictionary<char, int>();
        int next = 0;
        foreach (char c in equation.Result)
        {
            places[c] = next;
            next += c == SumEquation.Ellipsis ? covered : 1;
        }
        kept = next;
        foreach (List<char> operand in equation.Operands)
        {
            foreach (char c in operand)
            {
                if (places.TryAdd(c, next))
                {
                    next += c == SumEquation.Ellipsis ? covered : 1;
                }
            }
        }
        return places;
    }

    private static void CheckSizes(SumEquation equation, ReadOnlySpan<Tensor> operands, int covered)
    {
        var sizes = new Dictionary<char, long>();
        for (int i = 0; i < operands.Length; i++)
        {
            List<char> subscripts = equation.Operands[i];
            int axis = 0;
            var own = new Dictionary<char, long>();
            foreach (char c in subscripts)
            {
                if (c == SumEquation.Ellipsis)
                {
                    axis += operands[i].Sizes.Length - (subscripts.Count - 1);
                    continue;
                }
                long size = operands[i].Sizes[axis++];
                if (own.TryGetValue(c, out long other) && other != size)
                {
                    throw new ArgumentException(
                        $"einsum(): subscript {c} is repeated for operand {i} but the sizes don't match, {size} != {other}");
                }
                own[c] = size;
                long seen = sizes.GetValueOrDefault(c, 1);
                if (seen != 1 && size != 1 && seen != size)
                {
                    throw new ArgumentException(
                        $"einsum(): subscript {c} has size {size} for operand {i} which does not broadcast with previously seen "
                        + $"size {seen}");
                }
                sizes[c] = seen == 1 ? size : seen;
            }
        }
    }

    // Repeated subscripts become diagonals; then all axes in the common order.
    private static Tensor Align(
        Tensor x, List<char> subscripts, Dictionary<char, int> places, int covered, int axes, int operand)
    {
        List<int> targets = [];
        int own = x.Sizes.Length - (subscripts.Count - 1);
        foreach (char c in subscripts)
        {
            if (c != SumEquation.Ellipsis)
            {
                targets.Add(places[c]);
                continue;
            }
            for (int k = 0; k < own; k++)
            {
                targets.Add(places[c] + covered - own + k);
            }
        }
        for (int j = targets.Count - 1; j > 0; j--)
        {
            int i = targets.IndexOf(targets[j]);
            if (i < j)
            {
                x = Views.Diagonal(x, 0, i, j);    // which stands behind the other axes
                int target = targets[j];
                targets.RemoveAt(j);
                targets.RemoveAt(i);
                targets.Add(target);
                j = targets.Count;
            }
        }
        var sizes = new long[axes];
        Array.Fill(sizes, 1);
        int[] order = [.. targets];
        long[] from = new long[order.Length];
        for (int d = 0; d < from.Length; d++)
        {
            from[d] = d;
        }
        Array.Sort(order, from);
        for (int d = 0; d < order.Length; d++)
        {
            sizes[order[d]] = x.Sizes[from[d]];
        }
        return Views.View(Views.Permute(x, from), sizes);
    }
}
