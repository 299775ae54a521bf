using TorchSharp.Autograd;
using TorchSharp.Operators;
using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether a hook has seen it, so that it must not be given back early.</summary>
        internal bool IsShown { get; set; }

        /// <summary>Converts a parameter or buffer where it is, gradient included, so that all who hold it see the new
        /// values.</summary>
        internal void ConvertInPlace(ScalarType dtype)
        {
            if (dtype == _dtype)
            {
                return;
            }
            using (GradMode.Set(false))
            {
                using Tensor converted = Copies.To(detach(), dtype);
                Storage before = Storage;
                Storage = converted.Storage;
                Storage.AddReference();
                before.Release();
                _dtype = dtype;
                Strides = converted.Strides;
                Offset = converted.Offset;
                IsContiguous = converted.IsContiguous;
                if (State is { Gradient: { } gradient } state)
                {
                    state.Gradient = Copies.To(gradient, dtype).DetachFromDisposeScope();
                }
            }
        }
    }
}
