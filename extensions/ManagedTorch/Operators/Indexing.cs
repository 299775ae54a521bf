using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>What stands between the brackets of a tensor: first the view that positions, ranges and new axes give, then index
/// tensors.</summary>
internal static class Indexing
{
    /// <summary>x[items].</summary>
    public static Tensor Get(Tensor x, ReadOnlySpan<TensorIndex> items)
    {
        (Tensor view, int[] axes, Tensor[] indices) = Resolve(x, items);
        return axes.Length > 0 ? IndexedPlaces.Get(view, axes, indices) : ReferenceEquals(view, x) ? Views.Itself(x) : view;
    }

    /// <summary>x[indices], one index tensor or mask for each of the first axes.</summary>
    public static Tensor Get(Tensor x, ReadOnlySpan<Tensor> indices) => Get(x, Items(indices));

    /// <summary>x[items] = value, or += value.</summary>
    public static Tensor Put(Tensor x, ReadOnlySpan<TensorIndex> items, Tensor value, bool accumulate = false)
    {
        (Tensor view, int[] axes, Tensor[] indices) = Resolve(x, items);
        if (axes.Length > 0)
        {
            IndexedPlaces.Put(view, axes, indices, value, accumulate);
        }
        else
        {
            Tensor fitting = IndexedPlaces.Trimmed(value, view.Sizes.Length);
            view.copy_(accumulate ? view + fitting : fitting);
        }
        return x;
    }

    /// <summary>x[indices] = value, or += value.</summary>
    public static Tensor Put(Tensor x, ReadOnlySpan<Tensor> indices, Tensor value, bool accumulate = false) =>
        Put(x, Items(indices), value, accumulate);

    /// <summary>x[indices] at whole-number positions.</summary>
    public static Tensor Select(Tensor x, ReadOnlySpan<long> indices)
    {
        CheckCount(x, indices.Length);
        foreach (long index in indices)
        {
            x = Views.Select(x, 0, index);
        }
        return x;
    }

    /// <summary>x[indices] = value at whole-number positions.</summary>
    public static void Put(Tensor x, ReadOnlySpan<long> indices, Tensor value)
    {
        Tensor place = Select(x, indices);
        place.copy_(IndexedPlaces.Trimmed(value, place.Sizes.Length));
    }

    private static TensorIndex[] Items(ReadOnlySpan<Tensor> indices)
    {
        var items = new TensorIndex[indices.Length];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = indices[i] is null ? TensorIndex.Colon : TensorIndex.Tensor(indices[i]);
        }
        return items;
    }

    private static (Tensor View, int[] Axes, Tensor[] Indices) Resolve(Tensor x, ReadOnlySpan<TensorIndex> items)
    {
        int used = 0;
        foreach (TensorIndex item in items)
        {
            used += item.Kind switch
            {
                IndexKind.Slice or IndexKind.Single => 1,
                IndexKind.Tensor => IsMask(item.Content!) ? item.Content!.Sizes.Length : 1,
                _ => 0,
            };
        }
        CheckCount(x, used);
        var axes = new List<int>();
        var indices = new List<Tensor>();
        int axis = 0;
        Tensor view = x;
        foreach (TensorIndex item in items)
        {
            switch (item.Kind)
            {
                case IndexKind.NewAxis:
                    view = Views.Unsqueeze(view, axis++);
                    break;
                case IndexKind.Ellipsis:
                    axis += x.Sizes.Length - used;
                    break;
                case IndexKind.Slice:
                    view = item.Start is null && item.Stop is null && item.Step is null
                        ? view
                        : Views.Range(view, axis, item.Start ?? 0, item.Stop ?? long.MaxValue, item.Step ?? 1);
                    axis++;
                    break;
                case IndexKind.Single:
                    view = Views.Select(view, axis, item.Start!.Value);
                    break;
                case IndexKind.Bool:
                    view = Views.Unsqueeze(view, axis);
                    axes.Add(axis++);
                    indices.Add(Creation.Full([item.Start!.Value], 0, ScalarType.Int64));
                    break;
                default:
                    view = AddTensor(view, item.Content!, ref axis, axes, indices);
                    break;
            }
        }
        return (view, [.. axes], [.. indices]);
    }

    private static Tensor AddTensor(Tensor view, Tensor index, ref int axis, List<int> axes, List<Tensor> indices)
    {
        if (IsMask(index))
        {
            if (index.Sizes.Length == 0)
            {
                view = Views.Unsqueeze(view, axis);
                axes.Add(axis++);
                indices.Add(Creation.Full([Masks.FlatPlaces(index).Elements], 0, ScalarType.Int64));
                return view;
            }
            for (int d = 0; d < index.Sizes.Length; d++)
            {
                if (index.Sizes[d] != view.Sizes[axis + d])
                {
                    throw new ArgumentException(
                        $"The shape of the mask {Shape.Text(index.Sizes)} at index {d} does not match the shape of the indexed "
                        + $"tensor {Shape.Text(view.Sizes)} at index {axis + d}");
                }
            }
            foreach (Tensor places in Masks.NonzeroByAxis(index))
            {
                axes.Add(axis++);
                indices.Add(places);
            }
            return view;
        }
        if (!ElementType.IsInteger(index.dtype))
        {
            throw new ArgumentException(
                $"tensors used as indices must be long, int, byte or bool tensors, got {ElementType.Name(index.dtype)}");
        }
        if (index.Sizes.Length == 0)
        {
            // A number is a position, as if it were given without a tensor.
            return Views.Select(view, axis, Splitting.Positions(index)[0]);
        }
        axes.Add(axis++);
        indices.Add(Copies.To(index, ScalarType.Int64));
        return view;
    }

    private static bool IsMask(Tensor index) => index.dtype is ScalarType.Bool or ScalarType.Byte;

    private static void CheckCount(Tensor x, int used)
    {
        if (used > x.Sizes.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(used),
                x.Sizes.Length == 0
                    ? "invalid index of a 0-dim tensor. Use `tensor.item()` to convert a 0-dim tensor to a number"
                    : $"too many indices for tensor of dimension {x.Sizes.Length} ({Shape.Text(x.Sizes)}): got {used}");
        }
    }
}
