using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Sums, differences, products and quotients written over their first operand.</summary>
internal static class ArithmeticInPlace
{
    /// <summary>x += alpha·z.</summary>
    public static Tensor Add(Tensor x, Tensor z, Scalar? alpha = null)
    {
        Tensor scaled = alpha is null || alpha.Real == 1 ? z : Arithmetic.Multiply(z, alpha);
        if (!IsDirect(x, scaled))
        {
            return InPlace.Apply(x, scaled, static (old, other) => Arithmetic.Add(old, other));
        }
        Tape.CheckInPlace(x);
        Arithmetic.NumericInto<Plus>(x, x, InPlace.Apart(scaled, x));
        return Tape.RecordInPlace(x, "AddBackward0", [x, scaled], [], static (dy, node) => [dy, Arithmetic.Given(dy, node, 1)]);
    }

    /// <summary>x -= z.</summary>
    public static Tensor Subtract(Tensor x, Tensor z)
    {
        if (!IsDirect(x, z))
        {
            return InPlace.Apply(x, z, static (old, other) => Arithmetic.Subtract(old, other));
        }
        Tape.CheckInPlace(x);
        Arithmetic.NumericInto<Minus>(x, x, InPlace.Apart(z, x));
        return Tape.RecordInPlace(x, "SubBackward0", [x, z], [], static (dy, node) =>
            [dy, node.Needs(1) ? Arithmetic.Given(Arithmetic.Multiply(dy, -1), node, 1) : null]);
    }

    /// <summary>x *= z.</summary>
    public static Tensor Multiply(Tensor x, Tensor z)
    {
        if (!IsDirect(x, z) || Tape.Needs([x, z]))
        {
            return InPlace.Apply(x, z, static (old, other) => Arithmetic.Multiply(old, other));
        }
        Tape.CheckInPlace(x);
        Arithmetic.NumericInto<Times>(x, x, InPlace.Apart(z, x));
        x.Storage.Version++;
        return x;
    }

    /// <summary>x /= z, x floating.</summary>
    public static Tensor Divide(Tensor x, Tensor z, RoundingMode rounding = RoundingMode.None)
    {
        if (rounding != RoundingMode.None || !ElementType.IsFloating(x.dtype) || !IsDirect(x, z) || Tape.Needs([x, z]))
        {
            return InPlace.Apply(x, z, (old, other) => Division.Divide(old, other, rounding));
        }
        Tape.CheckInPlace(x);
        Arithmetic.NumericInto<Over>(x, x, InPlace.Apart(z, x));
        x.Storage.Version++;
        return x;
    }

    /// <summary>x += number.</summary>
    public static Tensor Add(Tensor x, Scalar number) => WithNumber<Plus>(x, number, static (old, b) => Arithmetic.Add(old, b));

    /// <summary>x -= number.</summary>
    public static Tensor Subtract(Tensor x, Scalar number) =>
        WithNumber<Minus>(x, number, static (old, b) => Arithmetic.Subtract(old, b));

    /// <summary>x *= number.</summary>
    public static Tensor Multiply(Tensor x, Scalar number) =>
        WithNumber<Times>(x, number, static (old, b) => Arithmetic.Multiply(old, b));

    /// <summary>x /= number.</summary>
    public static Tensor Divide(Tensor x, Scalar number, RoundingMode rounding = RoundingMode.None) =>
        rounding == RoundingMode.None
        ? WithNumber<Over>(x, number, static (old, b) => Arithmetic.Divide(old, b))
        : InPlace.Apply(x, old => Division.Divide(old, number, rounding));

    // Without history the numbers are changed where they are. A derivative by x needs only the number.
    private static Tensor WithNumber<TOp>(Tensor x, Scalar number, Func<Tensor, Scalar, Tensor> operation)
        where TOp : struct, INumericOp
    {
        if (Tape.Needs(x) || !ElementType.IsFloating(x.dtype) || ElementType.IsComplex(number.Type))
        {
            return InPlace.Apply(x, old => operation(old, number));
        }
        Tape.CheckInPlace(x);
        using Tensor b = Creation.Full([], number, x.dtype);
        Arithmetic.NumericInto<TOp>(x, x, b);
        x.Storage.Version++;
        return x;
    }

    private static bool IsDirect(Tensor x, Tensor z) =>
        !ReferenceEquals(x, z) && x.dtype == z.dtype
        && x.dtype is not (ScalarType.Bool or ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64)
        && Shape.Broadcast(x.Sizes, z.Sizes, "in place").AsSpan().SequenceEqual(x.Sizes);
}
