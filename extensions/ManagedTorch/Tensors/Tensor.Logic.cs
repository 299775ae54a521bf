using TorchSharp.Loops;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Whether both elements are not 0, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor logical_and(Tensor other) => Logic.And(this, other);

        /// <summary>Whether both elements are not 0, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor logical_and_(Tensor other) => InPlace.Apply(this, other, Logic.And);

        /// <summary>Whether at least one of two elements is not 0, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor logical_or(Tensor other) => Logic.Or(this, other);

        /// <summary>Whether at least one of two elements is not 0, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor logical_or_(Tensor other) => InPlace.Apply(this, other, Logic.Or);

        /// <summary>Whether exactly one of two elements is not 0, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor logical_xor(Tensor other) => Logic.Xor(this, other);

        /// <summary>Whether exactly one of two elements is not 0, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor logical_xor_(Tensor other) => InPlace.Apply(this, other, Logic.Xor);

        /// <summary>Whether each element is 0.</summary>
        public Tensor logical_not() => Logic.Not(this);

        /// <summary>Whether each element is 0, in place; returns the tensor.</summary>
        public Tensor logical_not_() => InPlace.Apply(this, Logic.Not);

        /// <summary>Bits that both elements have; of whole numbers or bool.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_and(Tensor other) => Logic.Bits<BitAnd>(this, other, "bitwise_and");

        /// <summary>Bits that both elements have, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_and_(Tensor other) =>
            InPlace.Apply(this, other, static (x, y) => Logic.Bits<BitAnd>(x, y, "bitwise_and"));

        /// <summary>Bits that at least one of two elements has; of whole numbers or bool.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_or(Tensor other) => Logic.Bits<BitOr>(this, other, "bitwise_or");

        /// <summary>Bits that at least one of two elements has, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_or_(Tensor other) =>
            InPlace.Apply(this, other, static (x, y) => Logic.Bits<BitOr>(x, y, "bitwise_or"));

        /// <summary>Bits that exactly one of two elements has; of whole numbers or bool.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_xor(Tensor other) => Logic.Bits<BitXor>(this, other, "bitwise_xor");

        /// <summary>Bits that exactly one of two elements has, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_xor_(Tensor other) =>
            InPlace.Apply(this, other, static (x, y) => Logic.Bits<BitXor>(x, y, "bitwise_xor"));

        /// <summary>Bits moved left by the places in <paramref name="other"/>; of whole numbers or bool.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_left_shift(Tensor other) => Logic.Bits<ShiftLeft>(this, other, "bitwise_left_shift");

        /// <summary>Bits moved left by the places in <paramref name="other"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_left_shift_(Tensor other) =>
            InPlace.Apply(this, other, static (x, y) => Logic.Bits<ShiftLeft>(x, y, "bitwise_left_shift"));

        /// <summary>Bits moved right by the places in <paramref name="other"/>; of whole numbers or bool.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_right_shift(Tensor other) => Logic.Bits<ShiftRight>(this, other, "bitwise_right_shift");

        /// <summary>Bits moved right by the places in <paramref name="other"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor bitwise_right_shift_(Tensor other) =>
            InPlace.Apply(this, other, static (x, y) => Logic.Bits<ShiftRight>(x, y, "bitwise_right_shift"));

        /// <summary>All bits of each whole number turned over; of bool: not.</summary>
        public Tensor bitwise_not() => Logic.BitsNot(this);

        /// <summary>All bits of each whole number turned over; of bool: not, in place; returns the tensor.</summary>
        public Tensor bitwise_not_() => InPlace.Apply(this, Logic.BitsNot);

        /// <summary>A copy with <paramref name="value"/> where <paramref name="mask"/> is true.</summary>
        /// <exception cref="ArgumentException">The mask is not bool or does not broadcast.</exception>
        public Tensor masked_fill(Tensor mask, Scalar value) => Selection.Fill(this, mask, value);

        /// <summary>Puts <paramref name="value"/> where <paramref name="mask"/> is true, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The mask is not bool or does not broadcast.</exception>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Selection.FillInPlace(this, mask, value);
    }
}
