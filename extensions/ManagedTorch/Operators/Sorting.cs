using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Elements in order along an axis, with the places they came from; NaN is the largest, equal ones keep their
/// order.</summary>
internal static unsafe class Sorting
{
    private enum Choice
    {
        Sort,
        Top,
        Place,
    }

    /// <summary>Sorted values and where they were.</summary>
    public static (Tensor Values, Tensor Indices) Sort(Tensor x, long dim, bool descending) =>
        Run(x, dim, Choice.Sort, 0, descending, "SortBackward0");

    /// <summary>Where the sorted values were.</summary>
    public static Tensor Order(Tensor x, long dim, bool descending)
    {
        using IDisposable off = GradMode.Set(false);
        (Tensor values, Tensor indices) = Sort(x, dim, descending);
        values.Dispose();
        return indices;
    }

    /// <summary>The k largest or smallest values, best first, and where they were.</summary>
    public static (Tensor Values, Tensor Indices) Top(Tensor x, long k, long dim, bool largest)
    {
        long size = Length(x, dim);
        return k >= 0 && k <= size
            ? Run(x, dim, Choice.Top, k, largest, "TopkBackward0")
            : throw new ArgumentOutOfRangeException(
                nameof(k), $"selected index k out of range: k is {k}, the dimension has size {size} (tensor of size "
                    + $"{Shape.Text(x.Sizes)})");
    }

    /// <summary>The k-th smallest value (k from 1) and where it was.</summary>
    public static (Tensor Values, Tensor Indices) Kth(Tensor x, long k, long dim, bool keepdim)
    {
        long size = Length(x, dim);
        if (k < 1 || k > size)
        {
            throw new ArgumentOutOfRangeException(
                nameof(k),
                    $"kthvalue(): selected number k out of range for dimension {dim}: k is {k}, the dimension has size {size}");
        }
        (Tensor values, Tensor indices) = Run(x, dim, Choice.Place, k - 1, false, "KthvalueBackward0");
        int axis = Shape.Axis(dim, x.Sizes.Length);
        return keepdim || x.Sizes.Length == 0 ? (values, indices) : (Views.Squeeze(values, axis), Views.Squeeze(indices, axis));
    }

    private static long Length(Tensor x, long dim)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        return x.Sizes.Length == 0 ? 1 : x.Sizes[axis];
    }

    private static (Tensor Values, Tensor Indices) Run(Tensor x, long dim, Choice choice, long k, bool first, string name)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor values, indices;
        using (GradMode.Set(false))
        {
            bool isLast = x.Sizes.Length < 2 || axis == x.Sizes.Length - 1;
            Tensor rows = Copies.AsContiguous(isLast ? x : Views.Transpose(x, axis, -1));
            long length = Length(x, dim), kept = choice == Choice.Sort ? length : choice == Choice.Top ? k : 1;
            long[] sizes = [.. rows.Sizes];
            if (sizes.Length > 0)
            {
                sizes[^1] = kept;
            }
            values = Tensor.Empty(sizes, x.dtype);
            indices = Tensor.Empty(sizes, ScalarType.Int64);
            Fill(rows, values, indices, checked((int)length), choice, checked((int)k), first);
            if (!isLast)
            {
                values = Copies.Contiguous(Views.Transpose(values, axis, -1));
                indices = Copies.Contiguous(Views.Transpose(indices, axis, -1));
            }
        }
        // Each value came from one place: its gradient goes there.
        Tape.Record(values, name, [x], [indices], (dy, node) => [Gathering.GatherBackward(dy, node.SizesOf(0), axis, node[0])]);
        return (values, indices);
    }

    private static void Fill(Tensor x, Tensor values, Tensor indices, int length, Choice choice, int k, bool first)
    {
        switch (x.dtype)
        {
            case ScalarType.Float32: Fill<float>(x, values, indices, length, choice, k, first); break;
            case ScalarType.Float64: Fill<double>(x, values, indices, length, choice, k, first); break;
            case ScalarType.Int64: Fill<long>(x, values, indices, length, choice, k, first); break;
            case ScalarType.Int32: Fill<int>(x, values, indices, length, choice, k, first); break;
            case ScalarType.Byte or ScalarType.Bool: Fill<byte>(x, values, indices, length, choice, k, first); break;
            default: throw new ArgumentException($"Sort does not support tensors of type {ElementType.Name(x.dtype)}");
        }
    }

    private static void Fill<T>(Tensor x, Tensor values, Tensor indices, int length, Choice choice, int k, bool first)
        where T : unmanaged
    {
        T* from = x.Data<T>(), to = values.Data<T>();
        long* places = indices.Data<long>();
        long rows = length == 0 ? 0 : x.Elements / length;
        switch (choice)
        {
            case Choice.Sort: Ordering.Sort(from, to, places, rows, length, descending: first); break;
            case Choice.Top: Ordering.TopK(from, to, places, rows, length, k, largest: first); break;
            default: Ordering.Select(from, to, places, rows, length, k); break;
        }
    }
}
