using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Functions of mathematical physics and statistics.</summary>
    public static partial class special
    {
        /// <summary>1/(1 + e⁻ˣ) of each element.</summary>
        public static Tensor expit(Tensor input) => Function.Of<Sigmoid>(input);

        /// <summary>1/(1 + e⁻ˣ) of each element.</summary>
        public static Tensor sigmoid(Tensor input) => Function.Of<Sigmoid>(input);

        /// <summary>1/(1 + e⁻ˣ) of each element, in place; returns the tensor.</summary>
        public static Tensor sigmoid_(Tensor input) => Function.InPlace<Sigmoid>(input);

        /// <summary>log(x/(1 - x)) of each element.</summary>
        public static Tensor logit(Tensor input) => Elementary.Logits(input, null);

        /// <summary>Error function of each element.</summary>
        public static Tensor erf(Tensor input) => Function.Of<Erf>(input);

        /// <summary>1 - erf(x) of each element.</summary>
        public static Tensor erfc(Tensor input) => Function.Of<Erfc>(input);

        /// <summary>Inverse error function of each element.</summary>
        public static Tensor erfinv(Tensor input) => Function.Of<Erfinv>(input);

        /// <summary>2ˣ of each element.</summary>
        public static Tensor exp2(Tensor input) => Function.Of<Exp2>(input);

        /// <summary>eˣ - 1 of each element.</summary>
        public static Tensor expm1(Tensor input) => Function.Of<Expm1>(input);

        /// <summary>sin(πx)/(πx) of each element; 1 at 0.</summary>
        public static Tensor sinc(Tensor input) => Function.Of<Sinc>(input);

        /// <summary>eˣ/Σeˣ of each line along <paramref name="dim"/>.</summary>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) =>
            SoftmaxFamily.Softmax(input, dim, dtype);

        /// <summary>x - log Σeˣ of each line along <paramref name="dim"/>.</summary>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) =>
            SoftmaxFamily.LogSoftmax(input, dim, dtype);
    }
}
