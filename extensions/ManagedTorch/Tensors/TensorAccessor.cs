using System.Collections;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor in row-major order, read and written in place.</summary>
/// <typeparam name="T">The .NET type that matches the tensor's element type.</typeparam>
/// <example><code>float[] values = x.data&lt;float&gt;().ToArray();   x.data&lt;float&gt;()[1, 2] = 5</code></example>
public sealed class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly Tensor _tensor;

    internal TensorAccessor(Tensor tensor)
    {
        if (ElementType.Of(typeof(T)) != tensor.dtype)
        {
            throw new ArgumentException($"{typeof(T).Name} is not compatible with {tensor.dtype}");
        }
        _tensor = tensor;
    }

    /// <summary>Number of elements.</summary>
    public long Count => _tensor.Elements;

    /// <summary>Whether elements cannot be written: false.</summary>
    public bool IsReadOnly => false;

    /// <summary>One element: by its place on each axis, or by one number in row-major order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such element.</exception>
    public unsafe T this[params long[] indices]
    {
        get
        {
            T value = _tensor.Data<T>()[Place(indices)];
            GC.KeepAlive(this);
            return value;
        }

        set
        {
            _tensor.Data<T>()[Place(indices)] = value;
            _tensor.Storage.Version++;
        }
    }

    /// <summary>Whether two look at the same tensor.</summary>
    public static bool operator ==(TensorAccessor<T> left, TensorAccessor<T> right) =>
        ReferenceEquals(left._tensor, right._tensor);

    /// <summary>Whether two look at different tensors.</summary>
    public static bool operator !=(TensorAccessor<T> left, TensorAccessor<T> right) => !(left == right);

    /// <summary>A copy of the elements in row-major order.</summary>
    public T[] ToArray()
    {
        var array = new T[_tensor.Elements];
        CopyTo(array);
        return array;
    }

    /// <summary>A copy of the elements as an array with the tensor's axes; without axes, an array with one element.</summary>
    public unsafe Array ToNDArray()
    {
        if (_tensor.Sizes.Length <= 1)
        {
            return ToArray();
        }
        var array = Array.CreateInstance(typeof(T), _tensor.Sizes);
        Tensor source = Contiguous();
        new ReadOnlySpan<byte>(source.Pointer, checked((int)(source.Elements * sizeof(T)))).CopyTo(
            System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
                ref System.Runtime.InteropServices.MemoryMarshal.GetArrayDataReference(array),
                    (int)(source.Elements * sizeof(T))));
        return array;
    }

    /// <summary>Copies elements from number <paramref name="tensorIndex"/> on into an array.</summary>
    /// <exception cref="ArgumentException">The array is too short.</exception>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements from number <paramref name="tensorIndex"/> on into a span.</summary>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    public unsafe void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        Tensor source = Contiguous();
        new ReadOnlySpan<T>(source.Data<T>() + tensorIndex, checked((int)(source.Elements - tensorIndex)))
            .CopyTo(array[arrayIndex..]);
    }

    /// <summary>Copies values from an array over the elements from number <paramref name="tensorIndex"/> on.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) =>
        CopyFrom((ReadOnlySpan<T>)array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies values from a span over the elements from number <paramref name="tensorIndex"/> on.</summary>
    public unsafe void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ReadOnlySpan<T> source = array[arrayIndex..];
        T* values = _tensor.Data<T>();
        long count = Math.Min(source.Length, _tensor.Elements - tensorIndex);
        for (long i = 0; i < count; i++)
        {
            values[Place(tensorIndex + i)] = source[(int)i];
        }
        _tensor.Storage.Version++;
    }

    /// <summary>The elements one by one in row-major order.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Whether it looks at the same tensor.</summary>
    public override bool Equals(object? obj) => obj is TensorAccessor<T> other && this == other;

    /// <summary>A hash of the tensor.</summary>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(_tensor);

    /// <summary>Does nothing: the tensor keeps its memory.</summary>
    public void Dispose()
    {
    }

    private Tensor Contiguous() => _tensor.IsContiguous ? _tensor : Operators.Copies.Contiguous(_tensor);

    private long Place(long[] indices)
    {
        if (indices.Length == 1 && _tensor.Sizes.Length != 1)
        {
            return Place(indices[0]);
        }
        if (indices.Length != _tensor.Sizes.Length)
        {
            throw new ArgumentOutOfRangeException(
                nameof(indices), $"{indices.Length} indices for a tensor of shape {Shape.Text(_tensor.Sizes)}");
        }
        long place = 0;
        for (int d = 0; d < indices.Length; d++)
        {
            if (indices[d] < 0 || indices[d] >= _tensor.Sizes[d])
            {
                throw new ArgumentOutOfRangeException(
                    nameof(indices),
                        $"index {indices[d]} is out of range for axis {d} of a tensor of shape {Shape.Text(_tensor.Sizes)}");
            }
            place += indices[d] * _tensor.Strides[d];
        }
        return place;
    }

    private long Place(long number)
    {
        if (number < 0 || number >= _tensor.Elements)
        {
            throw new ArgumentOutOfRangeException(
                nameof(number), $"index {number} is out of range for {_tensor.Elements} elements");
        }
        if (_tensor.IsContiguous)
        {
            return number;
        }
        long place = 0;
        for (int d = _tensor.Sizes.Length - 1; d >= 0; d--)
        {
            place += number % _tensor.Sizes[d] * _tensor.Strides[d];
            number /= _tensor.Sizes[d];
        }
        return place;
    }
}
