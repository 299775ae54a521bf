using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>The largest or smallest of all elements up to each one along an axis, and where it is; of equal ones the
/// last.</summary>
internal static class CumulativeExtremes
{
    /// <summary>The running maximum.</summary>
    public static (Tensor Values, Tensor Indices) Max(Tensor x, long dim) => Run(x, dim, largest: true, "CummaxBackward0");

    /// <summary>The running minimum.</summary>
    public static (Tensor Values, Tensor Indices) Min(Tensor x, long dim) => Run(x, dim, largest: false, "CumminBackward0");

    private static (Tensor Values, Tensor Indices) Run(Tensor x, long dim, bool largest, string name)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        Tensor values = Tensor.Empty(x.Sizes, x.dtype), indices = Tensor.Empty(x.Sizes, ScalarType.Int64);
        if (x.Elements > 0)
        {
            ByType.Numbers(x.dtype, new RunWork(x, values, indices, axis, largest));
        }
        Tape.Record(values, name, [x], [indices], (dy, node) => [Gathering.GatherBackward(dy, node.SizesOf(0), axis, node[0])]);
        return (values, indices);
    }

    private readonly unsafe struct RunWork(Tensor x, Tensor values, Tensor indices, int axis, bool largest) : INumbersWork
    {
        public void Run<T>() where T : unmanaged, INumber<T>
        {
            T* from = x.Data<T>(), to = values.Data<T>();
            long* places = indices.Data<long>();
            long length = x.Sizes.Length == 0 ? 1 : x.Sizes[axis];
            long stepX = x.Sizes.Length == 0 ? 0 : x.Strides[axis], stepY = x.Sizes.Length == 0 ? 0 : values.Strides[axis];
            // A walk through all other axes: the rows of this shape have one element.
            long[] sizes = [.. x.Sizes, 1];
            if (x.Sizes.Length > 0)
            {
                sizes[axis] = 1;
            }
            var walk = new RowWalk(sizes, [.. x.Strides, 0], [.. values.Strides, 0]);
            do
            {
                T best = from[walk.A];
                long place = 0;
                for (long i = 0; i < length; i++)
                {
                    T value = from[walk.A + i * stepX];
                    if (T.IsNaN(value) || (largest ? value >= best : value <= best))
                    {
                        (best, place) = (value, i);
                    }
                    to[walk.B + i * stepY] = best;
                    places[walk.B + i * stepY] = place;
                }
            }
            while (walk.Next());
        }
    }
}
