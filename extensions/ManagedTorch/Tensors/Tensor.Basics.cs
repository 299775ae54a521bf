using TorchSharp.Autograd;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sets every element to 0 in place; returns the tensor.</summary>
        public Tensor zero_() => fill_(0);

        /// <summary>Sets every element to <paramref name="value"/> in place; returns the tensor.</summary>
        public Tensor fill_(Scalar value)
        {
            Tape.CheckInPlace(this, oneValue: true);
            Copies.Fill(this, value);
            return Tape.RecordInPlace(
                this, "FillBackward0", [this], [], static (dy, _) => [Creation.Full(dy.Sizes, 0, dy.dtype)]);
        }

        /// <summary>Takes over the values of <paramref name="source"/>, stretched and converted, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The source cannot be stretched to this shape.</exception>
        public Tensor copy_(Tensor source, bool nonBlocking = false)
        {
            Tape.CheckInPlace(this);
            Copies.Into(this, Storage == source.Storage ? Copies.Contiguous(source) : source);
            ScalarType from = source.dtype;
            return Tape.RecordInPlace(this, "CopyBackwards", [this, source], [], (dy, node) =>
                [Creation.Full(dy.Sizes, 0, dy.dtype), Arithmetic.Given(dy, node, 1, from)]);
        }

        /// <summary>A contiguous copy.</summary>
        public Tensor clone() => Copies.Clone(this);

        /// <summary>The tensor itself if its elements lie row by row, otherwise a copy where they do.</summary>
        public Tensor contiguous() => Copies.AsContiguous(this);
    }
}
