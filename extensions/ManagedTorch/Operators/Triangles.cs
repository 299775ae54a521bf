using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Triangles and diagonals of matrices.</summary>
internal static class Triangles
{
    /// <summary>Each matrix with zeros above its <paramref name="diagonal"/>-th diagonal.</summary>
    public static Tensor Lower(Tensor x, long diagonal) => Tape.Record(
        Kept(x, diagonal, lower: true), "TrilBackward0", [x], [], (dy, _) => [Lower(dy, diagonal)]);

    /// <summary>Each matrix with zeros below its <paramref name="diagonal"/>-th diagonal.</summary>
    public static Tensor Upper(Tensor x, long diagonal) => Tape.Record(
        Kept(x, diagonal, lower: false), "TriuBackward0", [x], [], (dy, _) => [Upper(dy, diagonal)]);

    /// <summary>The matrix with a vector on its diagonal; of a matrix a copy of its diagonal.</summary>
    public static Tensor Diag(Tensor x, long diagonal) => x.Sizes.Length switch
    {
        1 => Embed(x, diagonal, 0, 1),
        2 => Copies.Clone(Views.Diagonal(x, diagonal, 0, 1)),
        _ => throw new ArgumentException($"diag(): Supports 1D or 2D tensors. Got {x.Sizes.Length}D"),
    };

    /// <summary>The last axis as the diagonal of two new axes, zeros beside it.</summary>
    public static Tensor Embed(Tensor x, long offset, long dim1, long dim2)
    {
        int dims = x.Sizes.Length + 1;
        int a = Shape.Axis(dim1, dims), b = Shape.Axis(dim2, dims);
        if (a == b || dims < 2)
        {
            throw new ArgumentException($"diagonal dimensions cannot be identical {dim1}, {dim2}");
        }
        long length = x.Sizes[^1] + Math.Abs(offset);
        var sizes = new long[dims];
        int next = 0;
        for (int d = 0; d < dims; d++)
        {
            sizes[d] = d == a || d == b ? length : x.Sizes[next++];
        }
        return Views.DiagonalBackward(x, sizes, offset, a, b);
    }

    /// <summary>Rows and columns, as a [2, n] tensor, of the elements of a triangle, row by row.</summary>
    public static unsafe Tensor Indices(long rows, long columns, long offset, bool lower, ScalarType type)
    {
        var places = new List<(long Row, long Column)>();
        for (long r = 0; r < rows; r++)
        {
            long start = lower ? 0 : Math.Max(0, r + offset), end = lower ? Math.Min(columns, r + offset + 1) : columns;
            for (long c = start; c < end; c++)
            {
                places.Add((r, c));
            }
        }
        Tensor y = Tensor.Empty([2, places.Count], ScalarType.Int64);
        long* at = y.Data<long>();
        for (int i = 0; i < places.Count; i++)
        {
            (at[i], at[places.Count + i]) = places[i];
        }
        return Copies.To(y, type);
    }

    private static Tensor Kept(Tensor x, long diagonal, bool lower)
    {
        if (x.Sizes.Length < 2)
        {
            throw new ArgumentException(
                $"{(lower ? "tril" : "triu")}: input tensor must have at least 2 dimensions, got {Shape.Text(x.Sizes)}");
        }
        Tensor y = Copies.Contiguous(x);
        if (y.Elements > 0)
        {
            ByType.Bits(y.dtype, new ClearWork(y, diagonal, lower));
        }
        return y;
    }

    private readonly unsafe struct ClearWork(Tensor y, long diagonal, bool lower) : IBitsWork
    {
        public void Run<T>() where T : unmanaged
        {
            long rows = y.Sizes[^2], columns = y.Sizes[^1];
            T* row = y.Data<T>();
            for (long r = 0; r < y.Elements / columns; r++, row += columns)
            {
                // Columns up to the diagonal, or before it, in this row.
                long border = Math.Clamp(r % rows + diagonal + (lower ? 1 : 0), 0, columns);
                new Span<T>(lower ? row + border : row, checked((int)(lower ? columns - border : border))).Clear();
            }
        }
    }
}
