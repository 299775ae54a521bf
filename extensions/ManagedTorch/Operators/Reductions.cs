using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Sums and means over axes, and what all reductions share.</summary>
internal static class Reductions
{
    /// <summary>The sum over some axes; all if none is named. Whole numbers and bool give int64.</summary>
    public static Tensor Sum(Tensor x, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type = null) =>
        Sum(x, dims, keepdim, type, isMean: false);

    /// <summary>The mean over some axes; all if none is named.</summary>
    /// <exception cref="ArgumentException">Whole numbers, without a floating type asked for.</exception>
    public static Tensor Mean(Tensor x, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type = null) =>
        ElementType.IsDifferentiable(type ?? x.dtype)
            ? Sum(x, dims, keepdim, type, isMean: true)
            : throw new ArgumentException(
                "mean(): could not infer output dtype. Input dtype must be either a floating point or complex dtype. "
                + $"Got: {ElementType.Name(type ?? x.dtype)}");

    /// <summary>Sums dy over the axes along which a tensor of these sizes was stretched.</summary>
    public static Tensor SumTo(Tensor dy, long[] sizes)
    {
        if (ReferenceEquals(dy.Sizes, sizes) || dy.Sizes.AsSpan().SequenceEqual(sizes))
        {
            return dy;
        }
        int extra = dy.Sizes.Length - sizes.Length;
        var dims = new List<long>();
        for (int d = 0; d < dy.Sizes.Length; d++)
        {
            if (d < extra || (sizes[d - extra] == 1 && dy.Sizes[d] != 1))
            {
                dims.Add(d);
            }
        }
        return Views.View(Sum(dy, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(dims), keepdim: true), sizes);
    }

    /// <summary>Which axes are meant; all if none is named.</summary>
    public static bool[] Axes(Tensor x, ReadOnlySpan<long> dims)
    {
        var reduced = new bool[x.Sizes.Length];
        if (dims.Length == 0)
        {
            Array.Fill(reduced, true);
        }
        foreach (long dim in dims)
        {
            int axis = Shape.Axis(dim, x.Sizes.Length);
            if (reduced.Length == 0 && dims.Length > 1)
            {
                throw new ArgumentException("dim 0 appears multiple times in the list of dims");
            }
            if (reduced.Length > 0)
            {
                reduced[axis] = !reduced[axis] ? true
                    : throw new ArgumentException($"dim {axis} appears multiple times in the list of dims");
            }
        }
        return reduced;
    }

    /// <summary>One axis, or all for null, as a list.</summary>
    public static long[] Named(long? dim) => dim is { } axis ? [axis] : [];

    /// <summary>Sizes with 1 in place of each reduced axis.</summary>
    public static long[] KeptSizes(long[] sizes, bool[] reduced)
    {
        var kept = new long[sizes.Length];
        for (int d = 0; d < sizes.Length; d++)
        {
            kept[d] = reduced[d] ? 1 : sizes[d];
        }
        return kept;
    }

    /// <summary>Elements that become one, where these axes are reduced.</summary>
    public static long Count(Tensor x, bool[] reduced)
    {
        long count = 1;
        for (int d = 0; d < reduced.Length; d++)
        {
            count *= reduced[d] ? x.Sizes[d] : 1;
        }
        return count;
    }

    /// <summary>Gives dy, in which reduced axes may be missing, the sizes that it has with them; recorded.</summary>
    public static Tensor WithAxes(Tensor dy, long[] kept) => dy.Sizes.Length == kept.Length ? dy : Views.View(dy, kept);

    private static Tensor Sum(Tensor x, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type, bool isMean)
    {
        ScalarType wanted = type ?? (ElementType.IsDifferentiable(x.dtype) ? x.dtype : ScalarType.Int64);
        Tensor source = Copies.To(x, wanted);
        bool[] reduced = Axes(source, dims);
        Tensor y;
        if (ElementType.IsComplex(wanted))
        {
            y = Tensor.Empty(KeptSizes(source.Sizes, reduced), wanted);
            Copies.Into(ComplexParts.Real(y), Folds.Over<SumFold>(ComplexParts.Real(source), reduced));
            Copies.Into(ComplexParts.Imaginary(y), Folds.Over<SumFold>(ComplexParts.Imaginary(source), reduced));
        }
        else
        {
            y = Folds.Over<SumFold>(source, reduced);
        }
        double scale = isMean ? 1.0 / Count(source, reduced) : 1;
        if (isMean)
        {
            Scale(ElementType.IsComplex(wanted) ? ComplexParts.Pairs(y) : y, 1 / scale);
        }
        long[] kept = y.Sizes;
        Tensor result = keepdim ? y : WithoutAxes(y, reduced);
        if (!Tape.Needs(source))
        {
            return result;
        }
        // dΣ/dx = 1 everywhere; of the mean 1/n
        return isMean
            ? Tape.Record(result, "MeanBackward1", [source], [], (dy, node) =>
                [Views.Expand(WithAxes(Arithmetic.Multiply(dy, scale), kept), node.SizesOf(0))])
            : Tape.Record(
                result, "SumBackward1", [source], [], (dy, node) => [Views.Expand(WithAxes(dy, kept), node.SizesOf(0))]);
    }

    private static void Scale(Tensor y, double divisor) =>
        Arithmetic.NumericInto<Loops.Over>(y, y, Creation.Full([], divisor, y.dtype));

    /// <summary>Without the reduced axes, which have size 1; not recorded.</summary>
    public static Tensor WithoutAxes(Tensor y, bool[] reduced)
    {
        int kept = 0;
        foreach (bool isReduced in reduced)
        {
            kept += isReduced ? 0 : 1;
        }
        var sizes = new long[kept];
        for (int d = 0, at = 0; d < reduced.Length; d++)
        {
            if (!reduced[d])
            {
                sizes[at++] = y.Sizes[d];
            }
        }
        return y.Alias(sizes, Shape.ContiguousStrides(sizes), y.Offset);
    }
}
