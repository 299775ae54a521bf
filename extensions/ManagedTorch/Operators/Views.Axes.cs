using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Views that rename, join, cut and move axes; made of the recorded ones.</summary>
internal static partial class Views
{
    /// <summary>The tensor itself as a new one, recorded.</summary>
    public static Tensor Itself(Tensor x) =>
        Tape.Record(AsStrided(x, x.Sizes, x.Strides, x.Offset), "AliasBackward0", [x], [], static (dy, _) => [dy]);

    /// <summary>Axes at <paramref name="source"/> moved to <paramref name="destination"/>; the others keep their order.</summary>
    public static Tensor MoveAxes(Tensor x, ReadOnlySpan<long> source, ReadOnlySpan<long> destination)
    {
        if (source.Length != destination.Length)
        {
            throw new ArgumentException(
                $"movedim: Invalid source or destination dims: source ({Shape.Text(source)} dims) should contain the same "
                + $"number of dims as destination ({Shape.Text(destination)} dims)");
        }
        int dims = x.Sizes.Length;
        var order = new long[dims];
        var taken = new bool[dims];
        Array.Fill(order, -1);
        for (int i = 0; i < source.Length; i++)
        {
            int from = Shape.Axis(source[i], dims), to = Shape.Axis(destination[i], dims);
            if (order[to] >= 0 || taken[from])
            {
                throw new ArgumentException(
                    $"movedim: repeated dim in source ({Shape.Text(source)}) or destination ({Shape.Text(destination)})");
            }
            order[to] = from;
            taken[from] = true;
        }
        int next = 0;
        for (int to = 0; to < dims; to++)
        {
            if (order[to] < 0)
            {
                while (taken[next])
                {
                    next++;
                }
                order[to] = next++;
            }
        }
        return Permute(x, order);
    }

    /// <summary>Axes from start to end joined to one.</summary>
    public static Tensor Flatten(Tensor x, long start, long end)
    {
        int first = Shape.Axis(start, x.Sizes.Length), last = Shape.Axis(end, x.Sizes.Length);
        if (first > last)
        {
            throw new ArgumentException("flatten() has invalid args: start_dim cannot come after end_dim");
        }
        if (x.Sizes.Length == 0)
        {
            return Reshape(x, [1]);
        }
        if (first == last)
        {
            return x;
        }
        var sizes = new long[x.Sizes.Length - (last - first)];
        Array.Copy(x.Sizes, sizes, first);
        sizes[first] = Shape.Elements(x.Sizes.AsSpan(first, last - first + 1));
        Array.Copy(x.Sizes, last + 1, sizes, first + 1, sizes.Length - first - 1);
        return Reshape(x, sizes);
    }

    /// <summary>One axis cut into several.</summary>
    public static Tensor Unflatten(Tensor x, long dim, ReadOnlySpan<long> sizes)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        if (sizes.Length == 0)
        {
            throw new ArgumentException("unflatten: sizes must be non-empty");
        }
        long[] parts = Shape.Infer(sizes, x.Sizes[axis]);
        return View(x, [.. x.Sizes.AsSpan(0, axis), .. parts, .. x.Sizes.AsSpan(axis + 1)]);
    }

    /// <summary>Without all axes of size 1.</summary>
    public static Tensor SqueezeAll(Tensor x)
    {
        Tensor y = x;
        for (int d = x.Sizes.Length - 1; d >= 0; d--)
        {
            y = x.Sizes[d] == 1 ? Squeeze(y, d) : y;
        }
        return ReferenceEquals(y, x) ? Itself(x) : y;
    }

    /// <summary>Without that axis if it has size 1, else the tensor.</summary>
    public static Tensor SqueezeOne(Tensor x, long dim)
    {
        int axis = Shape.Axis(dim, x.Sizes.Length);
        return x.Sizes.Length > 0 && x.Sizes[axis] == 1 ? Squeeze(x, axis) : Itself(x);
    }

    /// <summary>A new axis; -1 stands for behind the last one.</summary>
    public static Tensor NewAxis(Tensor x, long dim) => Unsqueeze(x, Shape.Axis(dim, x.Sizes.Length + 1));

    /// <summary>Positions start … start + length - 1 of an axis.</summary>
    public static Tensor Narrow(Tensor x, long dim, long start, long length)
    {
        if (x.Sizes.Length == 0)
        {
            throw new ArgumentException("narrow() cannot be applied to a 0-dim tensor.");
        }
        int axis = Shape.Axis(dim, x.Sizes.Length);
        long size = x.Sizes[axis];
        if (length < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(length), "narrow(): length must be non-negative.");
        }
        if (start < -size || start > size)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start),
                $"start out of range (expected to be in range of [{-size}, {size}], but got {start})");
        }
        long first = start < 0 ? start + size : start;
        if (first > size - length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(start),
                $"start ({first}) + length ({length}) exceeds dimension size ({size}).");
        }
        return Slice(x, axis, first, length, 1);
    }

    /// <summary>Positions start, start + step … before end; both are cut to the axis, and count from its end if
    /// negative.</summary>
    public static Tensor Range(Tensor x, long dim, long start, long end, long step)
    {
        if (x.Sizes.Length == 0)
        {
            throw new ArgumentException("slice() cannot be applied to a 0-dim tensor.");
        }
        if (step <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(step), "slice step must be positive");
        }
        int axis = Shape.Axis(dim, x.Sizes.Length);
        long size = x.Sizes[axis];
        long first = Math.Clamp(start < 0 ? start + size : start, 0, size);
        long last = Math.Clamp(end < 0 ? end + size : end, first, size);
        return Slice(x, axis, first, (last - first + step - 1) / step, step);
    }

    /// <summary>Axes reversed.</summary>
    public static Tensor Reversed(Tensor x)
    {
        var order = new long[x.Sizes.Length];
        for (int d = 0; d < order.Length; d++)
        {
            order[d] = order.Length - 1 - d;
        }
        return Permute(x, order);
    }

    /// <summary>A matrix transposed; a vector or number itself.</summary>
    public static Tensor MatrixTranspose(Tensor x) => x.Sizes.Length switch
    {
        > 2 => throw new ArgumentException($"t() expects a tensor with <= 2 dimensions, but self is {x.Sizes.Length}D"),
        2 => Transpose(x, 0, 1),
        _ => Itself(x),
    };

    /// <summary>The last two axes exchanged.</summary>
    public static Tensor LastTransposed(Tensor x) => x.Sizes.Length < 2
        ? throw new ArgumentException(
            $"tensor.mT is only supported on matrices or batches of matrices. Got {x.Sizes.Length}-D tensor.")
        : Transpose(x, -2, -1);
}
