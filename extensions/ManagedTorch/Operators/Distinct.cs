using System.Runtime.InteropServices;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>The different values of a tensor, or its different slices along an axis. Nothing here has a derivative.</summary>
internal static unsafe class Distinct
{
    /// <summary>The values in rising order, or of neighbours in theirs; which one each input is; how often each occurs.</summary>
    public static (Tensor Values, Tensor Inverse, Tensor Counts) Values(Tensor x, bool neighbours)
    {
        Tensor flat = Copies.AsContiguous(x.detach());
        return x.dtype switch
        {
            ScalarType.Float32 => Values<float>(flat, neighbours),
            ScalarType.Float64 => Values<double>(flat, neighbours),
            ScalarType.Int64 => Values<long>(flat, neighbours),
            ScalarType.Int32 => Values<int>(flat, neighbours),
            ScalarType.Byte or ScalarType.Bool => Values<byte>(flat, neighbours),
            _ => throw ElementType.Missing(x.dtype),
        };
    }

    /// <summary>The same for whole slices along an axis, compared element by element.</summary>
    public static (Tensor Slices, Tensor Inverse, Tensor Counts) Slices(Tensor x, long dim, bool neighbours)
    {
        using DisposeScope scope = NewDisposeScope();
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor rows = Copies.AsContiguous(Views.Transpose(x.detach(), axis, 0));
        var keys = new KeysWork(rows);
        ByType.Numbers(x.dtype, keys);
        int count = checked((int)rows.Sizes[0]), width = count == 0 ? 0 : (int)(rows.Elements / count);
        var order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }
        if (!neighbours)
        {
            // Equal slices stay in their order, so that the first of each is the one kept.
            Array.Sort(order, (a, b) =>
                keys.Row(a, width).SequenceCompareTo(keys.Row(b, width)) is var c && c != 0 ? c : a.CompareTo(b));
        }
        var first = new List<long>();
        var counts = new List<long>();
        var inverse = new long[count];
        for (int i = 0; i < count; i++)
        {
            if (i == 0 || !keys.Row(order[i], width).SequenceEqual(keys.Row(order[i - 1], width)))
            {
                first.Add(order[i]);
                counts.Add(0);
            }
            CollectionsMarshal.AsSpan(counts)[^1]++;
            inverse[order[i]] = first.Count - 1;
        }
        return scope.MoveToOuter(
            IndexedAxis.Select(x.detach(), axis, Listed(CollectionsMarshal.AsSpan(first))),
            Listed(inverse),
            Listed(CollectionsMarshal.AsSpan(counts)));
    }

    private static (Tensor Values, Tensor Inverse, Tensor Counts) Values<T>(Tensor x, bool neighbours)
        where T : unmanaged, IEquatable<T>
    {
        var input = new ReadOnlySpan<T>(x.Pointer, checked((int)x.Elements));
        UniqueValues<T> found = neighbours ? UniqueValues<T>.Consecutive(input) : UniqueValues<T>.Of(input);
        Tensor values = Tensor.Empty([found.Values.Length], x.dtype);
        found.Values.CopyTo(new Span<T>(values.Pointer, found.Values.Length));
        return (values, Creation.FromValues<long>(found.Inverse, x.Sizes), Listed(found.Counts));
    }

    private static Tensor Listed(ReadOnlySpan<long> values) => Creation.FromValues(values, [values.Length]);

    // The order of each element as a whole number.
    private readonly struct KeysWork(Tensor rows) : INumbersWork
    {
        private readonly ulong[] _keys = new ulong[rows.Elements];

        public void Run<T>() where T : unmanaged, System.Numerics.INumber<T>
        {
            T* x = rows.Data<T>();
            for (int i = 0; i < _keys.Length; i++)
            {
                _keys[i] = OrderKey.Of(x[i]);
            }
        }

        public ReadOnlySpan<ulong> Row(int row, int width) => _keys.AsSpan(row * width, width);
    }
}
