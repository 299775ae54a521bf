using TorchSharp.Modules;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Converts parameters and floating-point buffers, here and in all modules in it.</summary>
            /// <exception cref="ArgumentException">The type holds whole numbers.</exception>
            protected internal virtual Module _to(ScalarType dtype, bool non_blocking)
            {
                if (!ElementType.IsDifferentiable(dtype))
                {
                    throw new ArgumentException(
                        $"nn.Module.to only accepts floating point or complex types, but got desired dtype={dtype}",
                            nameof(dtype));
                }
                _toEpilog(dtype, null, non_blocking);
                return this;
            }

            /// <summary>Checks that the device is the CPU, and converts as <see cref="_to(ScalarType, bool)"/>.</summary>
            protected internal virtual Module _to(Device device, ScalarType dtype, bool non_blocking)
            {
                Device.Check(device);
                return _to(dtype, non_blocking);
            }

            /// <summary>Checks that the device is the CPU.</summary>
            /// <exception cref="NotSupportedException">Another device.</exception>
            protected internal virtual Module _to(DeviceType deviceType, int deviceIndex, bool non_blocking)
            {
                Device.Check(new Device(deviceType, deviceIndex));
                return this;
            }

            /// <summary>Converts what the module holds itself, then the modules in it.</summary>
            protected virtual void _toEpilog(ScalarType? dtype, Device? device, bool non_blocking)
            {
                Device.Check(device);
                if (dtype is not { } type)
                {
                    return;
                }
                // The tensors stay the same objects, so that optimisers and fields that hold them need no change.
                foreach (Parameter parameter in _parameters.Values)
                {
                    if (ElementType.IsDifferentiable(parameter.dtype))
                    {
                        parameter.ConvertInPlace(type);
                    }
                }
                foreach ((Tensor buffer, _) in _buffers.Values)
                {
                    if (ElementType.IsDifferentiable(buffer.dtype))
                    {
                        buffer.ConvertInPlace(type);
                    }
                }
                foreach (string key in _submoduleOrder)
                {
                    _submodules[key]._to(type, non_blocking);
                }
            }
        }
    }
}
