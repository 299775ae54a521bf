using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The whole tensor <c>sizes[d]</c> times along each axis; more numbers than axes make new axes in
        /// front.</summary>
        public Tensor repeat(params long[] sizes) => Repeating.Repeat(this, sizes);

        /// <summary>As <see cref="repeat"/>, with 1 for missing numbers in front.</summary>
        public Tensor tile(long[] reps) => Repeating.Tile(this, reps);

        /// <summary>Each position of an axis <paramref name="repeats"/> times; without an axis each element of the flattened
        /// tensor.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            Repeating.RepeatInterleave(this, repeats, dim, output_size);

        /// <summary>Each position of an axis as often as its number says; without an axis each element of the flattened
        /// tensor.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            Repeating.RepeatInterleave(this, repeats, dim, output_size);

        /// <summary>A copy with some axes in reverse.</summary>
        public Tensor flip(params long[] dims) => Repeating.Flip(this, dims);

        /// <summary>A copy with left and right exchanged.</summary>
        /// <exception cref="ArgumentException">Fewer than two axes.</exception>
        public Tensor fliplr() => Sizes.Length >= 2
            ? Repeating.Flip(this, [1])
            : throw new ArgumentException($"Input must be >= 2-d, got {Sizes.Length}-d.");

        /// <summary>A copy with top and bottom exchanged.</summary>
        /// <exception cref="ArgumentException">No axis.</exception>
        public Tensor flipud() => Sizes.Length >= 1
            ? Repeating.Flip(this, [0])
            : throw new ArgumentException("Input must be >= 1-d, got 0-d.");

        /// <summary>A copy with positions moved forward along an axis, round the end; without an axis along all
        /// elements.</summary>
        public Tensor roll(long shifts, long? dims = null) => Repeating.Roll(this, [shifts], dims is { } dim ? [dim] : []);

        /// <summary>A copy with all elements moved forward, round the end.</summary>
        public Tensor roll(long[] shifts) => Repeating.Roll(this, shifts, []);

        /// <summary>A copy with positions moved forward along axes, round the end.</summary>
        public Tensor roll(long[] shifts, long[] dims) => Repeating.Roll(this, shifts, dims);

        /// <summary>A copy with positions moved forward along axes, round the end.</summary>
        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => Repeating.Roll(this, shifts, dims);

        /// <summary>A copy with positions moved forward along two axes, round the end.</summary>
        public Tensor roll((long, long) shifts, (long, long) dims) =>
            Repeating.Roll(this, [shifts.Item1, shifts.Item2], [dims.Item1, dims.Item2]);

        /// <summary>A copy with positions moved forward along three axes, round the end.</summary>
        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            Repeating.Roll(this, [shifts.Item1, shifts.Item2, shifts.Item3], [dims.Item1, dims.Item2, dims.Item3]);

        /// <summary>A copy turned by <paramref name="k"/> right angles from the first axis of <paramref name="dims"/> (0, 1) to
        /// the second.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            Repeating.Rot90(this, k, dims?.Item1 ?? 0, dims?.Item2 ?? 1);

        /// <summary>Each matrix with zeros above its <paramref name="diagonal"/>-th diagonal.</summary>
        public Tensor tril(long diagonal = 0) => Triangles.Lower(this, diagonal);

        /// <summary>Each matrix with zeros below its <paramref name="diagonal"/>-th diagonal.</summary>
        public Tensor triu(long diagonal = 0) => Triangles.Upper(this, diagonal);

        /// <summary>Sets what is above the <paramref name="diagonal"/>-th diagonal of each matrix to 0, in place; returns the
        /// tensor.</summary>
        public Tensor tril_(long diagonal = 0) => InPlace.Apply(this, x => Triangles.Lower(x, diagonal));

        /// <summary>Sets what is below the <paramref name="diagonal"/>-th diagonal of each matrix to 0, in place; returns the
        /// tensor.</summary>
        public Tensor triu_(long diagonal = 0) => InPlace.Apply(this, x => Triangles.Upper(x, diagonal));

        /// <summary>A matrix with the vector on its diagonal; of a matrix a copy of its diagonal.</summary>
        /// <exception cref="ArgumentException">Not one or two axes.</exception>
        public Tensor diag(long diagonal = 0) => Triangles.Diag(this, diagonal);

        /// <summary>The last axis on the diagonal of two new axes, zeros beside it.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => Triangles.Embed(this, offset, dim1, dim2);

        /// <summary>A matrix with all elements on its diagonal.</summary>
        public Tensor diagflat(long offset = 0) => Triangles.Diag(Views.Reshape(this, [-1]), offset);

        /// <summary>The Kronecker product: each element times the whole of <paramref name="other"/>.</summary>
        public Tensor kron(Tensor other) => Joining.Kronecker(this, other);
    }
}
