using System.Runtime.CompilerServices;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The part at a position of the first axis, as a view; setting copies into it.</summary>
        /// <exception cref="ArgumentOutOfRangeException">No such position or axis.</exception>
        [IndexerName("TensorItems")]
        public Tensor this[long i1]
        {
            get => Indexing.Select(this, [i1]);
            set => Indexing.Put(this, [i1], value);
        }

        /// <summary>The part at positions of the first two axes, as a view; setting copies into it.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2]
        {
            get => Indexing.Select(this, [i1, i2]);
            set => Indexing.Put(this, [i1, i2], value);
        }

        /// <summary>The part at positions of the first three axes, as a view; setting copies into it.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3]
        {
            get => Indexing.Select(this, [i1, i2, i3]);
            set => Indexing.Put(this, [i1, i2, i3], value);
        }

        /// <summary>The part at positions of the first four axes, as a view; setting copies into it.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Indexing.Select(this, [i1, i2, i3, i4]);
            set => Indexing.Put(this, [i1, i2, i3, i4], value);
        }

        /// <summary>The part at positions of the first five axes, as a view; setting copies into it.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Indexing.Select(this, [i1, i2, i3, i4, i5]);
            set => Indexing.Put(this, [i1, i2, i3, i4, i5], value);
        }

        /// <summary>The part at positions of the first six axes, as a view; setting copies into it.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Indexing.Select(this, [i1, i2, i3, i4, i5, i6]);
            set => Indexing.Put(this, [i1, i2, i3, i4, i5, i6], value);
        }

        /// <summary>The part at positions of the first axes, as a view; setting copies into it.</summary>
        [IndexerName("TensorItems")]
        public Tensor this[params long[] indices]
        {
            get => Indexing.Select(this, indices);
            set => Indexing.Put(this, indices, value);
        }

        /// <summary>The part that positions, ranges, new axes, masks and index tensors name; a copy if there are index tensors,
        /// else a view.</summary>
        /// <example><code>x[.., 1..3]   x[^1]   x[TensorIndex.Ellipsis, 0] = 0f</code></example>
        [IndexerName("TensorItems")]
        public Tensor this[params TensorIndex[] indices]
        {
            get => Indexing.Get(this, indices);
            set => Indexing.Put(this, indices, value);
        }

        /// <summary>A copy of the elements that a mask or index tensors (one for each of the first axes) name; setting replaces
        /// them.</summary>
        /// <example><code>x[x &lt; 0] = 0f   batch = x[permutation]</code></example>
        [IndexerName("TensorItems")]
        public Tensor this[params Tensor[] indices]
        {
            get => Indexing.Get(this, indices);
            set => Indexing.Put(this, indices, value);
        }
    }
}
