using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>One index for every element: read along an axis, written, added.</summary>
internal static unsafe class Gathering
{
    private enum Way
    {
        Read,
        Write,
        Add,
    }

    /// <summary>y[i][j] = x[i][index[i][j]], along axis <paramref name="dim"/>.</summary>
    public static Tensor Gather(Tensor x, long dim, Tensor index)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor places = Checked(x, axis, index, "gather");
        Tensor y = Tensor.Empty(places.Sizes, x.dtype);
        ByType.Bits(x.dtype, new MoveWork(x, places, y, axis, Way.Read));
        return Tape.Record(
            y, "GatherBackward0", [x], [places], (dy, node) => [GatherBackward(dy, node.SizesOf(0), axis, node[0])]);
    }

    /// <summary>Zeros with dy added at the indices; recorded.</summary>
    public static Tensor GatherBackward(Tensor dy, long[] sizes, int axis, Tensor index)
    {
        Tensor whole = Creation.Full(sizes, 0, dy.dtype);
        AddInto(whole, axis, index, dy);
        return Tape.Record(whole, "ScatterAddBackward0", [dy], [index], (ddy, node) => [Gather(ddy, axis, node[0])]);
    }

    /// <summary>x[i][index[i][j]] = src[i][j] in place; of indices that occur twice the last wins. A number as src counts for
    /// all.</summary>
    public static Tensor ScatterInPlace(Tensor x, long dim, Tensor index, Tensor src)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tape.CheckInPlace(x);
        Tensor places = Checked(x, axis, index, "scatter");
        Tensor values = Fitting(x, axis, places, src, "scatter");
        ByType.Bits(x.dtype, new MoveWork(x, places, Apart(values, x), axis, Way.Write));
        return Tape.RecordInPlace(x, "ScatterBackward0", [x, values], [places], (dy, node) =>
        [
            node.Needs(0)
                ? ScatterInPlace(Copies.Clone(dy), axis, node[0], Creation.Full([], 0, dy.dtype))
                : Creation.Full(dy.Sizes, 0, dy.dtype),
            node.Needs(1) ? Gather(dy, axis, node[0]) : null,
        ]);
    }

    /// <summary>x[i][index[i][j]] += src[i][j] in place.</summary>
    public static Tensor ScatterAddInPlace(Tensor x, long dim, Tensor index, Tensor src)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tape.CheckInPlace(x);
        Tensor places = Checked(x, axis, index, "scatter_add");
        Tensor values = Fitting(x, axis, places, src, "scatter_add");
        AddInto(x, axis, places, Apart(values, x));
        return Tape.RecordInPlace(x, "ScatterAddBackward0", [x, values], [places], (dy, node) =>
            [dy, node.Needs(1) ? Gather(dy, axis, node[0]) : null]);
    }

    /// <summary>The elements at places counted row by row, in the shape of the index.</summary>
    public static Tensor Take(Tensor x, Tensor index)
    {
        if (index.dtype != ScalarType.Int64)
        {
            throw new ArgumentException($"take(): Expected a long tensor for index, but got {ElementType.Name(index.dtype)}");
        }
        return IndexedPlaces.Get(Views.Reshape(x, [-1]), [0], [index]);
    }

    /// <summary>As <see cref="Gather"/>, after the two were stretched to each other in all other axes.</summary>
    public static Tensor TakeAlong(Tensor x, Tensor index, long dim)
    {
        if (x.Sizes.Length != index.Sizes.Length)
        {
            throw new ArgumentException(
                "torch.take_along_dim(): input and indices should have the same number of dimensions, "
                + $"but got {x.Sizes.Length} dimensions for input, and {index.Sizes.Length} dimensions for indices");
        }
        int axis = Shape.Axis(dim, x.Sizes.Length);
        long[] mine = [.. x.Sizes], theirs = [.. index.Sizes];
        mine[axis] = theirs[axis] = 1;
        long[] common = Shape.Broadcast(mine, theirs, "take_along_dim");
        long[] xSizes = [.. common], indexSizes = [.. common];
        (xSizes[axis], indexSizes[axis]) = (x.Sizes[axis], index.Sizes[axis]);
        Tensor wrapped = Copies.Contiguous(Views.Expand(Copies.To(index, ScalarType.Int64), indexSizes));
        long* at = wrapped.Data<long>();
        for (long i = 0; i < wrapped.Elements; i++)
        {
            at[i] += at[i] < 0 ? x.Sizes[axis] : 0;
        }
        return Gather(Views.Expand(x, xSizes), axis, wrapped);
    }

    private static void AddInto(Tensor x, int axis, Tensor index, Tensor values)
    {
        if (ElementType.IsComplex(x.dtype))
        {
            AddInto(ComplexParts.Real(x), axis, index, ComplexParts.Real(values));
            AddInto(ComplexParts.Imaginary(x), axis, index, ComplexParts.Imaginary(values));
            return;
        }
        if (x.dtype == ScalarType.Bool)
        {
            throw new ArgumentException("scatter_add is not offered for bool tensors.");
        }
        ByType.Numbers(x.dtype, new AddWork(x, index, values, axis));
    }

    // Another tensor if the two share memory.
    private static Tensor Apart(Tensor values, Tensor x) => values.Storage == x.Storage ? Copies.Contiguous(values) : values;

    private static Tensor Fitting(Tensor x, int axis, Tensor index, Tensor src, string name)
    {
        if (src.Sizes.Length == 0 && index.Sizes.Length > 0)
        {
            return Views.Expand(Copies.To(src, x.dtype), index.Sizes);
        }
        if (src.dtype != x.dtype)
        {
            throw new ArgumentException(
                $"{name}(): Expected self.dtype to be equal to src.dtype, got {ElementType.Name(x.dtype)} and "
                + $"{ElementType.Name(src.dtype)}");
        }
        if (src.Sizes.Length != index.Sizes.Length)
        {
            throw new ArgumentException(
                $"{name}(): Index tensor must have the same number of dimensions as src tensor, got {Shape.Text(index.Sizes)} "
                + "and "
                + Shape.Text(src.Sizes));
        }
        Tensor part = src;
        for (int d = 0; d < index.Sizes.Length; d++)
        {
            if (index.Sizes[d] > src.Sizes[d])
            {
                throw new ArgumentException(
                    $"{name}(): Expected index {Shape.Text(index.Sizes)} to be smaller than self {Shape.Text(x.Sizes)} apart "
                    + $"from dimension {axis} and to be smaller size than src {Shape.Text(src.Sizes)}");
            }
            part = index.Sizes[d] < src.Sizes[d] ? Views.Slice(part, d, 0, index.Sizes[d], 1) : part;
        }
        return part;
    }

    private static Tensor Checked(Tensor x, int axis, Tensor index, string name)
    {
        if (index.dtype is not (ScalarType.Int64 or ScalarType.Int32))
        {
            throw new ArgumentException($"{name}(): Expected dtype int64 for index, got {ElementType.Name(index.dtype)}");
        }
        if (Math.Max(index.Sizes.Length, 1) != Math.Max(x.Sizes.Length, 1))
        {
            throw new ArgumentException(
                $"{name}(): Index tensor must have the same number of dimensions as input tensor, got {Shape.Text(index.Sizes)} "
                + "and "
                + Shape.Text(x.Sizes));
        }
        for (int d = 0; d < Math.Min(x.Sizes.Length, index.Sizes.Length); d++)
        {
            if (d != axis && index.Sizes[d] > x.Sizes[d])
            {
                throw new ArgumentException(
                    $"{name}(): Size does not match at dimension {d} expected index {Shape.Text(index.Sizes)} to be smaller "
                    + $"than self {Shape.Text(x.Sizes)} apart from dimension {axis}");
            }
        }
        Tensor places = Copies.AsContiguous(Copies.To(index, ScalarType.Int64));
        long size = x.Sizes.Length == 0 ? 1 : x.Sizes[axis];
        long* at = places.Data<long>();
        for (long i = 0; i < places.Elements; i++)
        {
            if (at[i] < 0 || at[i] >= size)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(index),
                    $"index {at[i]} is out of bounds for dimension {axis} with size {size} ({name} of {Shape.Text(x.Sizes)})");
            }
        }
        return places;
    }

    // Strides of x along a walk through the index: none along the axis that the index replaces.
    private static long[] Walked(Tensor x, int axis, out long step)
    {
        step = x.Sizes.Length == 0 ? 0 : x.Strides[axis];
        long[] strides = [.. x.Strides];
        if (strides.Length > 0)
        {
            strides[axis] = 0;
        }
        return strides;
    }

    private readonly struct MoveWork(Tensor x, Tensor index, Tensor y, int axis, Way way) : IBitsWork
    {
        public void Run<T>() where T : unmanaged
        {
            if (index.Elements == 0)
            {
                return;
            }
            T* table = x.Data<T>(), values = y.Data<T>();
            long* places = index.Data<long>();
            long[] strides = Walked(x, axis, out long step);
            var walk = new RowWalk(index.Sizes, index.Strides, strides, y.Strides);
            do
            {
                T* row = table + walk.B, value = values + walk.C;
                long* place = places + walk.A;
                for (long i = 0; i < walk.Length; i++)
                {
                    T* at = row + i * walk.StepB + place[i * walk.StepA] * step;
                    if (way == Way.Read)
                    {
                        value[i * walk.StepC] = *at;
                    }
                    else
                    {
                        *at = value[i * walk.StepC];
                    }
                }
            }
            while (walk.Next());
        }
    }

    private readonly struct AddWork(Tensor x, Tensor index, Tensor values, int axis) : INumbersWork
    {
        public void Run<T>() where T : unmanaged, INumber<T>
        {
            if (index.Elements == 0)
            {
                return;
            }
            T* table = x.Data<T>(), source = values.Data<T>();
            long* places = index.Data<long>();
            long[] strides = Walked(x, axis, out long step);
            var walk = new RowWalk(index.Sizes, index.Strides, strides, values.Strides);
            do
            {
                for (long i = 0; i < walk.Length; i++)
                {
                    table[walk.B + i * walk.StepB + places[walk.A + i * walk.StepA] * step] += source[walk.C + i * walk.StepC];
                }
            }
            while (walk.Next());
        }
    }
}
