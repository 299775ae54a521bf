using System.Numerics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Functions of one variable that whole numbers keep whole; all others are called as <see cref="Function"/>.</summary>
internal static class Elementary
{
    /// <summary>|x|; of complex numbers their distance from 0.</summary>
    public static Tensor Absolute(Tensor x) => ElementType.IsFloating(x.dtype) ? Function.Of<Abs>(x)
        : ElementType.IsComplex(x.dtype) ? AbsoluteOfComplex(x)
        : Pointwise.MapNumeric<WholeAbsolute>(x);

    /// <summary>-1, 0 or 1.</summary>
    public static Tensor Signs(Tensor x) =>
        ElementType.IsFloating(x.dtype) ? Function.Of<Sign>(x) : Pointwise.MapNumeric<WholeSign>(x);

    /// <summary>x².</summary>
    public static Tensor Squared(Tensor x) => ElementType.IsFloating(x.dtype) ? Function.Of<Square>(x) : Powers.Power(x, 2);

    /// <summary>A rounding function; whole numbers are copied.</summary>
    public static Tensor Rounded<TFunction>(Tensor x) where TFunction : struct, IFunction =>
        ElementType.IsInteger(x.dtype) ? Copies.Clone(x) : Function.Of<TFunction>(x);

    /// <summary>x rounded to a number of decimals; below 0 to tens, hundreds …</summary>
    public static Tensor Rounded(Tensor x, long decimals) => decimals == 0 || ElementType.IsInteger(x.dtype) ? Rounded<Round>(x)
        : decimals > 0 ? Function.Of<RoundDecimals>(x, new(Math.Pow(10, decimals)))
        : Function.Of<RoundTens>(x, new(Math.Pow(10, -decimals)));

    /// <summary>x with other numbers in place of NaN and infinities; null for the largest of the type.</summary>
    public static Tensor WithoutNaN(Tensor x, double nan, double? positive, double? negative)
    {
        if (!ElementType.IsFloating(x.dtype))
        {
            return Copies.Clone(x);
        }
        double largest = x.dtype == ScalarType.Float32 ? float.MaxValue : double.MaxValue;
        return Function.Of<NanToNum>(x, new(nan, positive ?? largest, negative ?? -largest));
    }

    /// <summary>log(x/(1 - x)); x cut to eps … 1 - eps if given.</summary>
    public static Tensor Logits(Tensor x, double? eps) => Function.Of<Logit>(
        x, eps is { } edge ? new(edge, 1 - edge) : new(double.NegativeInfinity, double.PositiveInfinity));

    // d|z| = Re(z̄·dz)/|z|, so the gradient is dy·z/|z|; 0 at 0
    private static Tensor AbsoluteOfComplex(Tensor x)
    {
        ScalarType type = x.dtype;
        using IDisposable off = GradMode.Set(false);
        Tensor y = PlaneFunctions.Hypot(ComplexParts.Real(x), ComplexParts.Imaginary(x));
        off.Dispose();
        return Tape.Record(y, "AbsBackward0", [x], [x, y], (dy, node) =>
        {
            Tensor factor = Selection.Where(Comparisons.Compare<Equal>(node[1], 0), 0, dy / node[1]);
            return [Arithmetic.Multiply(Copies.To(factor, type), node[0])];
        });
    }

    private readonly struct WholeAbsolute : INumericFormula
    {
        public static T Of<T>(T x) where T : unmanaged, INumber<T> => x < T.Zero ? unchecked(-x) : x;
    }

    private readonly struct WholeSign : INumericFormula
    {
        public static T Of<T>(T x) where T : unmanaged, INumber<T> => x > T.Zero ? T.One : x < T.Zero ? -T.One : T.Zero;
    }
}
