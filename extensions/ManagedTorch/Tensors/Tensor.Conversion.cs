using TorchSharp.Autograd;
using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The values in another type; the tensor itself if it has that type and no copy is asked for.</summary>
        /// <param name="type">The type wanted.</param>
        /// <param name="copy">Always a new tensor.</param>
        /// <param name="disposeAfter">Disposes this tensor if the result is another one.</param>
        /// <param name="non_blocking">Has no effect on the CPU.</param>
        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Tensor result = type != dtype ? Copies.To(this, type) : copy ? Copies.Clone(this) : this;
            if (disposeAfter && !ReferenceEquals(result, this))
            {
                Dispose();
            }
            return result;
        }

        /// <summary>The tensor itself, since it is on the CPU already, or a copy of it.</summary>
        /// <exception cref="NotSupportedException">Another device than the CPU.</exception>
        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Device.Check(device);
            return to(dtype, copy, disposeAfter);
        }

        /// <summary>The tensor itself, since it is on the CPU already, or a copy of it.</summary>
        /// <exception cref="NotSupportedException">Another device than the CPU.</exception>
        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter);

        /// <summary>The tensor itself, since it is on the CPU already, or a copy of it.</summary>
        /// <exception cref="NotSupportedException">Another device than the CPU.</exception>
        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false,
                bool non_blocking = false) =>
            to(new Device(deviceType, deviceIndex), copy, disposeAfter);

        /// <summary>The values in another type, on the CPU.</summary>
        /// <exception cref="NotSupportedException">Another device than the CPU.</exception>
        public Tensor to(ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            Device.Check(device);
            return to(type, copy, disposeAfter);
        }

        /// <summary>The values in the type of another tensor.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) => to(other.dtype);

        /// <summary>The values in another type.</summary>
        public Tensor to_type(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(type, copy, disposeAfter);

        /// <summary>The values in another type.</summary>
        public Tensor type(ScalarType dtype) => to(dtype);

        /// <summary>What a conversion makes of it.</summary>
        public Tensor type(Func<Tensor, Tensor> typeFunc) => typeFunc(this);

        /// <summary>The values in the type of another tensor.</summary>
        public Tensor type_as(Tensor tensor) => to(tensor.dtype);

        /// <summary>The values as float32.</summary>
        public Tensor @float() => to(ScalarType.Float32);

        /// <summary>The values as float64.</summary>
        public Tensor @double() => to(ScalarType.Float64);

        /// <summary>The values as int64, cut towards zero.</summary>
        public Tensor @long() => to(ScalarType.Int64);

        /// <summary>The values as int32, cut towards zero.</summary>
        public Tensor @int() => to(ScalarType.Int32);

        /// <summary>Which values are not zero.</summary>
        public Tensor @bool() => to(ScalarType.Bool);

        /// <summary>The values as uint8.</summary>
        public Tensor @byte() => to(ScalarType.Byte);

        /// <summary>The values as complex numbers of two float32.</summary>
        public Tensor cfloat() => to(ScalarType.ComplexFloat32);

        /// <summary>The values as complex numbers of two float64.</summary>
        public Tensor cdouble() => to(ScalarType.ComplexFloat64);

        /// <summary>The tensor itself: it is on the CPU.</summary>
        public Tensor cpu() => this;

        /// <summary>Refuses: this engine has no GPU.</summary>
        /// <exception cref="NotSupportedException">Always.</exception>
        public Tensor cuda(Device? device = null, bool non_blocking = false) => to(device ?? CUDA);

        /// <summary>Whether it holds real numbers with fractions.</summary>
        public bool is_floating_point() => ElementType.IsFloating(dtype);

        /// <summary>Whether it holds complex numbers.</summary>
        public bool is_complex() => ElementType.IsComplex(dtype);

        /// <summary>Whether it holds whole numbers; bool does not count.</summary>
        public bool is_integral() => ElementType.IsInteger(dtype);

        /// <summary>Whether it is on the CPU: true.</summary>
        public bool is_cpu() => true;

        /// <summary>Whether it is on a GPU: false.</summary>
        public bool is_cuda => false;

        /// <summary>Whether its one element is not zero.</summary>
        /// <exception cref="InvalidOperationException">It has none, or more than one.</exception>
        public bool is_nonzero()
        {
            if (Elements != 1)
            {
                throw new InvalidOperationException(
                    $"Boolean value of Tensor with {(Elements == 0 ? "no values" : "more than one value")} is ambiguous: "
                    + $"{Shape.Text(Sizes)}");
            }
            using IDisposable off = GradMode.Set(false);
            return Masks.FlatPlaces(this).Elements == 1;
        }

        /// <summary>Size of one element in bytes.</summary>
        public long element_size() => ElementType.Bytes(dtype);

        /// <summary>Where its first element is in the memory that it looks into, in elements.</summary>
        public long storage_offset() => Offset;
    }
}
