using System.Numerics;
using System.Runtime.CompilerServices;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Largest and smallest values over axes, where they stand, and medians.</summary>
internal static unsafe class Extrema
{
    /// <summary>The largest values over some axes; all if none is named. Equal ones share the gradient.</summary>
    public static Tensor Maximum(Tensor x, ReadOnlySpan<long> dims, bool keepdim) =>
        Over<LargestFold>(x, dims, keepdim, "AmaxBackward0");

    /// <summary>The smallest values over some axes; all if none is named. Equal ones share the gradient.</summary>
    public static Tensor Minimum(Tensor x, ReadOnlySpan<long> dims, bool keepdim) =>
        Over<SmallestFold>(x, dims, keepdim, "AminBackward0");

    /// <summary>The largest value of each line along an axis, and the first place where it stands, which gets the
    /// gradient.</summary>
    public static (Tensor Values, Tensor Indexes) MaximumAlong(Tensor x, long dim, bool keepdim) =>
        Along<Largest>(x, dim, keepdim, "max");

    /// <summary>The smallest value of each line along an axis, and the first place where it stands, which gets the
    /// gradient.</summary>
    public static (Tensor Values, Tensor Indexes) MinimumAlong(Tensor x, long dim, bool keepdim) =>
        Along<Smallest>(x, dim, keepdim, "min");

    /// <summary>Where the largest value of all stands, counted row by row.</summary>
    public static Tensor IndexOfMaximum(Tensor x) => View0(Indexes<Largest>(Flat(x), 0, "argmax"));

    /// <summary>Where the smallest value of all stands, counted row by row.</summary>
    public static Tensor IndexOfMinimum(Tensor x) => View0(Indexes<Smallest>(Flat(x), 0, "argmin"));

    /// <summary>Where the largest value of each line along an axis stands.</summary>
    public static Tensor IndexOfMaximum(Tensor x, long dim, bool keepdim) =>
        Drop(Indexes<Largest>(x, Shape.Axis(dim, x.Sizes.Length), "argmax"), Shape.Axis(dim, x.Sizes.Length), keepdim);

    /// <summary>Where the smallest value of each line along an axis stands.</summary>
    public static Tensor IndexOfMinimum(Tensor x, long dim, bool keepdim) =>
        Drop(Indexes<Smallest>(x, Shape.Axis(dim, x.Sizes.Length), "argmin"), Shape.Axis(dim, x.Sizes.Length), keepdim);

    /// <summary>The lower median of all elements; NaN if there is one.</summary>
    public static Tensor Median(Tensor x)
    {
        Tensor flat = Copies.AsContiguous(Views.Reshape(x, [-1]));
        if (x.Elements == 0)
        {
            return Creation.Full([], double.NaN, x.dtype);
        }
        Tensor value = Tensor.Empty([1], x.dtype), index = Tensor.Empty([1], ScalarType.Int64);
        int n = checked((int)x.Elements);
        switch (x.dtype)
        {
            case ScalarType.Float32: Ordering.Median(flat.Data<float>(), value.Data<float>(), index.Data<long>(), 1, n); break;
            case ScalarType.Float64: Ordering.Median(flat.Data<double>(), value.Data<double>(), index.Data<long>(), 1, n); break;
            case ScalarType.Int64: Ordering.Median(flat.Data<long>(), value.Data<long>(), index.Data<long>(), 1, n); break;
            case ScalarType.Int32: Ordering.Median(flat.Data<int>(), value.Data<int>(), index.Data<long>(), 1, n); break;
            case ScalarType.Byte: Ordering.Median(flat.Data<byte>(), value.Data<byte>(), index.Data<long>(), 1, n); break;
            default: throw new ArgumentException($"\"median_out_impl\" not implemented for '{ElementType.Name(x.dtype)}'");
        }
        Tape.Record(
            value, "MedianBackward0", [flat], [index], static (dy, node) => [AxisPick.Scatter(dy, node[0], 0, node.SizesOf(0))]);
        return Views.View(value, []);
    }

    private static Tensor Over<TFold>(Tensor x, ReadOnlySpan<long> dims, bool keepdim, string name) where TFold : struct, IFold
    {
        bool[] reduced = Reductions.Axes(x, dims);
        if (Reductions.Count(x, reduced) == 0)
        {
            string expected = dims.IsEmpty
                ? "Expected reduction dim to be specified for input.numel() == 0"
                : $"Expected reduction dim {Shape.Axis(dims[0], x.Sizes.Length)} to have non-zero size";
            throw new ArgumentException($"{name[..4].ToLowerInvariant()}(): {expected}; the shape is {Shape.Text(x.Sizes)}");
        }
        Tensor y = Folds.Over<TFold>(x, reduced);
        Tensor result = keepdim ? y : Reductions.WithoutAxes(y, reduced);
        long[] kept = y.Sizes;
        // dx = dy/count where x is the extreme value, count the number of places where it is
        return !Tape.Needs(x) ? result : Tape.Record(result, name, [x], [x, result], (dy, node) =>
        {
            Tensor isExtreme =
                Copies.To(Comparisons.Compare<Equal>(node[0], Reductions.WithAxes(node[1].detach(), kept)), dy.dtype);
            Tensor count = Folds.Over<SumFold>(isExtreme, reduced);
            return [Reductions.WithAxes(dy, kept) * (isExtreme / count)];
        });
    }

