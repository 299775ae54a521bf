using TorchSharp.Loops;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether each element of the left equals that of the right.</summary>
        public static Tensor operator ==(Tensor left, Tensor right) => Comparisons.Compare<Equal>(left, right);

        /// <summary>Whether each element equals a number.</summary>
        public static Tensor operator ==(Tensor left, Scalar right) => Comparisons.Compare<Equal>(left, right);

        /// <summary>Whether a number equals each element.</summary>
        public static Tensor operator ==(Scalar left, Tensor right) => Comparisons.Compare<Equal>(right, left);

        /// <summary>Whether each element of the left differs from that of the right.</summary>
        public static Tensor operator !=(Tensor left, Tensor right) => Comparisons.Compare<NotEqual>(left, right);

        /// <summary>Whether each element differs from a number.</summary>
        public static Tensor operator !=(Tensor left, Scalar right) => Comparisons.Compare<NotEqual>(left, right);

        /// <summary>Whether a number differs from each element.</summary>
        public static Tensor operator !=(Scalar left, Tensor right) => Comparisons.Compare<NotEqual>(right, left);

        /// <summary>Whether each element of the left is less than that of the right.</summary>
        public static Tensor operator <(Tensor left, Tensor right) => Comparisons.Compare<Less>(left, right);

        /// <summary>Whether each element is less than a number.</summary>
        public static Tensor operator <(Tensor left, Scalar right) => Comparisons.Compare<Less>(left, right);

        /// <summary>Whether a number is less than each element.</summary>
        public static Tensor operator <(Scalar left, Tensor right) => Comparisons.Compare<Greater>(right, left);

        /// <summary>Whether each element of the left is at most that of the right.</summary>
        public static Tensor operator <=(Tensor left, Tensor right) => Comparisons.Compare<LessOrEqual>(left, right);

        /// <summary>Whether each element is at most a number.</summary>
        public static Tensor operator <=(Tensor left, Scalar right) => Comparisons.Compare<LessOrEqual>(left, right);

        /// <summary>Whether a number is at most each element.</summary>
        public static Tensor operator <=(Scalar left, Tensor right) => Comparisons.Compare<GreaterOrEqual>(right, left);

        /// <summary>Whether each element of the left is greater than that of the right.</summary>
        public static Tensor operator >(Tensor left, Tensor right) => Comparisons.Compare<Greater>(left, right);

        /// <summary>Whether each element is greater than a number.</summary>
        public static Tensor operator >(Tensor left, Scalar right) => Comparisons.Compare<Greater>(left, right);

        /// <summary>Whether a number is greater than each element.</summary>
        public static Tensor operator >(Scalar left, Tensor right) => Comparisons.Compare<Less>(right, left);

        /// <summary>Whether each element of the left is at least that of the right.</summary>
        public static Tensor operator >=(Tensor left, Tensor right) => Comparisons.Compare<GreaterOrEqual>(left, right);

        /// <summary>Whether each element is at least a number.</summary>
        public static Tensor operator >=(Tensor left, Scalar right) => Comparisons.Compare<GreaterOrEqual>(left, right);

        /// <summary>Whether a number is at least each element.</summary>
        public static Tensor operator >=(Scalar left, Tensor right) => Comparisons.Compare<LessOrEqual>(right, left);

        /// <summary>Bits that both have; of bool: and.</summary>
        public static Tensor operator &(Tensor left, Tensor right) => Logic.Bits<BitAnd>(left, right, "bitwise_and");

        /// <summary>Bits that at least one has; of bool: or.</summary>
        public static Tensor operator |(Tensor left, Tensor right) => Logic.Bits<BitOr>(left, right, "bitwise_or");

        /// <summary>Bits that exactly one has; of bool: either … or.</summary>
        public static Tensor operator ^(Tensor left, Tensor right) => Logic.Bits<BitXor>(left, right, "bitwise_xor");

        /// <summary>All bits turned over; of bool: not.</summary>
        public static Tensor operator ~(Tensor left) => Logic.BitsNot(left);

        /// <summary>Whether shape and all elements are equal; NaN equals nothing.</summary>
        public bool Equals(Tensor target) => Comparisons.AreEqual(this, target);

        /// <summary>Whether the other is a tensor of the same shape with equal elements; NaN equals nothing.</summary>
        public override bool Equals(object? obj) => obj is Tensor other && Comparisons.AreEqual(this, other);

        /// <summary>A number for the tensor as an object: equal tensors may have different ones.</summary>
        public override int GetHashCode() => base.GetHashCode();
    }
}
