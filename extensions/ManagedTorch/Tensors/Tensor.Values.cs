using System.Numerics;
using TorchSharp.Operators;
using TorchSharp.Tensors;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The one element of a tensor, in its own type.</summary>
        /// <exception cref="ArgumentException">More or fewer than one element, or of another type.</exception>
        public unsafe T item<T>() where T : unmanaged
        {
            if (Elements != 1)
            {
                throw new ArgumentException(
                    $"Number of elements in the tensor must be 1, found {Elements} (shape {Shape.Text(Sizes)})");
            }
            if (ElementType.Of(typeof(T)) != dtype)
            {
                throw new ArgumentException($"{typeof(T).Name} is not compatible with {dtype}");
            }
            return *Data<T>();
        }

        /// <summary>The elements in row-major order, to be read and written in place.</summary>
        /// <exception cref="ArgumentException">T is not the tensor's element type.</exception>
        public TensorAccessor<T> data<T>() where T : unmanaged => new(this);

        /// <summary>The bytes of a contiguous tensor; setting copies into them.</summary>
        /// <exception cref="ArgumentException">Not contiguous, or another number of bytes is set.</exception>
        public unsafe Span<byte> bytes
        {
            get
            {
                if (!IsContiguous)
                {
                    throw new ArgumentException(
                        "Bytes cannot be accessed of a tensor that is not contiguous; call contiguous() first.");
                }
                Storage.Expose();
                return new Span<byte>(Pointer, checked((int)(Elements * ElementType.Bytes(dtype))));
            }

            set
            {
                long size = Elements * ElementType.Bytes(dtype);
                if (value.Length != size || !IsContiguous)
                {
                    throw new ArgumentException($"Mismatched size: {value.Length} bytes for a contiguous tensor of {size}");
                }
                value.CopyTo(new Span<byte>(Pointer, value.Length));
                Storage.Version++;
            }
        }

        /// <summary>The elements as nested lists of numbers; a number for a tensor without axes.</summary>
        public object tolist() => NestedLists.Of(this);

        /// <summary>A tensor without axes from a number.</summary>
        public static implicit operator Tensor(float value) => tensor(value);

        /// <summary>A tensor without axes from a number.</summary>
        public static implicit operator Tensor(double value) => tensor(value);

        /// <summary>A tensor without axes from a number.</summary>
        public static implicit operator Tensor(long value) => tensor(value);

        /// <summary>A tensor without axes from a number.</summary>
        public static implicit operator Tensor(int value) => tensor(value);

        /// <summary>A tensor without axes from a number.</summary>
        public static implicit operator Tensor(byte value) => tensor(value);

        /// <summary>A tensor without axes from a truth value.</summary>
        public static implicit operator Tensor(bool value) => tensor(value);

        /// <summary>A tensor without axes from a complex number.</summary>
        public static implicit operator Tensor(Complex value) => tensor(value);

        /// <summary>A tensor without axes from real and imaginary part.</summary>
        public static implicit operator Tensor((float, float) value) => tensor(value);

        /// <summary>A tensor without axes from a number.</summary>
        public static implicit operator Tensor(Scalar scalar) => Creation.Full([], scalar, scalar.Type);

        /// <summary>A tensor with one axis from an array.</summary>
        public static implicit operator Tensor(float[] value) => tensor(value);

        /// <summary>A tensor with one axis from an array.</summary>
        public static implicit operator Tensor(double[] value) => tensor(value);

        /// <summary>A tensor with one axis from an array.</summary>
        public static implicit operator Tensor(long[] value) => tensor(value);

        /// <summary>A tensor with one axis from an array.</summary>
        public static implicit operator Tensor(int[] value) => tensor(value);

        /// <summary>A tensor with one axis from an array.</summary>
        public static implicit operator Tensor(byte[] value) => tensor(value);

        /// <summary>A tensor with one axis from an array.</summary>
        public static implicit operator Tensor(bool[] value) => tensor(value);

        /// <summary>A tensor with one axis from an array.</summary>
        public static implicit operator Tensor(Complex[] value) => tensor(value);

        /// <summary>A tensor with one axis from an array.</summary>
        public static implicit operator Tensor((float, float)[] value) => tensor(value);

        /// <summary>The one element, converted.</summary>
        public static explicit operator float(Tensor value) => value.ToSingle();

        /// <summary>The one element, converted.</summary>
        public static explicit operator double(Tensor value) => value.ToDouble();

        /// <summary>The one element, converted.</summary>
        public static explicit operator long(Tensor value) => value.ToInt64();

        /// <summary>The one element, converted.</summary>
        public static explicit operator int(Tensor value) => value.ToInt32();

        /// <summary>The one element, converted.</summary>
        public static explicit operator short(Tensor value) => (short)value.ToInt64();

        /// <summary>The one element, converted.</summary>
        public static explicit operator sbyte(Tensor value) => (sbyte)value.ToInt64();

        /// <summary>The one element, converted.</summary>
        public static explicit operator byte(Tensor value) => (byte)value.ToInt64();

        /// <summary>Whether the one element is not 0.</summary>
        public static explicit operator bool(Tensor value) => value.ToBoolean();
    }
}
