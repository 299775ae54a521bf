using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Several tensors put into one, along an axis that they have or a new one.</summary>
internal static partial class Joining
{
    /// <summary>One after the other along an axis; types are promoted, and empty vectors left out, as in PyTorch.</summary>
    public static Tensor Cat(ReadOnlySpan<Tensor> tensors, long dim)
    {
        Tensor? first = null;
        foreach (Tensor x in tensors)
        {
            first ??= IsSkipped(x) ? null : x;
        }
        if (tensors.IsEmpty)
        {
            throw new ArgumentException("torch.cat(): expected a non-empty list of Tensors");
        }
        first ??= tensors[0];
        if (first.Sizes.Length == 0)
        {
            throw new ArgumentException("zero-dimensional tensor (at position 0) cannot be concatenated");
        }
        int axis = Shape.Axis(dim, first.Sizes.Length);
        ScalarType type = tensors[0].dtype;
        long length = 0;
        for (int i = 0; i < tensors.Length; i++)
        {
            type = Promotion.Of(type, tensors[i].dtype);
            length += IsSkipped(tensors[i]) ? 0 : CheckedLength(first, tensors[i], axis, i);
        }
        long[] sizes = [.. first.Sizes];
        sizes[axis] = length;
        Tensor y = Tensor.Empty(sizes, type);
        long start = 0;
        foreach (Tensor x in tensors)
        {
            if (!IsSkipped(x))
            {
                using Tensor place = y.Alias(x.Sizes, y.Strides, start * y.Strides[axis]);
                Copies.Into(place, x);
                start += x.Sizes[axis];
            }
        }
        ScalarType[]? types = TypesIfMixed(tensors);
        int count = tensors.Length;
        return Tape.Record(y, "CatBackward0", tensors, [], (dy, node) => CatBackward(dy, node, count, axis, types));
    }

    /// <summary>Beside each other along a new axis.</summary>
    public static Tensor Stack(ReadOnlySpan<Tensor> tensors, long dim)
    {
        if (tensors.IsEmpty)
        {
            throw new ArgumentException("stack expects a non-empty TensorList");
        }
        long[] each = tensors[0].Sizes;
        int axis = Shape.Axis(dim, each.Length + 1);
        ScalarType type = tensors[0].dtype;
        for (int i = 1; i < tensors.Length; i++)
        {
            type = Promotion.Of(type, tensors[i].dtype);
            if (!tensors[i].Sizes.AsSpan().SequenceEqual(each))
            {
                throw new ArgumentException(
                    $"stack expects each tensor to be equal size, but got {Shape.Text(each)} at entry 0 and "
                    + $"{Shape.Text(tensors[i].Sizes)} at entry {i}");
            }
        }
        long[] sizes = [.. each.AsSpan(0, axis), tensors.Length, .. each.AsSpan(axis)];
        Tensor y = Tensor.Empty(sizes, type);
        long[] strides = [.. y.Strides.AsSpan(0, axis), .. y.Strides.AsSpan(axis + 1)];
        for (int i = 0; i < tensors.Length; i++)
        {
            using Tensor place = y.Alias(each, strides, i * y.Strides[axis]);
            Copies.Into(place, tensors[i]);
        }
        ScalarType[]? types = TypesIfMixed(tensors);
        int count = tensors.Length;
        return Tape.Record(y, "StackBackward0", tensors, [], (dy, node) =>
        {
            var gradients = new Tensor?[count];
            for (int i = 0; i < count; i++)
            {
                gradients[i] = node.Needs(i) ? InType(Views.Select(dy, axis, i), types, i) : null;
            }
            return gradients;
        });
    }

    private static Tensor?[] CatBackward(Tensor dy, Node node, int count, int axis, ScalarType[]? types)
    {
        var gradients = new Tensor?[count];
        long start = 0;
        for (int i = 0; i < count; i++)
        {
            long[] sizes = node.SizesOf(i);
            bool skipped = sizes.Length != dy.Sizes.Length;
            long length = skipped ? 0 : sizes[axis];
            if (node.Needs(i))
            {
                gradients[i] =
                    InType(skipped ? Creation.Full(sizes, 0, dy.dtype) : Views.Slice(dy, axis, start, length, 1), types, i);
            }
            start += length;
        }
        return gradients;
    }

    private static Tensor InType(Tensor dy, ScalarType[]? types, int place)
    {
        if (types is null || types[place] == dy.dtype)
        {
            return dy;
        }
        return ElementType.IsComplex(dy.dtype) && !ElementType.IsComplex(types[place])
            ? Copies.To(ComplexArithmetic.RealPart(dy), types[place])
            : Copies.To(dy, types[place]);
    }

    private static ScalarType[]? TypesIfMixed(ReadOnlySpan<Tensor> tensors)
    {
        foreach (Tensor x in tensors)
        {
            if (x.dtype != tensors[0].dtype)
            {
                return [.. Array.ConvertAll(tensors.ToArray(), t => t.dtype)];
            }
        }
        return null;
    }

    private static bool IsSkipped(Tensor x) => x.Sizes.Length == 1 && x.Sizes[0] == 0;

    private static long CheckedLength(Tensor first, Tensor x, int axis, int place)
    {
        if (x.Sizes.Length == 0)
        {
            throw new ArgumentException($"zero-dimensional tensor (at position {place}) cannot be concatenated");
        }
        if (x.Sizes.Length != first.Sizes.Length)
        {
            throw new ArgumentException(
                $"Tensors must have same number of dimensions: got {first.Sizes.Length} and {x.Sizes.Length} "
                + $"(shapes {Shape.Text(first.Sizes)} and {Shape.Text(x.Sizes)})");
        }
        for (int d = 0; d < x.Sizes.Length; d++)
        {
            if (d != axis && x.Sizes[d] != first.Sizes[d])
            {
                throw new ArgumentException(
                    $"Sizes of tensors must match except in dimension {axis}. Expected size {first.Sizes[d]} but got size "
                    + $"{x.Sizes[d]} for tensor number {place} in the list.");
            }
        }
        return x.Sizes[axis];
    }
}
