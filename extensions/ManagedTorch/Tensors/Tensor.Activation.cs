using TorchSharp.Loops;
using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>max(x, 0) of each element.</summary>
        public Tensor relu() => Activations.Relu(this);

        /// <summary>max(x, 0) of each element, in place; returns the tensor.</summary>
        public Tensor relu_() => Function.InPlace<Relu>(this);

        /// <summary>Each element cut to 0 … 6.</summary>
        public Tensor relu6() => Activations.Relu6(this);

        /// <summary>Each element cut to 0 … 6, in place; returns the tensor.</summary>
        public Tensor relu6_() => Function.InPlace<Hardtanh>(this, new(0, 6));

        /// <summary>x for x > 0, otherwise <paramref name="negative_slope"/>·x.</summary>
        public Tensor leaky_relu(Scalar negative_slope) => Activations.LeakyRelu(this, negative_slope.Real);

        /// <summary>x for x > 0, otherwise <paramref name="negative_slope"/>·x, in place; returns the tensor.</summary>
        public Tensor leaky_relu_(Scalar negative_slope) => Function.InPlace<LeakyRelu>(this, new(negative_slope.Real));

        /// <summary><paramref name="scale"/>·x for x > 0, otherwise
        /// <paramref name="scale"/>·<paramref name="alpha"/>·(e^(<paramref name="input_scale"/>·x) - 1).</summary>
        public Tensor elu(Scalar alpha, Scalar scale, Scalar input_scale) =>
            Activations.Elu(this, alpha.Real, scale.Real, input_scale.Real);

        /// <summary>x for x > 0, otherwise <paramref name="alpha"/>·(eˣ - 1).</summary>
        public Tensor elu(double alpha = 1.0) => Activations.Elu(this, alpha);

        /// <summary><paramref name="scale"/>·x for x > 0, otherwise
        /// <paramref name="scale"/>·<paramref name="alpha"/>·(e^(<paramref name="input_scale"/>·x) - 1), in place; returns the
        /// tensor.</summary>
        public Tensor elu_(Scalar alpha, Scalar scale, Scalar input_scale) =>
            Function.InPlace<Elu>(this, Activations.EluNumbers(alpha.Real, scale.Real, input_scale.Real));

        /// <summary>x for x > 0, otherwise <paramref name="alpha"/>·(eˣ - 1), in place; returns the tensor.</summary>
        public Tensor elu_(double alpha = 1.0) => Function.InPlace<Elu>(this, Activations.EluNumbers(alpha));

        /// <summary>ELU with the constants that keep mean 0 and variance 1.</summary>
        public Tensor selu() => Activations.Selu(this);

        /// <summary>ELU with the constants that keep mean 0 and variance 1, in place; returns the tensor.</summary>
        public Tensor selu_() => Function.InPlace<Elu>(this, Activations.SeluNumbers);

        /// <summary>x for x > 0, otherwise eˣ - 1.</summary>
        public Tensor celu() => Activations.Celu(this);

        /// <summary>x for x > 0, otherwise <paramref name="alpha"/>·(e^(x/<paramref name="alpha"/>) - 1).</summary>
        public Tensor celu(Scalar alpha) => Activations.Celu(this, alpha.Real);

        /// <summary>x for x > 0, otherwise eˣ - 1, in place; returns the tensor.</summary>
        public Tensor celu_() => Function.InPlace<Elu>(this, Activations.EluNumbers());

        /// <summary>x for x > 0, otherwise <paramref name="alpha"/>·(e^(x/<paramref name="alpha"/>) - 1), in place; returns the
        /// tensor.</summary>
        public Tensor celu_(Scalar alpha) => Function.InPlace<Elu>(this, Activations.EluNumbers(alpha.Real, 1, 1 / alpha.Real));

        /// <summary>x·Φ(x) of each element, Φ the normal distribution.</summary>
        public Tensor gelu() => Function.Of<Gelu>(this);

        /// <summary>x·Φ(x) of each element, Φ the normal distribution, in place; returns the tensor.</summary>
        public Tensor gelu_() => Function.InPlace<Gelu>(this);

        /// <summary>x·σ(x) of each element.</summary>
        public Tensor silu() => Function.Of<Silu>(this);

        /// <summary>x·σ(x) of each element, in place; returns the tensor.</summary>
        public Tensor silu_() => Function.InPlace<Silu>(this);

        /// <summary>(x + 3)/6 of each element, cut to 0 … 1.</summary>
        public Tensor hardsigmoid() => Function.Of<Hardsigmoid>(this);

        /// <summary>(x + 3)/6 of each element, cut to 0 … 1, in place; returns the tensor.</summary>
        public Tensor hardsigmoid_() => Function.InPlace<Hardsigmoid>(this);

        /// <summary>x·hardsigmoid(x) of each element.</summary>
        public Tensor hardswish() => Function.Of<Hardswish>(this);

        /// <summary>x·hardsigmoid(x) of each element, in place; returns the tensor.</summary>
        public Tensor hardswish_() => Function.InPlace<Hardswish>(this);

        /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>.</summary>
        public Tensor hardtanh(Scalar min, Scalar max) => Activations.Hardtanh(this, min.Real, max.Real);

        /// <summary>Each element cut to <paramref name="min"/> … <paramref name="max"/>, in place; returns the tensor.</summary>
        public Tensor hardtanh_(Scalar min, Scalar max) => Function.InPlace<Hardtanh>(this, new(min.Real, max.Real));

        /// <summary>log σ(x) of each element.</summary>
        public Tensor log_sigmoid() => Function.Of<LogSigmoid>(this);

        /// <summary>log(1 + e^(<paramref name="beta"/>·x))/<paramref name="beta"/>; x itself where <paramref name="beta"/>·x >
        /// <paramref name="threshold"/>.</summary>
        public Tensor softplus(double beta = 1.0, double threshold = 20.0) => Activations.Softplus(this, beta, threshold);

        /// <summary>x for x > <paramref name="threshold"/>, otherwise <paramref name="value"/>.</summary>
        public Tensor threshold(Scalar threshold, Scalar value) => Activations.Threshold(this, threshold.Real, value.Real);

        /// <summary>x for x > <paramref name="threshold"/>, otherwise <paramref name="value"/>, in place; returns the
        /// tensor.</summary>
        public Tensor threshold_(Scalar threshold, Scalar value) =>
            Function.InPlace<Threshold>(this, new(threshold.Real, value.Real));

        /// <summary>The first half of axis <paramref name="dim"/> times σ of its second half.</summary>
        /// <exception cref="ArgumentException">The axis has an odd size.</exception>
        public Tensor glu(long dim = -1) => Activations.Glu(this, dim);

        /// <summary>x for x > 0, otherwise <paramref name="target"/>·x; one weight for all, or one for each position of axis
        /// 1.</summary>
        /// <exception cref="ArgumentException">Another number of weights.</exception>
        public Tensor prelu(Tensor target) => Activations.Prelu(this, target);
    }
}
