using TorchSharp.Loops;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>eˣ of each element.</summary>
        public Tensor exp() => Function.Of<Exp>(this);

        /// <summary>eˣ of each element, in place; returns the tensor.</summary>
        public Tensor exp_() => Function.InPlace<Exp>(this);

        /// <summary>2ˣ of each element.</summary>
        public Tensor exp2() => Function.Of<Exp2>(this);

        /// <summary>2ˣ of each element, in place; returns the tensor.</summary>
        public Tensor exp2_() => Function.InPlace<Exp2>(this);

        /// <summary>eˣ - 1 of each element, exact near 0.</summary>
        public Tensor expm1() => Function.Of<Expm1>(this);

        /// <summary>eˣ - 1 of each element, exact near 0, in place; returns the tensor.</summary>
        public Tensor expm1_() => Function.InPlace<Expm1>(this);

        /// <summary>Natural logarithm of each element; -∞ for 0, NaN below.</summary>
        public Tensor log() => Function.Of<Log>(this);

        /// <summary>Natural logarithm of each element; -∞ for 0, NaN below, in place; returns the tensor.</summary>
        public Tensor log_() => Function.InPlace<Log>(this);

        /// <summary>log(1 + x) of each element, exact near 0.</summary>
        public Tensor log1p() => Function.Of<Log1p>(this);

        /// <summary>log(1 + x) of each element, exact near 0, in place; returns the tensor.</summary>
        public Tensor log1p_() => Function.InPlace<Log1p>(this);

        /// <summary>Logarithm to base 2 of each element.</summary>
        public Tensor log2() => Function.Of<Log2>(this);

        /// <summary>Logarithm to base 2 of each element, in place; returns the tensor.</summary>
        public Tensor log2_() => Function.InPlace<Log2>(this);

        /// <summary>Logarithm to base 10 of each element.</summary>
        public Tensor log10() => Function.Of<Log10>(this);

        /// <summary>Logarithm to base 10 of each element, in place; returns the tensor.</summary>
        public Tensor log10_() => Function.InPlace<Log10>(this);

        /// <summary>Square root of each element; NaN below 0.</summary>
        public Tensor sqrt() => Function.Of<Sqrt>(this);

        /// <summary>Square root of each element; NaN below 0, in place; returns the tensor.</summary>
        public Tensor sqrt_() => Function.InPlace<Sqrt>(this);

        /// <summary>1/√x of each element.</summary>
        public Tensor rsqrt() => Function.Of<Rsqrt>(this);

        /// <summary>1/√x of each element, in place; returns the tensor.</summary>
        public Tensor rsqrt_() => Function.InPlace<Rsqrt>(this);

        /// <summary>x² of each element.</summary>
        public Tensor square() => Elementary.Squared(this);

        /// <summary>1/x of each element.</summary>
        public Tensor reciprocal() => Function.Of<Reciprocal>(this);

        /// <summary>1/x of each element, in place; returns the tensor.</summary>
        public Tensor reciprocal_() => Function.InPlace<Reciprocal>(this);

        /// <summary>|x| of each element; of complex numbers the distance from 0.</summary>
        public Tensor abs() => Elementary.Absolute(this);

        /// <summary>|x| of each element; of complex numbers the distance from 0, in place; returns the tensor.</summary>
        public Tensor abs_() => InPlace.Apply(this, Elementary.Absolute);

        /// <summary>|x| of each element; of complex numbers the distance from 0.</summary>
        public Tensor absolute() => Elementary.Absolute(this);

        /// <summary>|x| of each element; of complex numbers the distance from 0, in place; returns the tensor.</summary>
        public Tensor absolute_() => InPlace.Apply(this, Elementary.Absolute);

        /// <summary>-x of each element.</summary>
        public Tensor neg() => Arithmetic.Negate(this);

        /// <summary>-x of each element, in place; returns the tensor.</summary>
        public Tensor neg_() => InPlace.Apply(this, Arithmetic.Negate);

        /// <summary>-x of each element.</summary>
        public Tensor negative() => Arithmetic.Negate(this);

        /// <summary>The tensor itself.</summary>
        public Tensor positive() => this;

        /// <summary>-1, 0 or 1 for negative, zero and positive elements.</summary>
        public Tensor sign() => Elementary.Signs(this);

        /// <summary>-1, 0 or 1 for negative, zero and positive elements, in place; returns the tensor.</summary>
        public Tensor sign_() => InPlace.Apply(this, Elementary.Signs);

        /// <summary>-1, 0 or 1 for negative, zero and positive elements.</summary>
        public Tensor sgn() => Elementary.Signs(this);

        /// <summary>-1, 0 or 1 for negative, zero and positive elements, in place; returns the tensor.</summary>
        public Tensor sgn_() => InPlace.Apply(this, Elementary.Signs);

        /// <summary>Whether each element has a minus sign, -0 included.</summary>
        public Tensor signbit() => Comparisons.Ask<Negative>(this, "signbit");

        /// <summary>Error function of each element.</summary>
        public Tensor erf() => Function.Of<Erf>(this);

        /// <summary>Error function of each element, in place; returns the tensor.</summary>
        public Tensor erf_() => Function.InPlace<Erf>(this);

        /// <summary>1 - erf(x) of each element, exact where it is tiny.</summary>
        public Tensor erfc() => Function.Of<Erfc>(this);

        /// <summary>1 - erf(x) of each element, exact where it is tiny, in place; returns the tensor.</summary>
        public Tensor erfc_() => Function.InPlace<Erfc>(this);

        /// <summary>Inverse error function of each element; NaN outside -1 … 1.</summary>
        public Tensor erfinv() => Function.Of<Erfinv>(this);

        /// <summary>Inverse error function of each element; NaN outside -1 … 1, in place; returns the tensor.</summary>
        public Tensor erfinv_() => Function.InPlace<Erfinv>(this);

        /// <summary>1/(1 + e⁻ˣ) of each element.</summary>
        public Tensor sigmoid() => Function.Of<Sigmoid>(this);

        /// <summary>1/(1 + e⁻ˣ) of each element, in place; returns the tensor.</summary>
        public Tensor sigmoid_() => Function.InPlace<Sigmoid>(this);

        /// <summary>sin(πx)/(πx) of each element; 1 at 0.</summary>
        public Tensor sinc() => Function.Of<Sinc>(this);

        /// <summary>sin(πx)/(πx) of each element; 1 at 0, in place; returns the tensor.</summary>
        public Tensor sinc_() => Function.InPlace<Sinc>(this);

        /// <summary>log(x/(1 - x)) of each element, cut to <paramref name="eps"/> … 1 - <paramref name="eps"/> if
        /// given.</summary>
        public Tensor logit(double? eps = null) => Elementary.Logits(this, eps);

        /// <summary>log(x/(1 - x)) of each element, cut to <paramref name="eps"/> … 1 - <paramref name="eps"/> if given, in
        /// place; returns the tensor.</summary>
        public Tensor logit_(double? eps = null) => InPlace.Apply(this, x => Elementary.Logits(x, eps));
    }
}