    private static (Tensor Values, Tensor Indexes) Along<TExtremum>(Tensor x, long dim, bool keepdim, string name)
        where TExtremum : struct, IExtremum
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor indexes = Indexes<TExtremum>(x, axis, name);
        Tensor values = x.Sizes.Length == 0 ? Copies.Contiguous(x)
            : typeof(TExtremum) == typeof(Largest) ? Folds.Over<LargestFold>(x, Only(x, axis))
            : Folds.Over<SmallestFold>(x, Only(x, axis));
        Tensor result = Drop(values, axis, keepdim);
        long[] kept = values.Sizes;
        Tape.Record(result, name == "max" ? "MaxBackward0" : "MinBackward0", [x], [indexes], (dy, node) =>
            [AxisPick.Scatter(Reductions.WithAxes(dy, kept), node[0], axis, node.SizesOf(0))]);
        return (result, Drop(indexes, axis, keepdim));
    }

    private static bool[] Only(Tensor x, int axis)
    {
        var reduced = new bool[x.Sizes.Length];
        reduced[axis] = true;
        return reduced;
    }

    private static Tensor Flat(Tensor x) =>
        (x.IsContiguous ? x : Copies.Contiguous(x)).Alias([x.Elements], [1], x.IsContiguous ? x.Offset : 0);

    private static Tensor View0(Tensor x) => x.Alias([], [], x.Offset);

    private static Tensor Drop(Tensor y, int axis, bool keepdim)
    {
        if (keepdim || y.Sizes.Length == 0)
        {
            return y;
        }
        long[] sizes = [.. y.Sizes[..axis], .. y.Sizes[(axis + 1)..]];
        return y.Alias(sizes, Shape.ContiguousStrides(sizes), y.Offset);
    }

    private static Tensor Indexes<TExtremum>(Tensor x, int axis, string name) where TExtremum : struct, IExtremum
    {
        if (x.Sizes.Length > 0 && x.Sizes[axis] == 0)
        {
            throw new ArgumentException(
                $"{name}(): Expected reduction dim {axis} to have non-zero size; the shape is {Shape.Text(x.Sizes)}");
        }
        Tensor source = x.IsContiguous ? x : Copies.Contiguous(x);
        (long outer, long length, long inner) = AxisPick.Lines(x.Sizes, axis);
        long[] sizes = x.Sizes.Length == 0 ? [] : Reductions.KeptSizes(x.Sizes, Only(x, axis));
        Tensor y = Tensor.Empty(sizes, ScalarType.Int64);
        long* to = y.Data<long>();
        switch (x.dtype)
        {
            case ScalarType.Float32: Indexes<TExtremum, float>(source.Data<float>(), to, outer, length, inner); break;
            case ScalarType.Float64: Indexes<TExtremum, double>(source.Data<double>(), to, outer, length, inner); break;
            case ScalarType.Int64: Indexes<TExtremum, long>(source.Data<long>(), to, outer, length, inner); break;
            case ScalarType.Int32: Indexes<TExtremum, int>(source.Data<int>(), to, outer, length, inner); break;
            case ScalarType.Byte or ScalarType.Bool:
                Indexes<TExtremum, byte>(source.Data<byte>(), to, outer, length, inner);
                break;
            default: throw Pointwise.NotForComplex(name);
        }
        return y;
    }

    private static void Indexes<TExtremum, T>(T* x, long* y, long outer, long length, long inner)
        where TExtremum : struct, IExtremum
        where T : unmanaged, INumber<T>
    {
        if (inner == 1)
        {
            RowWork.For(outer, length, new RowIndex<TExtremum, T>(x, y, length));
        }
        else
        {
            RowWork.For(outer, length * inner, new ColumnIndexes<TExtremum, T>(x, y, length, inner));
        }
    }

    private readonly struct RowIndex<TExtremum, T>(T* x, long* y, long length) : IRowWork
        where TExtremum : struct, IExtremum
        where T : unmanaged, INumber<T>
    {
        public void Run(long row) => y[row] = Extremum.Index<TExtremum, T>(x + row * length, length);
    }

    private readonly struct ColumnIndexes<TExtremum, T>(T* x, long* y, long length, long inner) : IRowWork
        where TExtremum : struct, IExtremum
        where T : unmanaged, INumber<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run(long o)
        {
            T* from = x + o * length * inner;
            long* best = y + o * inner;
            new Span<long>(best, checked((int)inner)).Clear();
            for (long j = 1; j < length; j++)
            {
                for (long i = 0; i < inner; i++)
                {
                    T held = from[best[i] * inner + i], next = from[j * inner + i];
                    // Later ones only if they are better; NaN is the best there is.
                    if (!T.IsNaN(held) && TExtremum.Of(held, next) != held)
                    {
                        best[i] = j;
                    }
                }
            }
        }
    }
}
