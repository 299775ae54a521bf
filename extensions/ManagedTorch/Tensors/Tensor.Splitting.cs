using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>At most <paramref name="chunks"/> views of equal size along an axis; the last may be shorter.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => Splitting.Chunk(input, chunks, dim);

    /// <summary>Views of given sizes along an axis.</summary>
    public static Tensor[] split(Tensor tensor, long[] split_size_or_sections, long dim = 0) =>
        Splitting.Split(tensor, split_size_or_sections, dim);

    /// <summary>That many views along an axis; the first ones are one longer if it does not come out even.</summary>
    public static Tensor[] tensor_split(Tensor input, long indices_or_sections, long dim = 0) =>
        Splitting.Sections(input, indices_or_sections, dim);

    /// <summary>Views along an axis, cut at given positions.</summary>
    public static Tensor[] tensor_split(Tensor input, long[] indices_or_sections, long dim = 0) =>
        Splitting.At(input, indices_or_sections, dim);

    /// <summary>Views along an axis, cut at given positions, or into as many sections as a number says.</summary>
    public static Tensor[] tensor_split(Tensor input, Tensor indices_or_sections, long dim = 0) =>
        input.tensor_split(indices_or_sections, dim);

    /// <summary>That many views side by side: along the second axis, or the only one.</summary>
    public static Tensor[] hsplit(Tensor input, long indices_or_sections) => input.hsplit(indices_or_sections);

    /// <summary>Views side by side, cut at given positions.</summary>
    public static Tensor[] hsplit(Tensor input, long[] indices_or_sections) => input.hsplit(indices_or_sections);

    /// <summary>Views on top of each other, cut at given positions of the first axis.</summary>
    public static Tensor[] vsplit(Tensor input, long[] indices_or_sections) => input.vsplit(indices_or_sections);

    /// <summary>All positions of an axis, as views without it.</summary>
    public static Tensor[] unbind(Tensor input, long dim = 0) => Splitting.Unbind(input, dim);

    public partial class Tensor
    {
        /// <summary>At most <paramref name="chunks"/> views of equal size along an axis; the last may be shorter.</summary>
        public Tensor[] chunk(long chunks, long dim = 0) => Splitting.Chunk(this, chunks, dim);

        /// <summary>Views of <paramref name="size"/> positions along an axis; the last may be shorter.</summary>
        public Tensor[] split(long size, int dim = 0) => Splitting.Split(this, size, dim);

        /// <summary>Views of given sizes along an axis.</summary>
        /// <exception cref="ArgumentException">They do not add up to the size of the axis.</exception>
        public Tensor[] split(long[] sizes, long dim = 0) => Splitting.Split(this, sizes, dim);

        /// <summary>Views of given sizes along an axis.</summary>
        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => Splitting.Split(this, sizes, dim);

        /// <summary>Views of given sizes along the first axis.</summary>
        public Tensor[] split(params long[] sizes) => Splitting.Split(this, sizes, 0);

        /// <summary>That many views along an axis; the first ones are one longer if it does not come out even.</summary>
        public Tensor[] tensor_split(long size, long dim = 0) => Splitting.Sections(this, size, dim);

        /// <summary>Views along an axis, cut at given positions.</summary>
        public Tensor[] tensor_split(long[] sizes, long dim = 0) => Splitting.At(this, sizes, dim);

        /// <summary>Views along an axis, cut at given positions, or into as many sections as a number says.</summary>
        public Tensor[] tensor_split(Tensor indices, long dim = 0) => indices.Sizes.Length == 0
            ? Splitting.Sections(this, Splitting.Positions(indices)[0], dim)
            : Splitting.At(this, Splitting.Positions(indices), dim);

        /// <summary>That many views side by side: along the second axis, or the only one.</summary>
        public Tensor[] hsplit(long size) => Splitting.Even(this, size, Splitting.Sideways(this), "hsplit");

        /// <summary>Views side by side, cut at given positions.</summary>
        public Tensor[] hsplit(params long[] sizes) => Splitting.At(this, sizes, Splitting.Sideways(this));

        /// <summary>That many views on top of each other: along the first axis.</summary>
        public Tensor[] vsplit(long size) => Splitting.Even(this, size, Splitting.Downwards(this), "vsplit");

        /// <summary>Views on top of each other, cut at given positions.</summary>
        public Tensor[] vsplit(params long[] sizes) => Splitting.At(this, sizes, Splitting.Downwards(this));

        /// <summary>All positions of an axis, as views without it.</summary>
        public Tensor[] unbind(long dimension = 0) => Splitting.Unbind(this, dimension);
    }
}
