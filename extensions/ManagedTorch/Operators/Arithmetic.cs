using System.Numerics;
using System.Runtime.Intrinsics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Sums, differences, products and quotients, element by element.</summary>
internal static class Arithmetic
{
    /// <summary>a + alpha·b.</summary>
    public static Tensor Add(Tensor a, Tensor b, Scalar? alpha = null)
    {
        if (alpha is not null && alpha.Real != 1)
        {
            return Add(a, Scaled(a, b, alpha));
        }
        ScalarType type = Promotion.Of(a, b);
        Tensor y = type == ScalarType.Bool ? Binary<OrOp>(a, b, type, "add") : Numeric<Plus>(a, b, type, "add");
        // d(a + b)/da = 1, d(a + b)/db = 1
        return Tape.Record(y, "AddBackward0", [a, b], [], static (dy, node) => [Given(dy, node, 0), Given(dy, node, 1)]);
    }

    /// <summary>a - alpha·b.</summary>
    public static Tensor Subtract(Tensor a, Tensor b, Scalar? alpha = null)
    {
        if (alpha is not null && alpha.Real != 1)
        {
            return Subtract(a, Scaled(a, b, alpha));
        }
        ScalarType type = Promotion.Of(a, b);
        if (a.dtype == ScalarType.Bool || b.dtype == ScalarType.Bool)
        {
            throw new ArgumentException(
                "Subtraction, the `-` operator, with a bool tensor is not supported. If you are trying to invert a mask, use "
                + "the `~` or `logical_not()` operator instead.");
        }
        // d(a - b)/da = 1, d(a - b)/db = -1
        return Tape.Record(Numeric<Minus>(a, b, type, "sub"), "SubBackward0", [a, b], [], static (dy, node) =>
            [Given(dy, node, 0), node.Needs(1) ? Given(Multiply(dy, -1), node, 1) : null]);
    }

    /// <summary>a·b.</summary>
    public static Tensor Multiply(Tensor a, Tensor b)
    {
        ScalarType type = Promotion.Of(a, b);
        Tensor y = type == ScalarType.Bool ? Binary<AndOp>(a, b, type, "mul")
            : ElementType.IsComplex(type) ? ComplexArithmetic.Multiply(a, b, type)
            : Numeric<Times>(a, b, type, "mul");
        // d(ab)/da = b, d(ab)/db = a (complex: its conjugate)
        return Tape.Record(y, "MulBackward0", [a, b], [a, b], static (dy, node) =>
        [
            node.Needs(0) ? Given(Multiply(dy, ComplexArithmetic.Conjugate(node[1])), node, 0, node[0].dtype) : null,
            node.Needs(1) ? Given(Multiply(dy, ComplexArithmetic.Conjugate(node[0])), node, 1, node[1].dtype) : null,
        ]);
    }

    /// <summary>a/b; whole numbers give floating-point quotients.</summary>
    public static Tensor Divide(Tensor a, Tensor b)
    {
        ScalarType type = Promotion.Of(a, b);
        if (!ElementType.IsDifferentiable(type))
        {
            type = get_default_dtype();
        }
        Tensor y = ElementType.IsComplex(type) ? ComplexArithmetic.Divide(a, b, type) : Numeric<Over>(a, b, type, "div");
        // d(a/b)/da = 1/b, d(a/b)/db = -a/b²
        return Tape.Record(y, "DivBackward0", [a, b], [a, b], static (dy, node) =>
        {
            Tensor byB = Divide(dy, ComplexArithmetic.Conjugate(node[1]));
            return
            [
                node.Needs(0) ? Given(byB, node, 0, node[0].dtype) : null,
                node.Needs(1)
                    ? Given(Multiply(Multiply(byB, -1), ComplexArithmetic.Conjugate(Divide(node[0], node[1]))), node, 1,
                        node[1].dtype)
                    : null,
            ];
        });
    }

    /// <summary>a + number.</summary>
    public static Tensor Add(Tensor a, Scalar b) => Tape.Record(
        WithNumber<Plus, OrOp>(a, b, "add"), "AddBackward0", [a], [], static (dy, node) => [Given(dy, node, 0)]);

