using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Views that may overlap or step through two axes at once: diagonals, sliding windows, given strides.</summary>
internal static partial class Views
{
    /// <summary>The diagonal of two axes, as a last axis.</summary>
    public static Tensor Diagonal(Tensor x, long offset, long dim1, long dim2)
    {
        Tensor y = DiagonalOf(x, offset, dim1, dim2, out int a, out int b);
        return Tape.Record(y, "DiagonalBackward0", [x], [], (dy, node) => [DiagonalBackward(dy, node.SizesOf(0), offset, a, b)]);
    }

    /// <summary>Windows of some positions of an axis, one every <paramref name="step"/>; their content is the last
    /// axis.</summary>
    public static Tensor Unfold(Tensor x, long dim, long size, long step)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        long length = x.Sizes.Length == 0 ? 1 : x.Sizes[axis];
        if (size < 0 || size > length)
        {
            throw new ArgumentException($"maximum size for tensor at dimension {axis} is {length} but size is {size}");
        }
        if (step <= 0)
        {
            throw new ArgumentException($"step is {step} but must be > 0");
        }
        if (x.Sizes.Length == 0)
        {
            return Slice(Unsqueeze(x, 0), 0, 0, size, 1);
        }
        long[] sizes = [.. x.Sizes, size], strides = [.. x.Strides, x.Strides[axis]];
        sizes[axis] = (length - size) / step + 1;
        strides[axis] *= step;
        Tensor y = AsStrided(x, sizes, strides, x.Offset);
        return Tape.Record(y, "UnfoldBackward0", [x], [], (dy, node) => [FoldWindows(dy, node.SizesOf(0), axis, size, step)]);
    }

    /// <summary>A view with given sizes, strides and offset into the memory.</summary>
    public static Tensor Strided(Tensor x, long[] sizes, long[] strides, long offset)
    {
        if (sizes.Length != strides.Length)
        {
            throw new ArgumentException(
                $"mismatch in length of strides and shape: sizes {Shape.Text(sizes)}, strides {Shape.Text(strides)}");
        }
        long last = offset;
        for (int d = 0; d < sizes.Length; d++)
        {
            if (sizes[d] < 0 || strides[d] < 0)
            {
                throw new ArgumentException(
                    $"as_strided: Negative sizes and strides are not supported, got sizes {Shape.Text(sizes)}, "
                    + $"strides {Shape.Text(strides)}");
            }
            last = checked(last + Math.Max(sizes[d] - 1, 0) * strides[d]);
        }
        long capacity = (x.Base ?? x) is { IsContiguous: true } root
            ? root.Offset + root.Elements
            : x.Storage.Bytes / ElementType.Bytes(x.dtype);
        if (offset < 0 || last >= capacity && Shape.Elements(sizes) > 0)
        {
            throw new ArgumentException(
                $"setStorage: sizes {Shape.Text(sizes)}, strides {Shape.Text(strides)}, storage offset {offset} "
                + $"require {last + 1} elements which are out of bounds for storage of {capacity}");
        }
        Tensor y = AsStrided(x, [.. sizes], [.. strides], offset);
        long[] inputSizes = x.Sizes, inputStrides = x.Strides;
        long distance = offset - x.Offset;
        return Tape.Record(y, "AsStridedBackward0", [x], [], (dy, _) =>
            [StridedBackward(dy, inputSizes, inputStrides, sizes, strides, distance)]);
    }

    // Zeros laid out as the input was, with dy added where it was seen; recorded.
    private static Tensor StridedBackward(
        Tensor dy, long[] inputSizes, long[] inputStrides, long[] sizes, long[] strides, long distance)
    {
        Tensor whole = Creation.ZerosWithStrides(inputSizes, inputStrides, dy.dtype);
        AddOverlapping(whole.Alias(sizes, strides, whole.Offset + distance), dy);
        return Tape.Record(whole, "AsStridedBackwardBackward0", [dy], [], (ddy, _) =>
        {
            Tensor source = Copies.InLayout(ddy, inputStrides);
            return [Strided(source, sizes, strides, source.Offset + distance)];
        });
    }

    private static Tensor DiagonalOf(Tensor x, long offset, long dim1, long dim2, out int a, out int b)
    {
        (a, b) = (Shape.Axis(dim1, x.Sizes.Length), Shape.Axis(dim2, x.Sizes.Length));
        if (x.Sizes.Length < 2 || a == b)
        {
            throw new ArgumentException($"diagonal dimensions cannot be identical {dim1}, {dim2}");
        }
        long length = offset >= 0 ? Math.Min(x.Sizes[a], x.Sizes[b] - offset) : Math.Min(x.Sizes[a] + offset, x.Sizes[b]);
        length = Math.Max(0, length);
        long start = length == 0 ? 0 : offset >= 0 ? offset * x.Strides[b] : -offset * x.Strides[a];
        int low = Math.Min(a, b), high = Math.Max(a, b);
        return AsStrided(
            x,
            [.. Without(Without(x.Sizes, high), low), length],
            [.. Without(Without(x.Strides, high), low), x.Strides[a] + x.Strides[b]],
            x.Offset + start);
    }

    /// <summary>Zeros but for the diagonal, which is dy; recorded.</summary>
    public static Tensor DiagonalBackward(Tensor dy, long[] sizes, long offset, int a, int b)
    {
        Tensor whole = Creation.Full(sizes, 0, dy.dtype);
        Copies.Into(DiagonalOf(whole, offset, a, b, out _, out _), dy);
        return Tape.Record(whole, "DiagonalBackwardBackward0", [dy], [], (ddy, _) => [Diagonal(ddy, offset, a, b)]);
    }

    /// <summary>The sum of windows where they overlap: what <see cref="Unfold"/> takes apart. Recorded.</summary>
    public static Tensor FoldWindows(Tensor dy, long[] sizes, int axis, long size, long step)
    {
        // One position of all windows after the other: those never overlap.
        Tensor whole = Creation.Full(sizes, 0, dy.dtype);
        int last = dy.Sizes.Length - 1;
        for (long k = 0; k < size; k++)
        {
            long[] strides = [.. whole.Strides];
            strides[axis] *= step;
            Tensor target = whole.Alias(Without(dy.Sizes, last), strides, whole.Offset + k * whole.Strides[axis]);
            Tensor part = dy.Alias(Without(dy.Sizes, last), Without(dy.Strides, last), dy.Offset + k * dy.Strides[last]);
            Arithmetic.AddInto(target, part);
        }
        return Tape.Record(whole, "UnfoldBackwardBackward0", [dy], [], (ddy, _) => [Unfold(ddy, axis, size, step)]);
    }

    // y += x where elements of y may share memory: one after the other.
    private static void AddOverlapping(Tensor y, Tensor x)
    {
        if (ElementType.IsComplex(y.dtype))
        {
            AddOverlapping(ComplexParts.Pairs(y), ComplexParts.Pairs(x));
        }
        else if (y.Elements > 0)
        {
            ByType.Numbers(y.dtype, new AddOverlappingWork(y, x));
        }
    }

    private readonly unsafe struct AddOverlappingWork(Tensor y, Tensor x) : INumbersWork
    {
        public void Run<T>() where T : unmanaged, INumber<T>
        {
            T* target = y.Data<T>(), source = x.Data<T>();
            var walk = new RowWalk(y.Sizes, y.Strides, x.Strides);
            do
            {
                for (long i = 0; i < walk.Length; i++)
                {
                    target[walk.A + i * walk.StepA] += source[walk.B + i * walk.StepB];
                }
            }
            while (walk.Next());
        }
    }
}
