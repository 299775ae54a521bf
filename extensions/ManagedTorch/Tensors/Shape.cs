using System.Globalization;

namespace TorchSharp.Tensors;

/// <summary>Arithmetic on sizes and strides.</summary>
internal static class Shape
{
    private static readonly long[]?[] Recent = new long[]?[512];

    /// <summary>The product of the sizes; 1 for none.</summary>
    /// <exception cref="OverflowException">More than 2^63 - 1 elements.</exception>
    public static long Elements(ReadOnlySpan<long> sizes)
    {
        long elements = 1;
        foreach (long size in sizes)
        {
            elements = checked(elements * size);
        }
        return elements;
    }

    /// <summary>Row-major strides, in elements. Never change the array: tensors share it.</summary>
    public static long[] ContiguousStrides(ReadOnlySpan<long> sizes)
    {
        Span<long> strides = sizes.Length <= 8 ? stackalloc long[sizes.Length] : new long[sizes.Length];
        long stride = 1;
        for (int d = sizes.Length - 1; d >= 0; d--)
        {
            strides[d] = stride;
            stride *= Math.Max(sizes[d], 1);
        }
        return Shared(strides);
    }

    /// <summary>Sizes or strides as an array. Never change it: tensors share it.</summary>
    public static long[] Shared(ReadOnlySpan<long> numbers)
    {
        long mixed = numbers.Length;
        foreach (long number in numbers)
        {
            mixed = mixed * 31 + number;
        }
        // A training step makes the same shapes again and again. Whoever comes second to a place takes it over.
        ref long[]? recent = ref Recent[(int)((ulong)(mixed * 0x61C8_8646_80B5_83EB) >> 55)];
        long[]? known = Volatile.Read(ref recent);
        if (known is null || !numbers.SequenceEqual(known))
        {
            known = numbers.ToArray();
            Volatile.Write(ref recent, known);
        }
        return known;
    }

    /// <summary>Whether the elements lie row by row without gaps.</summary>
    public static bool IsContiguous(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        long expected = 1;
        for (int d = sizes.Length - 1; d >= 0; d--)
        {
            if (sizes[d] == 0)
            {
                return true;
            }
            if (sizes[d] != 1)
            {
                if (strides[d] != expected)
                {
                    return false;
                }
                expected *= sizes[d];
            }
        }
        return true;
    }

    /// <summary>The axis as a number from 0; -1 is the last one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such axis.</exception>
    public static int Axis(long axis, int dims)
    {
        int count = Math.Max(dims, 1);    // a scalar accepts 0 and -1
        if (axis < -count || axis >= count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(axis),
                $"Dimension out of range (expected to be in range of [{-count}, {count - 1}], but got {axis})");
        }
        return (int)(axis < 0 ? axis + count : axis);
    }

    /// <summary>The common sizes of two shapes, aligned at the right; a size of 1 stretches.</summary>
    /// <exception cref="ArgumentException">A pair of sizes differs and none is 1; names <paramref name="operation"/>.</exception>
    public static long[] Broadcast(long[] a, long[] b, string operation)
    {
        if (a.AsSpan().SequenceEqual(b))
        {
            return a;
        }
        int dims = Math.Max(a.Length, b.Length);
        var sizes = new long[dims];
        for (int d = dims - 1; d >= 0; d--)
        {
            long sizeA = d - dims + a.Length >= 0 ? a[d - dims + a.Length] : 1;
            long sizeB = d - dims + b.Length >= 0 ? b[d - dims + b.Length] : 1;
            if (sizeA != sizeB && sizeA != 1 && sizeB != 1)
            {
                throw new ArgumentException(
                    $"{operation}: The size of tensor a ({sizeA}) must match the size of tensor b ({sizeB}) at non-singleton "
                    + $"dimension {d} (shapes {Text(a)} and {Text(b)})");
            }
            sizes[d] = sizeA == 1 ? sizeB : sizeA;
        }
        return sizes.AsSpan().SequenceEqual(a) ? a : sizes.AsSpan().SequenceEqual(b) ? b : sizes;
    }

    /// <summary>Strides with which a tensor is read as if it had the larger shape; 0 where it is stretched.</summary>
    /// <exception cref="ArgumentException">It cannot be stretched to that shape.</exception>
    public static long[] ExpandedStrides(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ReadOnlySpan<long> target)
    {
        int shift = target.Length - sizes.Length;
        var expanded = new long[target.Length];
        for (int d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] == target[d + shift])
            {
                expanded[d + shift] = strides[d];
            }
            else if (sizes[d] != 1)
            {
                throw new ArgumentException(
                    $"The expanded size of the tensor ({target[d + shift]}) must match the existing size ({sizes[d]}) at "
                    + $"non-singleton dimension {d + shift}.  Target sizes: {Text(target)}.  Tensor sizes: {Text(sizes)}");
            }
        }
        return expanded;
    }

    /// <summary>Replaces one -1 by what the other sizes leave.</summary>
    /// <exception cref="ArgumentException">Two sizes are -1, one is below, or the elements do not come out even.</exception>
    public static long[] Infer(ReadOnlySpan<long> sizes, long elements)
    {
        var result = sizes.ToArray();
        int open = -1;
        long product = 1;
        for (int d = 0; d < result.Length; d++)
        {
            if (result[d] == -1)
            {
                open = open < 0 ? d : throw new ArgumentException("only one dimension can be inferred");
            }
            else if (result[d] < 0)
            {
                throw new ArgumentException($"invalid shape dimension {result[d]}");
            }
            else
            {
                product *= result[d];
            }
        }
        if (open >= 0 && product > 0 && elements % product == 0)
        {
            result[open] = elements / product;
        }
        else if (open >= 0 || product != elements)
        {
            throw new ArgumentException($"shape '{Text(sizes)}' is invalid for input of size {elements}");
        }
        return result;
    }

    /// <summary>Strides of the same elements under new sizes, or null if that takes a copy.</summary>
    public static long[]? ViewStrides(ReadOnlySpan<long> oldSizes, ReadOnlySpan<long> oldStrides, ReadOnlySpan<long> newSizes)
    {
        if (IsContiguous(oldSizes, oldStrides))
        {
            return ContiguousStrides(newSizes);
        }
        var strides = new long[newSizes.Length];
        int target = newSizes.Length - 1;
        long chunkStride = oldSizes.Length > 0 ? oldStrides[^1] : 1;
        long oldElements = 1, newElements = 1;
        for (int d = oldSizes.Length - 1; d >= 0; d--)
        {
            oldElements *= oldSizes[d];
            // A run of old axes that lie without gaps ends here: the new axes must cut it exactly.
            if (d == 0 || (oldSizes[d - 1] != 1 && oldStrides[d - 1] != oldElements * chunkStride))
            {
                while (target >= 0 && (newElements < oldElements || newSizes[target] == 1))
                {
                    strides[target] = newElements * chunkStride;
                    newElements *= newSizes[target];
                    target--;
                }
                if (newElements != oldElements)
                {
                    return null;
                }
                if (d > 0)
                {
                    chunkStride = oldStrides[d - 1];
                    oldElements = newElements = 1;
                }
            }
        }
        return target < 0 ? strides : null;
    }

    /// <summary>A shape as PyTorch writes it: [2, 3].</summary>
    public static string Text(ReadOnlySpan<long> sizes)
    {
        var parts = new string[sizes.Length];
        for (int d = 0; d < parts.Length; d++)
        {
            parts[d] = sizes[d].ToString(CultureInfo.InvariantCulture);
        }
        return $"[{string.Join(", ", parts)}]";
    }
}
