using TorchSharp.Tensors;
using static TorchSharp.Operators.LinearAlgebra.MatrixBatch;
using static TorchSharp.torch;

namespace TorchSharp.Operators.LinearAlgebra;

/// <summary>Norms of matrices, and condition numbers.</summary>
internal static class MatrixNorms
{
    /// <summary>The norm of vectors or matrices by what is given: an order, and the axes, one or two; as in NumPy.</summary>
    public static Tensor Norm(Tensor x, double? order, long[]? dims, bool keepdim)
    {
        if (order is null)
        {
            return Norms.Norm(x, 2, dims ?? [], keepdim);
        }
        int axes = dims?.Length ?? x.Sizes.Length;
        return axes switch
        {
            1 => Norms.Norm(x, order.Value, dims ?? [0], keepdim),
            2 => Norm(x, order.Value, dims ?? [0, 1], keepdim, "linalg.norm"),
            _ => throw new ArgumentException(
                "linalg.norm: If dim is specified, it must be of length 1 or 2; if not and ord is, the input must be 1D or 2D. "
                + $"Got {axes} axes, shape {Shape.Text(x.Sizes)}"),
        };
    }

    /// <summary>A norm of matrices by number: ±1 sums of columns, ±∞ sums of rows, ±2 singular values; largest or
    /// smallest.</summary>
    public static Tensor Norm(Tensor x, double order, long[] dims, bool keepdim, string name)
    {
        (int rows, int columns) = Axes(x, dims, name);
        if (Math.Abs(order) is not (1 or 2 or double.PositiveInfinity))
        {
            throw new ArgumentException($"{name}: Order {order} not supported.");
        }
        if (Math.Abs(order) == 2)
        {
            return Restored(Extreme(SingularValues.Only(Last(x, rows, columns)), order > 0, [-1]), rows, columns, keepdim);
        }
        bool byColumn = Math.Abs(order) == 1;
        Tensor sums = Reductions.Sum(Elementary.Absolute(x), [byColumn ? rows : columns], keepdim: true);
        Tensor y = Extreme(sums, order > 0, [byColumn ? columns : rows], keep: true);
        return keepdim ? y : Dropped(y, rows, columns);
    }

    /// <summary>A norm of matrices by name: fro, the root of the sum of squares, or nuc, the sum of singular values.</summary>
    public static Tensor Norm(Tensor x, string order, long[] dims, bool keepdim, string name)
    {
        (int rows, int columns) = Axes(x, dims, name);
        return order switch
        {
            "fro" => Norms.Norm(x, 2, [rows, columns], keepdim),
            "nuc" => Restored(
                Reductions.Sum(SingularValues.Only(Last(x, rows, columns)), [-1], keepdim: false), rows, columns, keepdim),
            _ => throw new ArgumentException($"{name}: Order '{order}' not supported; use \"fro\" or \"nuc\"."),
        };
    }

    /// <summary>The largest singular value over the smallest one; with an order, |A| times |A⁻¹|.</summary>
    public static Tensor Condition(Tensor a, double? order)
    {
        CheckMatrix("linalg.cond", a);
        if (order is null or 2 or -2)
        {
            Tensor s = SingularValues.Only(a);
            Tensor first = Views.Select(s, -1, 0), last = Views.Select(s, -1, -1);
            return order == -2 ? last / first : first / last;
        }
        CheckSquare("linalg.cond", a);
        return Norm(a, order.Value, [-2, -1], false, "linalg.cond") * Norm(
            Inverses.Inverse(a), order.Value, [-2, -1], false, "linalg.cond");
    }

    /// <summary>|A| times |A⁻¹| by the name of a norm.</summary>
    public static Tensor Condition(Tensor a, string order)
    {
        CheckSquare("linalg.cond", a);
        return Norm(a, order, [-2, -1], false, "linalg.cond") * Norm(Inverses.Inverse(a), order, [-2, -1], false, "linalg.cond");
    }

    private static (int Rows, int Columns) Axes(Tensor x, long[] dims, string name)
    {
        if (dims.Length != 2 || x.Sizes.Length < 2)
        {
            throw new ArgumentException(
                $"{name}: dim must be a 2-tuple and the input have at least 2 dimensions. Got {Shape.Text(dims)} and shape "
                + $"{Shape.Text(x.Sizes)}");
        }
        int rows = Shape.Axis(dims[0], x.Sizes.Length), columns = Shape.Axis(dims[1], x.Sizes.Length);
        return rows != columns ? (rows, columns)
            : throw new ArgumentException($"{name}: dims must be different. Got {Shape.Text(dims)}");
    }

    private static Tensor Last(Tensor x, int rows, int columns) => Views.MoveAxes(x, [rows, columns], [-2, -1]);

    private static Tensor Extreme(Tensor x, bool largest, long[] dims, bool keep = false) =>
        largest ? Extrema.Maximum(x, dims, keep) : Extrema.Minimum(x, dims, keep);

    private static Tensor Restored(Tensor y, int rows, int columns, bool keepdim)
    {
        if (!keepdim)
        {
            return y;
        }
        Tensor first = Views.Unsqueeze(y, Math.Min(rows, columns));
        return Views.Unsqueeze(first, Math.Max(rows, columns));
    }

    private static Tensor Dropped(Tensor y, int rows, int columns) =>
        Views.Squeeze(Views.Squeeze(y, Math.Max(rows, columns)), Math.Min(rows, columns));
}
