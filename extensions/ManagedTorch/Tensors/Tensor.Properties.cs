using TorchSharp.Tensors;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sizes of the axes; a fresh array each time.</summary>
        public long[] shape => [.. Sizes];

        /// <summary>The type of the elements.</summary>
        public ScalarType dtype => _dtype;

        /// <summary>Where it is computed: the CPU.</summary>
        public Device device => CPU;

        /// <summary>Number of axes.</summary>
        public long ndim => Sizes.Length;

        /// <summary>Number of elements.</summary>
        public long NumberOfElements => Elements;

        /// <summary>Number of axes.</summary>
        public long dim() => Sizes.Length;

        /// <summary>Number of elements.</summary>
        public long numel() => Elements;

        /// <summary>The size of one axis; -1 is the last one.</summary>
        /// <exception cref="ArgumentOutOfRangeException">No such axis.</exception>
        public long size(int dim) => Sizes[Shape.Axis(dim, Sizes.Length)];

        /// <summary>The step of one axis, in elements.</summary>
        public long stride(int dim) => Strides[Shape.Axis(dim, Sizes.Length)];

        /// <summary>The steps of all axes, in elements.</summary>
        public long[] stride() => [.. Strides];

        /// <summary>Whether the elements lie row by row without gaps.</summary>
        public bool is_contiguous() => IsContiguous;

        /// <summary>Hands it to the dispose scope around its own; returns it.</summary>
        public Tensor MoveToOuterDisposeScope()
        {
            Scope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Takes it out of its dispose scope; returns it.</summary>
        public Tensor DetachFromDisposeScope()
        {
            Scope?.Forget(this);
            return this;
        }

        /// <summary>Hands it to another dispose scope, or to none; returns it.</summary>
        public Tensor MoveToOtherDisposeScope(DisposeScope? other)
        {
            Scope?.Forget(this);
            other?.Add(this);
            return this;
        }

        /// <summary>Hands it to the dispose scope of another tensor; returns it.</summary>
        public Tensor MoveToOtherDisposeScope(Tensor other) => MoveToOtherDisposeScope(other.Scope);
    }
}
