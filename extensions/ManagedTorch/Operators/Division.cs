using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Quotients rounded to whole numbers, and what they leave.</summary>
internal static class Division
{
    /// <summary>a/b, rounded as asked for; rounded quotients keep whole numbers whole and have no slope.</summary>
    public static Tensor Divide(Tensor a, Tensor b, RoundingMode rounding) => rounding switch
    {
        RoundingMode.floor => WithoutSlope(Rounded<FloorOp>(a, b, "floor_divide"), a, b),
        RoundingMode.trunc => WithoutSlope(Rounded<TruncateOp>(a, b, "trunc_divide"), a, b),
        _ => Arithmetic.Divide(a, b),
    };

    /// <summary>a/number, rounded as asked for.</summary>
    public static Tensor Divide(Tensor a, Scalar b, RoundingMode rounding) => rounding == RoundingMode.None
        ? Arithmetic.Divide(a, b)
        : Divide(a, Creation.Full([], b, Promotion.Of(a, b)), rounding);

    /// <summary>a - b·trunc(a/b): the remainder with the sign of a.</summary>
    public static Tensor Fmod(Tensor a, Tensor b)
    {
        ScalarType typeOfA = a.dtype, typeOfB = b.dtype;
        Tensor y = Rounded<FmodOp>(a, b, "fmod");
        if (!Tape.Needs([a, b]))
        {
            return y;
        }
        // d/da = 1, d/db = -trunc(a/b)
        return Tape.Record(y, "FmodBackward0", [a, b], [a, b], (dy, node) =>
        [
            Arithmetic.Given(dy, node, 0, typeOfA),
            node.Needs(1)
                ? Arithmetic.Given(-dy * Divide(node[0], node[1], RoundingMode.trunc), node, 1, typeOfB)
                : null,
        ]);
    }

    /// <summary>The remainder by a number, with the sign of a.</summary>
    public static Tensor Fmod(Tensor a, Scalar b) => Fmod(a, Creation.Full([], b, Promotion.Of(a, b)));

    /// <summary>Refuses whole numbers over 0, which have no result.</summary>
    /// <exception cref="DivideByZeroException">An element of b is 0.</exception>
    public static void RefuseZero(Tensor b, ScalarType type)
    {
        if (!ElementType.IsFloating(type) && Truth.IsTrueAnywhere(Logic.Not(b)))
        {
            throw new DivideByZeroException("ZeroDivisionError: an element of the integer divisor is 0");
        }
    }

    /// <summary>The same for a number as the divisor; returns it.</summary>
    public static Scalar RefuseZero(Tensor a, Scalar b) => b.Whole == 0 && !ElementType.IsFloating(Promotion.Of(a, b))
        ? throw new DivideByZeroException("ZeroDivisionError: the integer divisor is 0")
        : b;

    private static Tensor Rounded<TOp>(Tensor a, Tensor b, string name) where TOp : struct, INumericOp
    {
        ScalarType type = Promotion.Of(a, b);
        if (ElementType.IsComplex(type))
        {
            throw Pointwise.NotForComplex(name);
        }
        RefuseZero(b, type);
        return Arithmetic.Numeric<TOp>(a, b, type == ScalarType.Bool ? ScalarType.Byte : type, name);
    }

    private static Tensor WithoutSlope(Tensor y, Tensor a, Tensor b) => !Tape.Needs([a, b])
        ? y
        : Tape.Record(y, "DivBackward2", [a, b], [], static (dy, node) =>
        [
            node.Needs(0) ? Creation.Full(node.SizesOf(0), 0, dy.dtype) : null,
            node.Needs(1) ? Creation.Full(node.SizesOf(1), 0, dy.dtype) : null,
        ]);

    private readonly struct FmodOp : INumericOp
    {
        public static bool Vectorized => false;

        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => Modulo.IsMinusOne(b) ? a - Truncate(a) : a % b;
    }

    // Through the remainder, because a/b may round up to a whole number that it does not reach.
    private readonly struct FloorOp : INumericOp
    {
        public static bool Vectorized => false;

        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T>
        {
            if (T.IsZero(b))
            {
                return a / b;
            }
            if (Modulo.IsMinusOne(b))
            {
                return Floor(unchecked(-a));    // the smallest whole number over -1 would fault
            }
            T remainder = a % b;
            T quotient = Nearest((a - remainder) / b);
            return remainder != T.Zero && (remainder < T.Zero) != (b < T.Zero) ? quotient - T.One : quotient;
        }
    }

    private readonly struct TruncateOp : INumericOp
    {
        public static bool Vectorized => false;

        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> =>
            Modulo.IsMinusOne(b) ? Truncate(unchecked(-a)) : Truncate(a / b);
    }

    private static T Floor<T>(T x) where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? T.CreateTruncating(MathF.Floor(float.CreateTruncating(x)))
        : typeof(T) == typeof(double) ? T.CreateTruncating(Math.Floor(double.CreateTruncating(x)))
        : x;

    private static T Nearest<T>(T x) where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? T.CreateTruncating(MathF.Round(float.CreateTruncating(x)))
        : typeof(T) == typeof(double) ? T.CreateTruncating(Math.Round(double.CreateTruncating(x)))
        : x;

    private static T Truncate<T>(T x) where T : unmanaged, INumber<T> =>
        typeof(T) == typeof(float) ? T.CreateTruncating(MathF.Truncate(float.CreateTruncating(x)))
        : typeof(T) == typeof(double) ? T.CreateTruncating(Math.Truncate(double.CreateTruncating(x)))
        : x;
}
