using TorchSharp.Loops;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>eˣ of each element.</summary>
    public static Tensor exp(Tensor input) => Function.Of<Exp>(input);

    /// <summary>eˣ of each element, in place; returns the tensor.</summary>
    public static Tensor exp_(Tensor input) => Function.InPlace<Exp>(input);

    /// <summary>2ˣ of each element.</summary>
    public static Tensor exp2(Tensor input) => Function.Of<Exp2>(input);

    /// <summary>2ˣ of each element, in place; returns the tensor.</summary>
    public static Tensor exp2_(Tensor input) => Function.InPlace<Exp2>(input);

    /// <summary>eˣ - 1 of each element, exact near 0.</summary>
    public static Tensor expm1(Tensor input) => Function.Of<Expm1>(input);

    /// <summary>eˣ - 1 of each element, exact near 0, in place; returns the tensor.</summary>
    public static Tensor expm1_(Tensor input) => Function.InPlace<Expm1>(input);

    /// <summary>Natural logarithm of each element; -∞ for 0, NaN below.</summary>
    public static Tensor log(Tensor input) => Function.Of<Log>(input);

    /// <summary>Natural logarithm of each element; -∞ for 0, NaN below, in place; returns the tensor.</summary>
    public static Tensor log_(Tensor input) => Function.InPlace<Log>(input);

    /// <summary>log(1 + x) of each element, exact near 0.</summary>
    public static Tensor log1p(Tensor input) => Function.Of<Log1p>(input);

    /// <summary>log(1 + x) of each element, exact near 0, in place; returns the tensor.</summary>
    public static Tensor log1p_(Tensor input) => Function.InPlace<Log1p>(input);

    /// <summary>Logarithm to base 2 of each element.</summary>
    public static Tensor log2(Tensor input) => Function.Of<Log2>(input);

    /// <summary>Logarithm to base 2 of each element, in place; returns the tensor.</summary>
    public static Tensor log2_(Tensor input) => Function.InPlace<Log2>(input);

    /// <summary>Logarithm to base 10 of each element.</summary>
    public static Tensor log10(Tensor input) => Function.Of<Log10>(input);

    /// <summary>Logarithm to base 10 of each element, in place; returns the tensor.</summary>
    public static Tensor log10_(Tensor input) => Function.InPlace<Log10>(input);

    /// <summary>Square root of each element; NaN below 0.</summary>
    public static Tensor sqrt(Tensor input) => Function.Of<Sqrt>(input);

    /// <summary>Square root of each element; NaN below 0, in place; returns the tensor.</summary>
    public static Tensor sqrt_(Tensor input) => Function.InPlace<Sqrt>(input);

    /// <summary>1/√x of each element.</summary>
    public static Tensor rsqrt(Tensor input) => Function.Of<Rsqrt>(input);

    /// <summary>1/√x of each element, in place; returns the tensor.</summary>
    public static Tensor rsqrt_(Tensor input) => Function.InPlace<Rsqrt>(input);

    /// <summary>x² of each element.</summary>
    public static Tensor square(Tensor input) => Elementary.Squared(input);

    /// <summary>1/x of each element.</summary>
    public static Tensor reciprocal(Tensor input) => Function.Of<Reciprocal>(input);

    /// <summary>1/x of each element, in place; returns the tensor.</summary>
    public static Tensor reciprocal_(Tensor input) => Function.InPlace<Reciprocal>(input);

    /// <summary>|x| of each element; of complex numbers the distance from 0.</summary>
    public static Tensor abs(Tensor input) => Elementary.Absolute(input);

    /// <summary>|x| of each element; of complex numbers the distance from 0, in place; returns the tensor.</summary>
    public static Tensor abs_(Tensor input) => InPlace.Apply(input, Elementary.Absolute);

    /// <summary>|x| of each element; of complex numbers the distance from 0.</summary>
    public static Tensor absolute(Tensor input) => Elementary.Absolute(input);

    /// <summary>|x| of each element; of complex numbers the distance from 0, in place; returns the tensor.</summary>
    public static Tensor absolute_(Tensor input) => InPlace.Apply(input, Elementary.Absolute);

    /// <summary>-x of each element.</summary>
    public static Tensor neg(Tensor input) => Arithmetic.Negate(input);

    /// <summary>-x of each element, in place; returns the tensor.</summary>
    public static Tensor neg_(Tensor input) => InPlace.Apply(input, Arithmetic.Negate);

    /// <summary>-x of each element.</summary>
    public static Tensor negative(Tensor input) => Arithmetic.Negate(input);

    /// <summary>-x of each element, in place; returns the tensor.</summary>
    public static Tensor negative_(Tensor input) => InPlace.Apply(input, Arithmetic.Negate);

    /// <summary>The tensor itself.</summary>
    public static Tensor positive(Tensor input) => input;

    /// <summary>-1, 0 or 1 for negative, zero and positive elements.</summary>
    public static Tensor sign(Tensor input) => Elementary.Signs(input);

    /// <summary>-1, 0 or 1 for negative, zero and positive elements, in place; returns the tensor.</summary>
    public static Tensor sign_(Tensor input) => InPlace.Apply(input, Elementary.Signs);

    /// <summary>-1, 0 or 1 for negative, zero and positive elements.</summary>
    public static Tensor sgn(Tensor input) => Elementary.Signs(input);

    /// <summary>-1, 0 or 1 for negative, zero and positive elements, in place; returns the tensor.</summary>
    public static Tensor sgn_(Tensor input) => InPlace.Apply(input, Elementary.Signs);

    /// <summary>Whether each element has a minus sign, -0 included.</summary>
    public static Tensor signbit(Tensor input) => Comparisons.Ask<Negative>(input, "signbit");

    /// <summary>Error function of each element.</summary>
    public static Tensor erf(Tensor input) => Function.Of<Erf>(input);

    /// <summary>Error function of each element, in place; returns the tensor.</summary>
    public static Tensor erf_(Tensor input) => Function.InPlace<Erf>(input);

    /// <summary>1 - erf(x) of each element, exact where it is tiny.</summary>
    public static Tensor erfc(Tensor input) => Function.Of<Erfc>(input);

    /// <summary>1 - erf(x) of each element, exact where it is tiny, in place; returns the tensor.</summary>
    public static Tensor erfc_(Tensor input) => Function.InPlace<Erfc>(input);

    /// <summary>Inverse error function of each element; NaN outside -1 … 1.</summary>
    public static Tensor erfinv(Tensor input) => Function.Of<Erfinv>(input);

    /// <summary>Inverse error function of each element; NaN outside -1 … 1, in place; returns the tensor.</summary>
    public static Tensor erfinv_(Tensor input) => Function.InPlace<Erfinv>(input);

    /// <summary>1/(1 + e⁻ˣ) of each element.</summary>
    public static Tensor sigmoid(Tensor input) => Function.Of<Sigmoid>(input);

    /// <summary>1/(1 + e⁻ˣ) of each element, in place; returns the tensor.</summary>
    public static Tensor sigmoid_(Tensor input) => Function.InPlace<Sigmoid>(input);

    /// <summary>sin(πx)/(πx) of each element; 1 at 0.</summary>
    public static Tensor sinc(Tensor input) => Function.Of<Sinc>(input);

    /// <summary>sin(πx)/(πx) of each element; 1 at 0, in place; returns the tensor.</summary>
    public static Tensor sinc_(Tensor input) => Function.InPlace<Sinc>(input);

    /// <summary>log(x/(1 - x)) of each element, cut to <paramref name="eps"/> … 1 - <paramref name="eps"/> if given.</summary>
    public static Tensor logit(Tensor input, double? eps = null) => Elementary.Logits(input, eps);

    /// <summary>log(x/(1 - x)) of each element, cut to <paramref name="eps"/> … 1 - <paramref name="eps"/> if given, in place;
    /// returns the tensor.</summary>
    public static Tensor logit_(Tensor input, double? eps = null) => InPlace.Apply(input, x => Elementary.Logits(x, eps));
}