    /// <summary>a·number.</summary>
    public static Tensor Multiply(Tensor a, Scalar b) => Tape.Record(
        WithNumber<Times, AndOp>(a, b, "mul"), "MulBackward0", [a], [], (dy, _) => [Multiply(dy, b)]);

    /// <summary>number + a.</summary>
    public static Tensor Add(Scalar a, Tensor b) => Add(b, a);

    /// <summary>number·a.</summary>
    public static Tensor Multiply(Scalar a, Tensor b) => Multiply(b, a);

    /// <summary>a - number.</summary>
    public static Tensor Subtract(Tensor a, Scalar b) => Tape.Record(
        WithNumber<Minus, AndOp>(RefuseBool(a, b), b, "sub"), "SubBackward0", [a], [], static (dy, _) => [dy]);

    /// <summary>number - a.</summary>
    public static Tensor Subtract(Scalar a, Tensor b) => Tape.Record(
        WithNumber<MinusFrom, AndOp>(RefuseBool(b, a), a, "rsub"), "RsubBackward1", [b], [], static (dy, _) =>
            [Multiply(dy, -1)]);

    /// <summary>-a.</summary>
    public static Tensor Negate(Tensor a) => a.dtype == ScalarType.Bool
        ? throw new ArgumentException(
            "Negation, the `-` operator, on a bool tensor is not supported. Use the `~` or `logical_not()` operator.")
        : Multiply(a, -1);

    /// <summary>a/number.</summary>
    public static Tensor Divide(Tensor a, Scalar b)
    {
        if (!ElementType.IsFloating(a.dtype) || ElementType.IsComplex(b.Type))
        {
            return Divide(a, Creation.Full([], b, Promotion.Of(a, b)));
        }
        return Tape.Record(WithNumber<Over, AndOp>(a, b, "div"), "DivBackward0", [a], [], (dy, _) => [Divide(dy, b)]);
    }

    /// <summary>number/a.</summary>
    public static Tensor Divide(Scalar a, Tensor b) => Divide(Creation.Full([], a, Promotion.Of(b, a)), b);

    /// <summary>a - b·⌊a/b⌋: the remainder with the sign of b.</summary>
    public static Tensor Remainder(Tensor a, Tensor b)
    {
        ScalarType type = Promotion.Of(a, b);
        Division.RefuseZero(b, type);
        // d(a - b⌊a/b⌋)/da = 1, d/db = -⌊a/b⌋
        return Tape.Record(Numeric<Modulo>(a, b, type, "remainder"), "RemainderBackward0", [a, b], [a, b], static (dy, node) =>
        [
            Given(dy, node, 0),
            node.Needs(1)
                ? Given(Multiply(dy, Divide(Subtract(Remainder(node[0], node[1]), node[0]), node[1])), node, 1)
                : null,
        ]);
    }

    /// <summary>The remainder of each element by a number, with its sign.</summary>
    public static Tensor Remainder(Tensor a, Scalar b) => Tape.Record(
        WithNumber<Modulo, AndOp>(a, Division.RefuseZero(a, b), "remainder"), "RemainderBackward0", [a], [],
            static (dy, _) => [dy]);

    /// <summary>y += x in place, x stretched to y; not recorded.</summary>
    public static void AddInto(Tensor y, Tensor x)
    {
        if (ElementType.IsComplex(y.dtype))
        {
            Tensor source = Copies.To(x, y.dtype);
            AddInto(ComplexParts.Pairs(y), ComplexParts.Pairs(source));
            return;
        }
        NumericInto<Plus>(y, y, Copies.To(x, y.dtype));
    }

    /// <summary>The gradient dy for input <paramref name="input"/>: summed over what was stretched, in its type; null if not
    /// wanted.</summary>
    public static Tensor? Given(Tensor dy, Node node, int input, ScalarType? type = null)
    {
        if (!node.Needs(input))
        {
            return null;
        }
        Tensor summed = Reductions.SumTo(dy, node.SizesOf(input));
        if (type is { } wanted && wanted != summed.dtype)
        {
            return ElementType.IsComplex(summed.dtype) && !ElementType.IsComplex(wanted)
                ? Copies.To(ComplexArithmetic.RealPart(summed), wanted)
                : Copies.To(summed, wanted);
        }
        return summed;
    }

