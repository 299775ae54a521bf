using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The whole tensor <c>dims[d]</c> times along each axis; missing numbers in front are 1.</summary>
    public static Tensor tile(Tensor input, long[] dims) => Repeating.Tile(input, dims);

    /// <summary>Each position of an axis <paramref name="repeats"/> times; without an axis each element of the flattened
    /// tensor.</summary>
    public static Tensor repeat_interleave(Tensor input, long repeats, long? dim = null, long? output_size = null) =>
        Repeating.RepeatInterleave(input, repeats, dim, output_size);

    /// <summary>Each position of an axis as often as its number says; without an axis each element of the flattened
    /// tensor.</summary>
    public static Tensor repeat_interleave(Tensor input, Tensor repeats, long? dim = null, long? output_size = null) =>
        Repeating.RepeatInterleave(input, repeats, dim, output_size);

    /// <summary>A copy with some axes in reverse.</summary>
    public static Tensor flip(Tensor input, params long[] dims) => Repeating.Flip(input, dims);

    /// <summary>A copy with left and right exchanged.</summary>
    public static Tensor fliplr(Tensor input) => input.fliplr();

    /// <summary>A copy with top and bottom exchanged.</summary>
    public static Tensor flipud(Tensor input) => input.flipud();

    /// <summary>A copy with positions moved forward along an axis, round the end; without an axis along all elements.</summary>
    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    /// <summary>A copy with all elements moved forward, round the end.</summary>
    public static Tensor roll(Tensor input, long[] shifts) => Repeating.Roll(input, shifts, []);

    /// <summary>A copy with positions moved forward along axes, round the end.</summary>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => Repeating.Roll(input, shifts, dims);

    /// <summary>A copy with positions moved forward along axes, round the end.</summary>
    public static Tensor roll(Tensor input, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) =>
        Repeating.Roll(input, shifts, dims);

    /// <summary>A copy with positions moved forward along two axes, round the end.</summary>
    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => input.roll(shifts, dims);

    /// <summary>A copy with positions moved forward along three axes, round the end.</summary>
    public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) => input.roll(shifts, dims);

    /// <summary>A copy turned by <paramref name="k"/> right angles from the first axis of <paramref name="dims"/> (0, 1) to the
    /// second.</summary>
    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);

    /// <summary>Each matrix with zeros above its <paramref name="diagonal"/>-th diagonal.</summary>
    public static Tensor tril(Tensor input, long diagonal = 0) => Triangles.Lower(input, diagonal);

    /// <summary>Each matrix with zeros below its <paramref name="diagonal"/>-th diagonal.</summary>
    public static Tensor triu(Tensor input, long diagonal = 0) => Triangles.Upper(input, diagonal);

    /// <summary>Rows and columns, shape [2, n], of the elements on and below a diagonal of a matrix.</summary>
    public static Tensor tril_indices(
        long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null)
    {
        Device.Check(device);
        return Triangles.Indices(row, col, offset, lower: true, dtype);
    }

    /// <summary>Rows and columns, shape [2, n], of the elements on and above a diagonal of a matrix.</summary>
    public static Tensor triu_indices(
        long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null)
    {
        Device.Check(device);
        return Triangles.Indices(row, col, offset, lower: false, dtype);
    }

    /// <summary>A matrix with the vector on its diagonal; of a matrix a copy of its diagonal.</summary>
    public static Tensor diag(Tensor input, long diagonal = 0) => Triangles.Diag(input, diagonal);

    /// <summary>The last axis on the diagonal of two new axes, zeros beside it.</summary>
    public static Tensor diag_embed(Tensor input, long offset = 0, long dim1 = -2, long dim2 = -1) =>
        Triangles.Embed(input, offset, dim1, dim2);

    /// <summary>A matrix with all elements on its diagonal.</summary>
    public static Tensor diagflat(Tensor input, long offset = 0) => input.diagflat(offset);

    /// <summary>The Kronecker product: each element of <paramref name="input"/> times the whole of
    /// <paramref name="other"/>.</summary>
    public static Tensor kron(Tensor input, Tensor other) => Joining.Kronecker(input, other);
}
