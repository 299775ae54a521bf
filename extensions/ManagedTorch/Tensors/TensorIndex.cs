using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>One entry between the brackets of a tensor: a position, a range, a mask …; made from numbers and ranges by
    /// itself.</summary>
    /// <example><code>x[0, 1..3]   x[TensorIndex.Ellipsis, ^1]   x[TensorIndex.Slice(step: 2)]   x[.., TensorIndex.Tensor(rows)]</code></example>
    public readonly struct TensorIndex
    {
        private TensorIndex(IndexKind kind, long? start = null, long? stop = null, long? step = null, Tensor? tensor = null)
        {
            Kind = kind;
            Start = start;
            Stop = stop;
            Step = step;
            Content = tensor;
        }

        internal IndexKind Kind { get; }

        /// <summary>The first position of a range, or the position, or 1 for true and 0 for false.</summary>
        internal long? Start { get; }

        internal long? Stop { get; }

        internal long? Step { get; }

        internal Tensor? Content { get; }

        /// <summary>A new axis of size 1.</summary>
        public static TensorIndex None = new(IndexKind.NewAxis);

        /// <summary>A new axis of size 1.</summary>
        public static TensorIndex Null = new(IndexKind.NewAxis);

        /// <summary>As many whole axes as the other entries leave.</summary>
        public static TensorIndex Ellipsis = new(IndexKind.Ellipsis);

        /// <summary>A whole axis.</summary>
        public static TensorIndex Colon = new(IndexKind.Slice);

        /// <summary>Positions start, start + step … before stop; negative ones count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new(IndexKind.Slice, start, stop, step);

        /// <summary>Positions from start to before end.</summary>
        public static TensorIndex Slice((int? start, int? end) range) => new(IndexKind.Slice, range.start, range.end);

        /// <summary>The positions of a .NET range: <c>1..^1</c>.</summary>
        public static TensorIndex Slice(Range range) => new(
            IndexKind.Slice,
            !range.Start.IsFromEnd ? range.Start.Value : range.Start.Value == 0 ? long.MaxValue : -range.Start.Value,
            !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -range.End.Value);

        /// <summary>A new axis of size 1 for true, 0 for false.</summary>
        public static TensorIndex Bool(bool value) => new(IndexKind.Bool, value ? 1 : 0);

        /// <summary>One position, whose axis disappears; null is a new axis.</summary>
        public static TensorIndex Single(long? index) => index is null ? None : new(IndexKind.Single, index);

        /// <summary>Positions given by whole numbers, or by a mask.</summary>
        public static TensorIndex Tensor(Tensor tensor) => new(IndexKind.Tensor, tensor: tensor);

        /// <summary>One position, whose axis disappears.</summary>
        public static implicit operator TensorIndex(long value) => Single(value);

        /// <summary>Positions from start to before end.</summary>
        public static implicit operator TensorIndex((int? start, int? end) range) => Slice(range);

        /// <summary>The positions of a .NET range: <c>1..^1</c>.</summary>
        public static implicit operator TensorIndex(Range range) => Slice(range);

        /// <summary>One position, perhaps from the end: <c>^1</c>.</summary>
        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -index.Value : index.Value);

        /// <summary>The tensor of an entry made by <see cref="Tensor"/>.</summary>
        /// <exception cref="InvalidOperationException">It is another kind of entry.</exception>
        public static implicit operator Tensor(TensorIndex value) => value.Content
            ?? throw new InvalidOperationException($"This TensorIndex is a {value.Kind}, it holds no tensor.");
    }
}
