using TorchSharp.Loops;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Whether both elements are not 0, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor logical_and(Tensor left, Tensor right) => Logic.And(left, right);

    /// <summary>Whether both elements are not 0, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor logical_and_(Tensor left, Tensor right) => InPlace.Apply(left, right, Logic.And);

    /// <summary>Whether at least one of two elements is not 0, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor logical_or(Tensor left, Tensor right) => Logic.Or(left, right);

    /// <summary>Whether at least one of two elements is not 0, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor logical_or_(Tensor left, Tensor right) => InPlace.Apply(left, right, Logic.Or);

    /// <summary>Whether exactly one of two elements is not 0, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor logical_xor(Tensor left, Tensor right) => Logic.Xor(left, right);

    /// <summary>Whether exactly one of two elements is not 0, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor logical_xor_(Tensor left, Tensor right) => InPlace.Apply(left, right, Logic.Xor);

    /// <summary>Whether each element is 0.</summary>
    public static Tensor logical_not(Tensor input) => Logic.Not(input);

    /// <summary>Bits that both elements have; of whole numbers or bool.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_and(Tensor left, Tensor right) => Logic.Bits<BitAnd>(left, right, "bitwise_and");

    /// <summary>Bits that both elements have, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_and_(Tensor left, Tensor right) =>
        InPlace.Apply(left, right, static (x, y) => Logic.Bits<BitAnd>(x, y, "bitwise_and"));

    /// <summary>Bits that at least one of two elements has; of whole numbers or bool.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_or(Tensor left, Tensor right) => Logic.Bits<BitOr>(left, right, "bitwise_or");

    /// <summary>Bits that at least one of two elements has, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_or_(Tensor left, Tensor right) =>
        InPlace.Apply(left, right, static (x, y) => Logic.Bits<BitOr>(x, y, "bitwise_or"));

    /// <summary>Bits that exactly one of two elements has; of whole numbers or bool.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_xor(Tensor left, Tensor right) => Logic.Bits<BitXor>(left, right, "bitwise_xor");

    /// <summary>Bits that exactly one of two elements has, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_xor_(Tensor left, Tensor right) =>
        InPlace.Apply(left, right, static (x, y) => Logic.Bits<BitXor>(x, y, "bitwise_xor"));

    /// <summary>Bits moved left by the places in <paramref name="right"/>; of whole numbers or bool.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_left_shift(Tensor left, Tensor right) =>
        Logic.Bits<ShiftLeft>(left, right, "bitwise_left_shift");

    /// <summary>Bits moved left by the places in <paramref name="right"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_left_shift_(Tensor left, Tensor right) =>
        InPlace.Apply(left, right, static (x, y) => Logic.Bits<ShiftLeft>(x, y, "bitwise_left_shift"));

    /// <summary>Bits moved right by the places in <paramref name="right"/>; of whole numbers or bool.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_right_shift(Tensor left, Tensor right) =>
        Logic.Bits<ShiftRight>(left, right, "bitwise_right_shift");

    /// <summary>Bits moved right by the places in <paramref name="right"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor bitwise_right_shift_(Tensor left, Tensor right) =>
        InPlace.Apply(left, right, static (x, y) => Logic.Bits<ShiftRight>(x, y, "bitwise_right_shift"));

    /// <summary>All bits of each whole number turned over; of bool: not.</summary>
    public static Tensor bitwise_not(Tensor input) => Logic.BitsNot(input);

    /// <summary>All bits of each whole number turned over; of bool: not, in place; returns the tensor.</summary>
    public static Tensor bitwise_not_(Tensor input) => InPlace.Apply(input, Logic.BitsNot);
}
