using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sizes of a tensor's axes, as an argument or to compare.</summary>
    public struct Size : IEnumerable<long>
    {
        /// <summary>No axes.</summary>
        public static Size Empty = new(Array.Empty<long>());

        private readonly long[] _sizes;

        /// <summary>From an array.</summary>
        public Size(long[] shape) => _sizes = [.. shape];

        /// <summary>From an array.</summary>
        public Size(int[] shape) => _sizes = Array.ConvertAll(shape, size => (long)size);

        /// <summary>From a sequence.</summary>
        public Size(IEnumerable<long> shape) => _sizes = [.. shape];

        /// <summary>One axis.</summary>
        public Size(long size) => _sizes = [size];

        /// <summary>One axis.</summary>
        public Size(int size) => _sizes = [size];

        /// <summary>Two axes.</summary>
        public Size((long, long) size) => _sizes = [size.Item1, size.Item2];

        /// <summary>Three axes.</summary>
        public Size((long, long, long) size) => _sizes = [size.Item1, size.Item2, size.Item3];

        /// <summary>Four axes.</summary>
        public Size((long, long, long, long) size) => _sizes = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>Five axes.</summary>
        public Size((long, long, long, long, long) size) => _sizes = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>Six axes.</summary>
        public Size((long, long, long, long, long, long) size) =>
            _sizes = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>Two axes.</summary>
        public Size((int, int) size) => _sizes = [size.Item1, size.Item2];

        /// <summary>Three axes.</summary>
        public Size((int, int, int) size) => _sizes = [size.Item1, size.Item2, size.Item3];

        /// <summary>Four axes.</summary>
        public Size((int, int, int, int) size) => _sizes = [size.Item1, size.Item2, size.Item3, size.Item4];

        /// <summary>Five axes.</summary>
        public Size((int, int, int, int, int) size) => _sizes = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        /// <summary>Six axes.</summary>
        public Size((int, int, int, int, int, int) size) =>
            _sizes = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>The sizes as an array.</summary>
        public long[] Shape => [.. Sizes];

        /// <summary>Number of axes.</summary>
        public int Length => Sizes.Length;

        /// <summary>Whether there are no axes.</summary>
        public bool IsEmpty => Sizes.Length == 0;

        /// <summary>Whether it is the shape of a number.</summary>
        public bool IsScalar => Sizes.Length == 0;

        private long[] Sizes => _sizes ?? [];

        /// <summary>The size of an axis.</summary>
        public long this[int idx] => Sizes[idx];

        /// <summary>The size of an axis.</summary>
        public long this[long idx] => Sizes[idx];

        /// <summary>Two axes.</summary>
        public static implicit operator Size((long, long) size) => new(size);

        /// <summary>Three axes.</summary>
        public static implicit operator Size((long, long, long) size) => new(size);

        /// <summary>Four axes.</summary>
        public static implicit operator Size((long, long, long, long) size) => new(size);

        /// <summary>Five axes.</summary>
        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        /// <summary>Six axes.</summary>
        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        /// <summary>One axis.</summary>
        public static implicit operator Size(long size) => new(size);

        /// <summary>From an array.</summary>
        public static implicit operator Size(long[] size) => new(size);

        /// <summary>The axes of one after those of the other.</summary>
        public static Size operator +(Size left, Size right) => new((long[])[.. left.Sizes, .. right.Sizes]);

        /// <summary>The axes of one after those of the other.</summary>
        public static Size operator +(Size left, IEnumerable<long> right) => new((long[])[.. left.Sizes, .. right]);

        /// <summary>Whether all sizes are equal.</summary>
        public static bool operator ==(Size left, Size right) => left.Sizes.AsSpan().SequenceEqual(right.Sizes);

        /// <summary>Whether some size differs.</summary>
        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>Number of elements.</summary>
        public long numel() => Tensors.Shape.Elements(Sizes);

        /// <summary>The first <paramref name="i"/> sizes.</summary>
        public IEnumerable<long> Take(int i) => Sizes.Take(i);

        /// <summary>The sizes from axis <paramref name="first"/> up to but without <paramref name="next"/>.</summary>
        public Size Slice(int first, int next) => new(Sizes[first..next]);

        /// <summary>The sizes one by one.</summary>
        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Sizes).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Whether it is a shape with the same sizes.</summary>
        public override bool Equals(object? obj) => obj is Size other && this == other;

        /// <summary>A hash of the sizes.</summary>
        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (long size in Sizes)
            {
                hash.Add(size);
            }
            return hash.ToHashCode();
        }
    }
}
