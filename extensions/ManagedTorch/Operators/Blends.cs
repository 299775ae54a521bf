using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Formulas of three tensors in one loop.</summary>
internal static class Blends
{
    /// <summary>x + v·a·b.</summary>
    public static Tensor AddProduct(Tensor x, Tensor a, Tensor b, double v)
    {
        if (!TryMap3<AddProductFormula>(x, a, b, new(v), "addcmul", out Tensor y))
        {
            Tensor product = Arithmetic.Multiply(a, b);
            return Arithmetic.Add(x, product, ElementType.IsFloating(Promotion.Of(x, product)) ? v : (long)v);
        }
        // dx = dy, da = v·dy·b, db = v·dy·a
        return !Tape.Needs([x, a, b]) ? y : Tape.Record(y, "AddcmulBackward0", [x, a, b], [a, b], (dy, node) =>
        [
            Arithmetic.Given(dy, node, 0),
            node.Needs(1) ? Arithmetic.Given(dy * node[1] * v, node, 1) : null,
            node.Needs(2) ? Arithmetic.Given(dy * node[0] * v, node, 2) : null,
        ]);
    }

    /// <summary>x + v·a/b.</summary>
    public static Tensor AddQuotient(Tensor x, Tensor a, Tensor b, double v)
    {
        if (!TryMap3<AddQuotientFormula>(x, a, b, new(v), "addcdiv", out Tensor y))
        {
            return Arithmetic.Add(x, Arithmetic.Divide(a, b), v);
        }
        // dx = dy, da = v·dy/b, db = -v·dy·a/b²
        return !Tape.Needs([x, a, b]) ? y : Tape.Record(y, "AddcdivBackward0", [x, a, b], [a, b], (dy, node) =>
        [
            Arithmetic.Given(dy, node, 0),
            node.Needs(1) ? Arithmetic.Given(dy / node[1] * v, node, 1) : null,
            node.Needs(2) ? Arithmetic.Given(dy * node[0] / Function.Of<Square>(node[1]) * -v, node, 2) : null,
        ]);
    }

    /// <summary>a + w·(b - a): a for w = 0, b for w = 1.</summary>
    public static Tensor Lerp(Tensor a, Tensor b, Tensor w)
    {
        if (!TryMap3<LerpFormula>(a, b, w, default, "lerp", out Tensor y))
        {
            throw new ArgumentException(
                $"lerp: expected operands of one floating type, found {a.dtype}, {b.dtype} and {w.dtype}");
        }
        // da = dy·(1 - w), db = dy·w, dw = dy·(b - a)
        return !Tape.Needs([a, b, w]) ? y : Tape.Record(y, "LerpBackward1", [a, b, w], [a, b, w], static (dy, node) =>
        [
            node.Needs(0) ? Arithmetic.Given(dy * (1 - node[2]), node, 0) : null,
            node.Needs(1) ? Arithmetic.Given(dy * node[2], node, 1) : null,
            node.Needs(2) ? Arithmetic.Given(dy * (node[1] - node[0]), node, 2) : null,
        ]);
    }

    /// <summary>x += v·a·b in place.</summary>
    public static Tensor AddProductInPlace(Tensor x, Tensor a, Tensor b, double v) =>
        TryInPlace<AddProductFormula>(x, a, b, new(v)) ? x
            : InPlace.Apply(x, old => AddProduct(old, Old(a, x, old), Old(b, x, old), v));

    /// <summary>x += v·a/b in place.</summary>
    public static Tensor AddQuotientInPlace(Tensor x, Tensor a, Tensor b, double v) =>
        TryInPlace<AddQuotientFormula>(x, a, b, new(v)) ? x
            : InPlace.Apply(x, old => AddQuotient(old, Old(a, x, old), Old(b, x, old), v));

    /// <summary>x += w·(b - x) in place.</summary>
    public static Tensor LerpInPlace(Tensor x, Tensor b, Tensor w) =>
        TryInPlace<LerpFormula>(x, b, w, default) ? x : InPlace.Apply(x, old => Lerp(old, Old(b, x, old), Old(w, x, old)));

    private static Tensor Old(Tensor z, Tensor x, Tensor old) => ReferenceEquals(z, x) ? old : z;

    // Only for tensors of one floating type; others go through the single operations.
    private static bool TryMap3<TFormula>(Tensor x, Tensor a, Tensor b, Numbers numbers, string name, out Tensor y)
        where TFormula : struct, IFormulaOfThree
    {
        y = x;
        if (!ElementType.IsFloating(x.dtype) || a.dtype != x.dtype || b.dtype != x.dtype)
        {
            return false;
        }
        y = Tensor.Empty(Shape.Broadcast(x.Sizes, Shape.Broadcast(a.Sizes, b.Sizes, name), name), x.dtype);
        Pointwise.MapInto3<TFormula>(y, x, a, b, numbers);
        return true;
    }

    // Without history there is nothing to keep: x is read and written in the same loop.
    private static bool TryInPlace<TFormula>(Tensor x, Tensor a, Tensor b, Numbers numbers)
        where TFormula : struct, IFormulaOfThree
    {
        if (Tape.Needs([x, a, b])
            || !ElementType.IsFloating(x.dtype) || a.dtype != x.dtype || b.dtype != x.dtype
            || !Shape.Broadcast(x.Sizes, Shape.Broadcast(a.Sizes, b.Sizes, "addcmul_"), "addcmul_").AsSpan()
                .SequenceEqual(x.Sizes))
        {
            return false;
        }
        Tape.CheckInPlace(x);
        Pointwise.MapInto3<TFormula>(x, x, InPlace.Apart(a, x), InPlace.Apart(b, x), numbers);
        x.Storage.Version++;
        return true;
    }

    private readonly struct AddProductFormula : IFormulaOfThree
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> a, Vector256<T> b, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => x + k.A * a * b;
    }

    private readonly struct AddQuotientFormula : IFormulaOfThree
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> x, Vector256<T> a, Vector256<T> b, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => x + k.A * a / b;
    }

    // From the nearer end, so that both ends are met exactly.
    private readonly struct LerpFormula : IFormulaOfThree
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> a, Vector256<T> b, Vector256<T> w, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Vector256<T> width = b - a;
            return If(
                Vector256.LessThan(Vector256.Abs(w), Number<T>(0.5)), a + w * width, b - width * (Vector256<T>.One - w));
        }
    }
}