    /// <summary>A new tensor op(a, b) of type <paramref name="type"/>, operands converted and broadcast; not recorded.</summary>
    public static Tensor Numeric<TOp>(Tensor a, Tensor b, ScalarType type, string name) where TOp : struct, INumericOp
    {
        Tensor y = Result(a, b, type, name);
        if (ElementType.IsComplex(type))
        {
            ComplexArithmetic.PartByPart<TOp>(y, Copies.To(a, type), Copies.To(b, type));
        }
        else
        {
            NumericInto<TOp>(y, Copies.To(a, type), Copies.To(b, type));
        }
        return y;
    }

    /// <summary>y = op(a, b) for operands of one real type.</summary>
    public static void NumericInto<TOp>(Tensor y, Tensor a, Tensor b) where TOp : struct, INumericOp
    {
        var plan = new LoopPlan(y, a, b);
        switch (y.dtype)
        {
            case ScalarType.Float32: plan.Execute(new BinaryRun<NumericOp<TOp, float>, float>()); break;
            case ScalarType.Float64: plan.Execute(new BinaryRun<NumericOp<TOp, double>, double>()); break;
            case ScalarType.Int64: plan.Execute(new BinaryRun<NumericOp<TOp, long>, long>()); break;
            case ScalarType.Int32: plan.Execute(new BinaryRun<NumericOp<TOp, int>, int>()); break;
            case ScalarType.Byte: plan.Execute(new BinaryRun<NumericOp<TOp, byte>, byte>()); break;
            default: throw ElementType.Missing(y.dtype);
        }
    }

    /// <summary>A new bool tensor op(a, b); not recorded.</summary>
    public static Tensor Binary<TOp>(Tensor a, Tensor b, ScalarType type, string name) where TOp : unmanaged, IBinaryOp<byte>
    {
        Tensor y = Result(a, b, type, name);
        new LoopPlan(y, Copies.To(a, type), Copies.To(b, type)).Execute(new BinaryRun<TOp, byte>());
        return y;
    }

    /// <summary>An uninitialised tensor for a result of a and b.</summary>
    public static Tensor Result(Tensor a, Tensor b, ScalarType type, string name)
    {
        long[] sizes = Shape.Broadcast(a.Sizes, b.Sizes, name);
        return ReferenceEquals(sizes, a.Sizes) ? Tensor.EmptyLike(a, type)
            : ReferenceEquals(sizes, b.Sizes) ? Tensor.EmptyLike(b, type)
            : Tensor.Empty(sizes, type);
    }

    // alpha·b of the type that a + b has: a number changes no type here.
    private static Tensor Scaled(Tensor a, Tensor b, Scalar alpha) => Copies.To(Multiply(b, alpha), Promotion.Of(a, b));

    private static Tensor RefuseBool(Tensor a, Scalar b) => a.dtype == ScalarType.Bool || b.Type == ScalarType.Bool
        ? throw new ArgumentException(
            "Subtraction, the `-` operator, with a bool tensor is not supported. Use `~` or `logical_not()`.")
        : a;

    private static Tensor WithNumber<TOp, TBoolOp>(Tensor a, Scalar number, string name)
        where TOp : struct, INumericOp
        where TBoolOp : unmanaged, IBinaryOp<byte>
    {
        ScalarType type = Promotion.Of(a, number);
        Tensor b = Creation.Full([], number, type);
        Tensor y = type == ScalarType.Bool ? Binary<TBoolOp>(a, b, type, name)
            : ElementType.IsComplex(type) && typeof(TOp) == typeof(Times) ? ComplexArithmetic.Multiply(a, b, type)
            : Numeric<TOp>(a, b, type, name);
        b.Dispose();
        return y;
    }
}
