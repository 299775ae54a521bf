using System.Numerics;
using System.Runtime.Intrinsics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Powers, with numbers or tensors as base and exponent.</summary>
internal static class Powers
{
    /// <summary>xᵖ. Frequent exponents take their own formula.</summary>
    /// <exception cref="ArgumentException">Whole numbers with a negative whole exponent.</exception>
    public static Tensor Power(Tensor x, Scalar p)
    {
        ScalarType type = Promotion.Of(x, p);
        if (!ElementType.IsFloating(type))
        {
            return PowerOfWhole(x, Creation.Full([], p, type), type);
        }
        Tensor source = Copies.To(x, type);
        return p.Real switch
        {
            0 => Tape.Record(Creation.Full(x.Sizes, 1, type), "PowBackward0", [source], [], static (dy, _) =>
                [Creation.Full(dy.Sizes, 0, dy.dtype)]),
            1 => Copies.Clone(source),
            2 => Function.Of<Square>(source),
            3 => Function.Of<Cube>(source),
            0.5 => Function.Of<Sqrt>(source),
            -0.5 => Function.Of<Rsqrt>(source),
            -1 => Function.Of<Reciprocal>(source),
            _ => Function.Of<Power>(source, new(p.Real)),
        };
    }

    /// <summary>pˣ.</summary>
    public static Tensor Power(Scalar p, Tensor x)
    {
        ScalarType type = Promotion.Of(x, p);
        return ElementType.IsFloating(type)
            ? Function.Of<PowerOf>(Copies.To(x, type), new(p.Real, Math.Log(p.Real)))
            : PowerOfWhole(Creation.Full([], p, type), x, type);
    }

    /// <summary>aᵇ, element by element.</summary>
    public static Tensor Power(Tensor a, Tensor b)
    {
        ScalarType type = Promotion.Of(a, b), typeOfA = a.dtype, typeOfB = b.dtype;
        if (!ElementType.IsFloating(type))
        {
            return PowerOfWhole(a, b, type);
        }
        Tensor y = Pointwise.Map2<PowerFormula>(a, b, "pow");
        if (!Tape.Needs([a, b]))
        {
            return y;
        }
        // daᵇ/da = b·aᵇ⁻¹, daᵇ/db = aᵇ·log a; no slope where the power is constant: b = 0, or a = 0 and b ≥ 0
        return Tape.Record(y, "PowBackward1", [a, b], [a, b, y], (dy, node) =>
        [
            node.Needs(0)
                ? Arithmetic.Given(
                    Selection.Where(Comparisons.Compare<Equal>(node[1], 0), 0, dy * (node[1] * Power(node[0], node[1] - 1))),
                    node, 0, typeOfA)
                : null,
            node.Needs(1)
                ? Arithmetic.Given(
                    Selection.Where(
                        Logic.And(Comparisons.Compare<Equal>(node[0], 0), Comparisons.Compare<GreaterOrEqual>(node[1], 0)),
                        0,
                        dy * (node[2] * Function.Of<Log>(node[0]))),
                    node,
                    1,
                    typeOfB)
                : null,
        ]);
    }

    private static Tensor PowerOfWhole(Tensor a, Tensor b, ScalarType type)
    {
        if (ElementType.IsComplex(type))
        {
            throw Pointwise.NotForComplex("pow");
        }
        if (b.Elements == 1 && Truth.IsTrueAnywhere(Comparisons.Compare<Less>(b, 0)))
        {
            throw new ArgumentException("Integers to negative integer powers are not allowed.");
        }
        return type == ScalarType.Bool
            ? Logic.Or(a, Logic.Not(b))
            : Arithmetic.Numeric<WholePower>(a, b, type, "pow");
    }

    private readonly struct PowerFormula : IFormulaOfTwo
    {
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> p, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => LanePower.Of(x, p);
    }

    // By squaring, modulo 2ⁿ as the type's products are. Negative exponents give what 1/aᵇ is as a whole number.
    private readonly struct WholePower : INumericOp
    {
        public static bool Vectorized => false;

        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T>
        {
            long exponent = long.CreateTruncating(b);
            if (exponent < 0)
            {
                return a == T.One ? T.One : a == -T.One ? (exponent % 2 == 0 ? T.One : a) : T.Zero;
            }
            T power = T.One;
            for (T factor = a; exponent > 0; exponent >>= 1, factor = unchecked(factor * factor))
            {
                if ((exponent & 1) == 1)
                {
                    power = unchecked(power * factor);
                }
            }
            return power;
        }
    }
}
