using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Sine of each element, in radians.</summary>
    public static Tensor sin(Tensor input) => Function.Of<Sin>(input);

    /// <summary>Sine of each element, in radians, in place; returns the tensor.</summary>
    public static Tensor sin_(Tensor input) => Function.InPlace<Sin>(input);

    /// <summary>Cosine of each element, in radians.</summary>
    public static Tensor cos(Tensor input) => Function.Of<Cos>(input);

    /// <summary>Cosine of each element, in radians, in place; returns the tensor.</summary>
    public static Tensor cos_(Tensor input) => Function.InPlace<Cos>(input);

    /// <summary>Tangent of each element, in radians.</summary>
    public static Tensor tan(Tensor input) => Function.Of<Tan>(input);

    /// <summary>Tangent of each element, in radians, in place; returns the tensor.</summary>
    public static Tensor tan_(Tensor input) => Function.InPlace<Tan>(input);

    /// <summary>Arc sine of each element, from -π/2 to π/2; NaN outside -1 … 1.</summary>
    public static Tensor asin(Tensor input) => Function.Of<Asin>(input);

    /// <summary>Arc sine of each element, from -π/2 to π/2; NaN outside -1 … 1, in place; returns the tensor.</summary>
    public static Tensor asin_(Tensor input) => Function.InPlace<Asin>(input);

    /// <summary>Arc sine of each element, from -π/2 to π/2; NaN outside -1 … 1.</summary>
    public static Tensor arcsin(Tensor input) => Function.Of<Asin>(input);

    /// <summary>Arc sine of each element, from -π/2 to π/2; NaN outside -1 … 1, in place; returns the tensor.</summary>
    public static Tensor arcsin_(Tensor input) => Function.InPlace<Asin>(input);

    /// <summary>Arc cosine of each element, from 0 to π; NaN outside -1 … 1.</summary>
    public static Tensor acos(Tensor input) => Function.Of<Acos>(input);

    /// <summary>Arc cosine of each element, from 0 to π; NaN outside -1 … 1, in place; returns the tensor.</summary>
    public static Tensor acos_(Tensor input) => Function.InPlace<Acos>(input);

    /// <summary>Arc cosine of each element, from 0 to π; NaN outside -1 … 1.</summary>
    public static Tensor arccos(Tensor input) => Function.Of<Acos>(input);

    /// <summary>Arc cosine of each element, from 0 to π; NaN outside -1 … 1, in place; returns the tensor.</summary>
    public static Tensor arccos_(Tensor input) => Function.InPlace<Acos>(input);

    /// <summary>Arc tangent of each element, from -π/2 to π/2.</summary>
    public static Tensor atan(Tensor input) => Function.Of<Atan>(input);

    /// <summary>Arc tangent of each element, from -π/2 to π/2, in place; returns the tensor.</summary>
    public static Tensor atan_(Tensor input) => Function.InPlace<Atan>(input);

    /// <summary>Arc tangent of each element, from -π/2 to π/2.</summary>
    public static Tensor arctan(Tensor input) => Function.Of<Atan>(input);

    /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, from -π to π, element by
    /// element.</summary>
    public static Tensor arctan(Tensor input, Tensor other) => PlaneFunctions.Atan2(input, other);

    /// <summary>Arc tangent of each element, from -π/2 to π/2, in place; returns the tensor.</summary>
    public static Tensor arctan_(Tensor input) => Function.InPlace<Atan>(input);

    /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, in place; returns the
    /// tensor.</summary>
    public static Tensor arctan_(Tensor input, Tensor other) => InPlace.Apply(input, other, PlaneFunctions.Atan2);

    /// <summary>Hyperbolic sine of each element.</summary>
    public static Tensor sinh(Tensor input) => Function.Of<Sinh>(input);

    /// <summary>Hyperbolic sine of each element, in place; returns the tensor.</summary>
    public static Tensor sinh_(Tensor input) => Function.InPlace<Sinh>(input);

    /// <summary>Hyperbolic cosine of each element.</summary>
    public static Tensor cosh(Tensor input) => Function.Of<Cosh>(input);

    /// <summary>Hyperbolic cosine of each element, in place; returns the tensor.</summary>
    public static Tensor cosh_(Tensor input) => Function.InPlace<Cosh>(input);

    /// <summary>Hyperbolic tangent of each element.</summary>
    public static Tensor tanh(Tensor input) => Function.Of<Tanh>(input);

    /// <summary>Hyperbolic tangent of each element, in place; returns the tensor.</summary>
    public static Tensor tanh_(Tensor input) => Function.InPlace<Tanh>(input);

    /// <summary>Inverse hyperbolic sine of each element.</summary>
    public static Tensor asinh(Tensor input) => Function.Of<Asinh>(input);

    /// <summary>Inverse hyperbolic sine of each element, in place; returns the tensor.</summary>
    public static Tensor asinh_(Tensor input) => Function.InPlace<Asinh>(input);

    /// <summary>Inverse hyperbolic sine of each element.</summary>
    public static Tensor arcsinh(Tensor input) => Function.Of<Asinh>(input);

    /// <summary>Inverse hyperbolic sine of each element, in place; returns the tensor.</summary>
    public static Tensor arcsinh_(Tensor input) => Function.InPlace<Asinh>(input);

    /// <summary>Inverse hyperbolic cosine of each element; NaN below 1.</summary>
    public static Tensor acosh(Tensor input) => Function.Of<Acosh>(input);

    /// <summary>Inverse hyperbolic cosine of each element; NaN below 1, in place; returns the tensor.</summary>
    public static Tensor acosh_(Tensor input) => Function.InPlace<Acosh>(input);

    /// <summary>Inverse hyperbolic cosine of each element; NaN below 1.</summary>
    public static Tensor arccosh(Tensor input) => Function.Of<Acosh>(input);

    /// <summary>Inverse hyperbolic cosine of each element; NaN below 1, in place; returns the tensor.</summary>
    public static Tensor arccosh_(Tensor input) => Function.InPlace<Acosh>(input);

    /// <summary>Inverse hyperbolic tangent of each element; NaN outside -1 … 1.</summary>
    public static Tensor atanh(Tensor input) => Function.Of<Atanh>(input);

    /// <summary>Inverse hyperbolic tangent of each element; NaN outside -1 … 1, in place; returns the tensor.</summary>
    public static Tensor atanh_(Tensor input) => Function.InPlace<Atanh>(input);

    /// <summary>Inverse hyperbolic tangent of each element; NaN outside -1 … 1.</summary>
    public static Tensor arctanh(Tensor input) => Function.Of<Atanh>(input);

    /// <summary>Inverse hyperbolic tangent of each element; NaN outside -1 … 1, in place; returns the tensor.</summary>
    public static Tensor arctanh_(Tensor input) => Function.InPlace<Atanh>(input);

    /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, from -π to π, element by
    /// element.</summary>
    public static Tensor atan2(Tensor input, Tensor other) => PlaneFunctions.Atan2(input, other);

    /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, in place; returns the
    /// tensor.</summary>
    public static Tensor atan2_(Tensor input, Tensor other) => InPlace.Apply(input, other, PlaneFunctions.Atan2);

    /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, from -π to π, element by
    /// element.</summary>
    public static Tensor arctan2(Tensor input, Tensor other) => PlaneFunctions.Atan2(input, other);

    /// <summary>The angle of the point (<paramref name="other"/>, this) from the first axis, in place; returns the
    /// tensor.</summary>
    public static Tensor arctan2_(Tensor input, Tensor other) => InPlace.Apply(input, other, PlaneFunctions.Atan2);

    /// <summary>Degrees as radians.</summary>
    public static Tensor deg2rad(Tensor input) => Arithmetic.Multiply(input, Math.PI / 180);

    /// <summary>Degrees as radians, in place; returns the tensor.</summary>
    public static Tensor deg2rad_(Tensor input) => InPlace.Apply(input, x => Arithmetic.Multiply(x, Math.PI / 180));

    /// <summary>Radians as degrees.</summary>
    public static Tensor rad2deg(Tensor input) => Arithmetic.Multiply(input, 180 / Math.PI);

    /// <summary>Radians as degrees, in place; returns the tensor.</summary>
    public static Tensor rad2deg_(Tensor input) => InPlace.Apply(input, x => Arithmetic.Multiply(x, 180 / Math.PI));
}
