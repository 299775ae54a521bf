using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Elements chosen by what they are: true, or not zero.</summary>
internal static unsafe class Masks
{
    /// <summary>Positions of all elements that are not zero, one row each.</summary>
    public static Tensor Nonzero(Tensor x)
    {
        using Tensor flat = FlatPlaces(x);
        Tensor y = Tensor.Empty([flat.Elements, x.Sizes.Length], ScalarType.Int64);
        Positions(flat, x.Sizes, y.Data<long>(), x.Sizes.Length, 1);
        return y;
    }

    /// <summary>Positions of all elements that are not zero, a vector for each axis; of a number as if it had one axis.</summary>
    public static Tensor[] NonzeroByAxis(Tensor x)
    {
        long[] sizes = x.Sizes.Length == 0 ? [1] : x.Sizes;
        using Tensor flat = FlatPlaces(x);
        Tensor all = Tensor.Empty([sizes.Length, flat.Elements], ScalarType.Int64);
        Positions(flat, sizes, all.Data<long>(), 1, flat.Elements);
        return Splitting.Unbind(all, 0);
    }

    /// <summary>The elements where the mask is true, in a row; the two are stretched to a common shape.</summary>
    public static Tensor Select(Tensor x, Tensor mask)
    {
        CheckMask(mask, "masked_select");
        long[] sizes = Shape.Broadcast(x.Sizes, mask.Sizes, "masked_select");
        using Tensor flat = FlatPlaces(Stretched(mask, sizes));
        return IndexedPlaces.Get(Views.Reshape(Views.Expand(x, sizes), [-1]), [0], [flat]);
    }

    /// <summary>Puts the first values of the source, in order, where the mask is true; in place.</summary>
    public static Tensor ScatterInPlace(Tensor x, Tensor mask, Tensor source)
    {
        CheckMask(mask, "masked_scatter_");
        if (source.dtype != x.dtype)
        {
            throw new ArgumentException(
                $"masked_scatter: expected self and source to have same dtypes but got {ElementType.Name(x.dtype)} and "
                + ElementType.Name(source.dtype));
        }
        Tensor[] places = NonzeroByAxis(Stretched(mask, x.Sizes));
        long count = places[0].Elements;
        if (source.Elements < count)
        {
            throw new ArgumentException(
                $"masked_scatter: expected the source to have at least as many elements as the mask has ones: {count}, got "
                + $"{source.Elements}");
        }
        Tensor values = Views.Slice(Views.Reshape(source, [-1]), 0, 0, count, 1);
        if (x.Sizes.Length == 0)
        {
            return count == 0 ? x : x.copy_(Views.Select(values, 0, 0));
        }
        int[] axes = new int[x.Sizes.Length];
        for (int d = 0; d < axes.Length; d++)
        {
            axes[d] = d;
        }
        return IndexedPlaces.Put(x, axes, places, values, accumulate: false);
    }

    /// <summary>Places, counted row by row, of all elements that are not zero.</summary>
    public static Tensor FlatPlaces(Tensor x)
    {
        using IDisposable off = GradMode.Set(false);
        Tensor bits = Copies.AsContiguous(Copies.To(x, ScalarType.Bool));
        byte* at = bits.Pointer;
        long count = 0;
        for (long i = 0; i < bits.Elements; i++)
        {
            count += at[i];
        }
        Tensor places = Tensor.Empty([count], ScalarType.Int64);
        long* to = places.Data<long>();
        for (long i = 0, found = 0; found < count; i++)
        {
            if (at[i] != 0)
            {
                to[found++] = i;
            }
        }
        return places;
    }

    private static Tensor Stretched(Tensor mask, long[] sizes)
    {
        using IDisposable off = GradMode.Set(false);
        return Views.Expand(mask, sizes);
    }

    private static void Positions(Tensor flat, long[] sizes, long* y, long elementStep, long axisStep)
    {
        long* at = flat.Data<long>();
        for (long i = 0; i < flat.Elements; i++)
        {
            long rest = at[i];
            for (int d = sizes.Length - 1; d >= 0; d--)
            {
                (rest, long place) = Math.DivRem(rest, sizes[d]);
                y[i * elementStep + d * axisStep] = place;
            }
        }
    }

    private static void CheckMask(Tensor mask, string name)
    {
        if (mask.dtype is not (ScalarType.Bool or ScalarType.Byte))
        {
            throw new ArgumentException($"{name}: expected BoolTensor for mask, got {ElementType.Name(mask.dtype)}");
        }
    }
}
