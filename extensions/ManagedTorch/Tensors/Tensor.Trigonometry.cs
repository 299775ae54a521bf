using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Sine of each element, in radians.</summary>
        public Tensor sin() => Function.Of<Sin>(this);

        /// <summary>Sine of each element, in radians, in place; returns the tensor.</summary>
        public Tensor sin_() => Function.InPlace<Sin>(this);

        /// <summary>Cosine of each element, in radians.</summary>
        public Tensor cos() => Function.Of<Cos>(this);

        /// <summary>Cosine of each element, in radians, in place; returns the tensor.</summary>
        public Tensor cos_() => Function.InPlace<Cos>(this);

        /// <summary>Tangent of each element, in radians.</summary>
        public Tensor tan() => Function.Of<Tan>(this);

        /// <summary>Tangent of each element, in radians, in place; returns the tensor.</summary>
        public Tensor tan_() => Function.InPlace<Tan>(this);

        /// <summary>Arc sine of each element, from -π/2 to π/2; NaN outside -1 … 1.</summary>
        public Tensor asin() => Function.Of<Asin>(this);

        /// <summary>Arc sine of each element, from -π/2 to π/2; NaN outside -1 … 1, in place; returns the tensor.</summary>
        public Tensor asin_() => Function.InPlace<Asin>(this);

        /// <summary>Arc sine of each element, from -π/2 to π/2; NaN outside -1 … 1.</summary>
        public Tensor arcsin() => Function.Of<Asin>(this);

        /// <summary>Arc sine of each element, from -π/2 to π/2; NaN outside -1 … 1, in place; returns the tensor.</summary>
        public Tensor arcsin_() => Function.InPlace<Asin>(this);

        /// <summary>Arc cosine of each element, from 0 to π; NaN outside -1 … 1.</summary>
        public Tensor acos() => Function.Of<Acos>(this);

        /// <summary>Arc cosine of each element, from 0 to π; NaN outside -1 … 1, in place; returns the tensor.</summary>
        public Tensor acos_() => Function.InPlace<Acos>(this);

        /// <summary>Arc cosine of each element, from 0 to π; NaN outside -1 … 1.</summary>
        public Tensor arccos() => Function.Of<Acos>(this);

        /// <summary>Arc cosine of each element, from 0 to π; NaN outside -1 … 1, in place; returns the tensor.</summary>
        public Tensor arccos_() => Function.InPlace<Acos>(this);

        /// <summary>Arc tangent of each element, from -π/2 to π/2.</summary>
        public Tensor atan() => Function.Of<Atan>(this);

        /// <summary>Arc tangent of each element, from -π/2 to π/2, in place; returns the tensor.</summary>
        public Tensor atan_() => Function.InPlace<Atan>(this);

        /// <summary>Arc tangent of each element, from -π/2 to π/2.</summary>
        public Tensor arctan() => Function.Of<Atan>(this);

        /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, from -π to π, element by
        /// element.</summary>
        public Tensor arctan(Tensor other) => PlaneFunctions.Atan2(this, other);

        /// <summary>Arc tangent of each element, from -π/2 to π/2, in place; returns the tensor.</summary>
        public Tensor arctan_() => Function.InPlace<Atan>(this);

        /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, in place; returns the
        /// tensor.</summary>
        public Tensor arctan_(Tensor other) => InPlace.Apply(this, other, PlaneFunctions.Atan2);

        /// <summary>Hyperbolic sine of each element.</summary>
        public Tensor sinh() => Function.Of<Sinh>(this);

        /// <summary>Hyperbolic sine of each element, in place; returns the tensor.</summary>
        public Tensor sinh_() => Function.InPlace<Sinh>(this);

        /// <summary>Hyperbolic cosine of each element.</summary>
        public Tensor cosh() => Function.Of<Cosh>(this);

        /// <summary>Hyperbolic cosine of each element, in place; returns the tensor.</summary>
        public Tensor cosh_() => Function.InPlace<Cosh>(this);

        /// <summary>Hyperbolic tangent of each element.</summary>
        public Tensor tanh() => Function.Of<Tanh>(this);

        /// <summary>Hyperbolic tangent of each element, in place; returns the tensor.</summary>
        public Tensor tanh_() => Function.InPlace<Tanh>(this);

        /// <summary>Inverse hyperbolic sine of each element.</summary>
        public Tensor asinh() => Function.Of<Asinh>(this);

        /// <summary>Inverse hyperbolic sine of each element, in place; returns the tensor.</summary>
        public Tensor asinh_() => Function.InPlace<Asinh>(this);

        /// <summary>Inverse hyperbolic sine of each element.</summary>
        public Tensor arcsinh() => Function.Of<Asinh>(this);

        /// <summary>Inverse hyperbolic sine of each element, in place; returns the tensor.</summary>
        public Tensor arcsinh_() => Function.InPlace<Asinh>(this);

        /// <summary>Inverse hyperbolic cosine of each element; NaN below 1.</summary>
        public Tensor acosh() => Function.Of<Acosh>(this);

        /// <summary>Inverse hyperbolic cosine of each element; NaN below 1, in place; returns the tensor.</summary>
        public Tensor acosh_() => Function.InPlace<Acosh>(this);

        /// <summary>Inverse hyperbolic cosine of each element; NaN below 1.</summary>
        public Tensor arccosh() => Function.Of<Acosh>(this);

        /// <summary>Inverse hyperbolic cosine of each element; NaN below 1, in place; returns the tensor.</summary>
        public Tensor arccosh_() => Function.InPlace<Acosh>(this);

        /// <summary>Inverse hyperbolic tangent of each element; NaN outside -1 … 1.</summary>
        public Tensor atanh() => Function.Of<Atanh>(this);

        /// <summary>Inverse hyperbolic tangent of each element; NaN outside -1 … 1, in place; returns the tensor.</summary>
        public Tensor atanh_() => Function.InPlace<Atanh>(this);

        /// <summary>Inverse hyperbolic tangent of each element; NaN outside -1 … 1.</summary>
        public Tensor arctanh() => Function.Of<Atanh>(this);

        /// <summary>Inverse hyperbolic tangent of each element; NaN outside -1 … 1, in place; returns the tensor.</summary>
        public Tensor arctanh_() => Function.InPlace<Atanh>(this);

        /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, from -π to π, element by
        /// element.</summary>
        public Tensor atan2(Tensor other) => PlaneFunctions.Atan2(this, other);

        /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, in place; returns the
        /// tensor.</summary>
        public Tensor atan2_(Tensor other) => InPlace.Apply(this, other, PlaneFunctions.Atan2);

        /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, from -π to π, element by
        /// element.</summary>
        public Tensor arctan2(Tensor other) => PlaneFunctions.Atan2(this, other);

        /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, in place; returns the
        /// tensor.</summary>
        public Tensor arctan2_(Tensor other) => InPlace.Apply(this, other, PlaneFunctions.Atan2);

        /// <summary>Degrees as radians.</summary>
        public Tensor deg2rad() => Arithmetic.Multiply(this, Math.PI / 180);

        /// <summary>Degrees as radians, in place; returns the tensor.</summary>
        public Tensor deg2rad_() => InPlace.Apply(this, x => Arithmetic.Multiply(x, Math.PI / 180));

        /// <summary>Radians as degrees.</summary>
        public Tensor rad2deg() => Arithmetic.Multiply(this, 180 / Math.PI);

        /// <summary>Radians as degrees, in place; returns the tensor.</summary>
        public Tensor rad2deg_() => InPlace.Apply(this, x => Arithmetic.Multiply(x, 180 / Math.PI));
    }
}
