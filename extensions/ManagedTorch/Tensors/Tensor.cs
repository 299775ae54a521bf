using TorchSharp.Autograd;
using TorchSharp.Tensors;

namespace TorchSharp;

/// <summary>Tensors, neural networks, optimisers and data loading under TorchSharp's names, in pure C#.</summary>
public static partial class torch
{
    /// <summary>An array of numbers of one type with any number of axes, which records how it was computed if asked to.</summary>
    /// <remarks>Several tensors may look into the same memory (views): a change in place of one is seen in the others.</remarks>
    [Printing.TypeFormatterSource(typeof(Printing.TensorFormatterSource))]
    public partial class Tensor : IDisposable
    {
        private Storage? _storage;
        private ScalarType _dtype;
        private bool _disposed;
        private int _pins;

        /// <summary>A tensor that looks into <paramref name="storage"/>; belongs to the innermost dispose scope of this
        /// thread.</summary>
        internal Tensor(Storage storage, long offset, long[] sizes, long[] strides, ScalarType dtype)
        {
            _storage = storage;
            _dtype = dtype;
            Offset = offset;
            Sizes = sizes;
            Strides = strides;
            Elements = Shape.Elements(sizes);
            IsContiguous = Shape.IsContiguous(sizes, strides);
            storage.AddReference();
            DisposeScope.Current?.Add(this);
        }

        /// <summary>A second tensor on the same memory, for parameters of layers.</summary>
        private protected Tensor(Tensor source) : this(source.Storage, source.Offset, source.Sizes, source.Strides, source.dtype)
        {
        }

        /// <summary>Sizes of the axes. Never change the array: tensors share it.</summary>
        internal long[] Sizes { get; }

        /// <summary>Steps from element to element along each axis, in elements. Never change the array: tensors share
        /// it.</summary>
        internal long[] Strides { get; private set; }

        /// <summary>Where its first element is in the storage, in elements.</summary>
        internal long Offset { get; private set; }

        /// <summary>The product of the sizes.</summary>
        internal long Elements { get; }

        /// <summary>Whether its elements lie row by row without gaps.</summary>
        internal bool IsContiguous { get; private set; }

        /// <summary>The scope that will dispose it, if any.</summary>
        internal DisposeScope? Scope { get; set; }

        /// <summary>The memory it looks into.</summary>
        /// <exception cref="InvalidOperationException">It was disposed.</exception>
        internal Storage Storage
        {
            get => _storage is { } storage && (!_disposed || _pins > 0)
                ? storage
                : throw new InvalidOperationException("Tensor invalid -- empty handle.");
            private set => _storage = value;
        }

        /// <summary>Whether it was disposed.</summary>
        public bool IsInvalid => _disposed;

        /// <summary>The address of its first element.</summary>
        internal unsafe byte* Pointer
        {
            get
            {
                Storage storage = Storage;
                RecentStorages.Touch(storage);
                return storage.Start + Offset * ElementType.Bytes(_dtype);
            }
        }

        /// <summary>The address of its first element, typed.</summary>
        internal unsafe T* Data<T>() where T : unmanaged => (T*)Pointer;

        /// <summary>An uninitialised contiguous tensor.</summary>
        internal static Tensor Empty(long[] sizes, ScalarType dtype)
        {
            long bytes = checked(Shape.Elements(sizes) * ElementType.Bytes(dtype));
            return new Tensor(StoragePool.Rent(bytes), 0, sizes, Shape.ContiguousStrides(sizes), dtype);
        }

        /// <summary>An uninitialised contiguous tensor.</summary>
        internal static Tensor Empty(ReadOnlySpan<long> sizes, ScalarType dtype) => Empty(Shape.Shared(sizes), dtype);

        /// <summary>An uninitialised contiguous tensor of the same sizes.</summary>
        internal static Tensor EmptyLike(Tensor tensor, ScalarType? dtype = null)
        {
            ScalarType type = dtype ?? tensor._dtype;
            return tensor.IsContiguous
                ? new Tensor(StoragePool.Rent(tensor.Elements * ElementType.Bytes(type)), 0, tensor.Sizes, tensor.Strides, type)
                : Empty(tensor.Sizes, type);
        }

        /// <summary>Another look at the same memory, without history.</summary>
        internal Tensor Alias(long[] sizes, long[] strides, long offset) => new(Storage, offset, sizes, strides, _dtype);

        /// <summary>Keeps the memory for a graph node even if the user disposes the tensor.</summary>
        internal void Pin() => _pins++;

        /// <summary>Undoes one <see cref="Pin"/>.</summary>
        internal void Unpin()
        {
            if (--_pins == 0 && _disposed)
            {
                ReleaseStorage();
            }
        }

        /// <summary>Gives its memory back; other tensors that look into the same memory keep it.</summary>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Gives its memory back.</summary>
        protected virtual void Dispose(bool disposing)
        {
            if (_disposed)
            {
                return;
            }
            _disposed = true;
            Scope?.Forget(this);
            if (_pins == 0)
            {
                ReleaseStorage();
            }
        }

        private void ReleaseStorage()
        {
            Storage? storage = _storage;
            _storage = null;
            storage?.Release();
        }
    }
}
