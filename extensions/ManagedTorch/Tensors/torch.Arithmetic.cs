using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The sum with <paramref name="right"/>, for each element.</summary>
    public static Tensor add(Tensor left, Scalar right) => Arithmetic.Add(left, right);

    /// <summary>The sum with <paramref name="alpha"/>·<paramref name="right"/>, for each element.</summary>
    public static Tensor add(Tensor left, Scalar right, Scalar alpha) => Arithmetic.Add(left, Scalars.Product(right, alpha));

    /// <summary>The sum with <paramref name="right"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor add(Tensor left, Tensor right) => Arithmetic.Add(left, right);

    /// <summary>The sum with <paramref name="alpha"/>·<paramref name="right"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor add(Tensor left, Tensor right, Scalar alpha) => Arithmetic.Add(left, right, alpha);

    /// <summary>The sum with <paramref name="right"/>, in place; returns the tensor.</summary>
    public static Tensor add_(Tensor left, Scalar right) => ArithmeticInPlace.Add(left, right);

    /// <summary>Adds <paramref name="alpha"/>·<paramref name="right"/> in place; returns the tensor.</summary>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) =>
        ArithmeticInPlace.Add(left, Scalars.Product(right, alpha));

    /// <summary>The sum with <paramref name="right"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor add_(Tensor left, Tensor right) => ArithmeticInPlace.Add(left, right);

    /// <summary>Adds <paramref name="alpha"/>·<paramref name="right"/> in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => ArithmeticInPlace.Add(left, right, alpha);

    /// <summary>The difference to <paramref name="right"/>, for each element.</summary>
    public static Tensor sub(Tensor left, Scalar right) => Arithmetic.Subtract(left, right);

    /// <summary>The difference to <paramref name="right"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor sub(Tensor left, Tensor right) => Arithmetic.Subtract(left, right);

    /// <summary>The difference to <paramref name="right"/>, in place; returns the tensor.</summary>
    public static Tensor sub_(Tensor left, Scalar right) => ArithmeticInPlace.Subtract(left, right);

    /// <summary>The difference to <paramref name="right"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor sub_(Tensor left, Tensor right) => ArithmeticInPlace.Subtract(left, right);

    /// <summary>The difference to <paramref name="right"/>, for each element.</summary>
    public static Tensor subtract(Tensor left, Scalar right) => Arithmetic.Subtract(left, right);

    /// <summary>The difference to <paramref name="right"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor subtract(Tensor left, Tensor right) => Arithmetic.Subtract(left, right);

    /// <summary>The difference to <paramref name="right"/>, in place; returns the tensor.</summary>
    public static Tensor subtract_(Tensor left, Scalar right) => ArithmeticInPlace.Subtract(left, right);

    /// <summary>The difference to <paramref name="right"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor subtract_(Tensor left, Tensor right) => ArithmeticInPlace.Subtract(left, right);

    /// <summary>The product with <paramref name="right"/>, for each element.</summary>
    public static Tensor mul(Tensor left, Scalar right) => Arithmetic.Multiply(left, right);

    /// <summary>The product with <paramref name="right"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor mul(Tensor left, Tensor right) => Arithmetic.Multiply(left, right);

    /// <summary>The product with <paramref name="right"/>, in place; returns the tensor.</summary>
    public static Tensor mul_(Tensor left, Scalar right) => ArithmeticInPlace.Multiply(left, right);

    /// <summary>The product with <paramref name="right"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor mul_(Tensor left, Tensor right) => ArithmeticInPlace.Multiply(left, right);

    /// <summary>The product with <paramref name="right"/>, for each element.</summary>
    public static Tensor multiply(Tensor left, Scalar right) => Arithmetic.Multiply(left, right);

    /// <summary>The product with <paramref name="right"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor multiply(Tensor left, Tensor right) => Arithmetic.Multiply(left, right);

    /// <summary>The product with <paramref name="right"/>, in place; returns the tensor.</summary>
    public static Tensor multiply_(Tensor left, Scalar right) => ArithmeticInPlace.Multiply(left, right);

    /// <summary>The product with <paramref name="right"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor multiply_(Tensor left, Tensor right) => ArithmeticInPlace.Multiply(left, right);

    /// <summary>The quotient by <paramref name="right"/>, for each element, rounded as <paramref name="rounding_mode"/>
    /// says.</summary>
    public static Tensor div(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        Division.Divide(left, right, rounding_mode);

    /// <summary>The quotient by <paramref name="right"/>, element by element, rounded as <paramref name="rounding_mode"/>
    /// says.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor div(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Division.Divide(left, right, rounding_mode);

    /// <summary>Divides by <paramref name="right"/> in place, rounded as <paramref name="rounding_mode"/> says; returns the
    /// tensor.</summary>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        ArithmeticInPlace.Divide(left, right, rounding_mode);

    /// <summary>Divides by <paramref name="right"/> in place, rounded as <paramref name="rounding_mode"/> says; returns the
    /// tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        ArithmeticInPlace.Divide(left, right, rounding_mode);

    /// <summary>The quotient by <paramref name="right"/>, for each element, rounded as <paramref name="rounding_mode"/>
    /// says.</summary>
    public static Tensor divide(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        Division.Divide(left, right, rounding_mode);

    /// <summary>The quotient by <paramref name="right"/>, element by element, rounded as <paramref name="rounding_mode"/>
    /// says.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor divide(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        Division.Divide(left, right, rounding_mode);

    /// <summary>Divides by <paramref name="right"/> in place; returns the tensor.</summary>
    public static Tensor divide_(Tensor left, Scalar right) => ArithmeticInPlace.Divide(left, right);

    /// <summary>Divides by <paramref name="right"/> in place, rounded as <paramref name="rounding_mode"/> says; returns the
    /// tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        ArithmeticInPlace.Divide(left, right, rounding_mode);

    /// <summary>The quotient by <paramref name="divisor"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor true_divide(Tensor dividend, Tensor divisor) => Arithmetic.Divide(dividend, divisor);

    /// <summary>The quotient by <paramref name="divisor"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => ArithmeticInPlace.Divide(dividend, divisor);

    /// <summary>The quotient by <paramref name="other"/>, rounded down, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor floor_divide(Tensor input, Tensor other) => Division.Divide(input, other, RoundingMode.floor);

    /// <summary>The quotient by <paramref name="other"/>, rounded down, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor floor_divide_(Tensor input, Tensor other) =>
        ArithmeticInPlace.Divide(input, other, RoundingMode.floor);

    /// <summary>What division by <paramref name="right"/> leaves, with the sign of the divisor, for each element.</summary>
    public static Tensor remainder(Tensor left, Scalar right) => Arithmetic.Remainder(left, right);

    /// <summary>What division by <paramref name="right"/> leaves, with the sign of the divisor, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor remainder(Tensor left, Tensor right) => Arithmetic.Remainder(left, right);

    /// <summary>What division by <paramref name="right"/> leaves, with the sign of the divisor, in place; returns the
    /// tensor.</summary>
    public static Tensor remainder_(Tensor left, Scalar right) => InPlace.Apply(left, x => Arithmetic.Remainder(x, right));

    /// <summary>What division by <paramref name="right"/> leaves, with the sign of the divisor, in place; returns the
    /// tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor remainder_(Tensor left, Tensor right) => InPlace.Apply(left, right, Arithmetic.Remainder);

    /// <summary>What division by <paramref name="right"/> leaves, with the sign of the dividend, for each element.</summary>
    public static Tensor fmod(Tensor left, Scalar right) => Division.Fmod(left, right);

    /// <summary>What division by <paramref name="right"/> leaves, with the sign of the dividend, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor fmod(Tensor left, Tensor right) => Division.Fmod(left, right);

    /// <summary>What division by <paramref name="right"/> leaves, with the sign of the dividend, in place; returns the
    /// tensor.</summary>
    public static Tensor fmod_(Tensor left, Scalar right) => InPlace.Apply(left, x => Division.Fmod(x, right));

    /// <summary>What division by <paramref name="right"/> leaves, with the sign of the dividend, in place; returns the
    /// tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor fmod_(Tensor left, Tensor right) => InPlace.Apply(left, right, Division.Fmod);

    /// <summary>The power with exponent <paramref name="exponent"/>, for each element.</summary>
    public static Tensor pow(Tensor left, Scalar exponent) => Powers.Power(left, exponent);

    /// <summary>The power with exponent <paramref name="exponent"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor pow(Tensor left, Tensor exponent) => Powers.Power(left, exponent);

    /// <summary>The power with exponent <paramref name="exponent"/>, in place; returns the tensor.</summary>
    public static Tensor pow_(Tensor left, Scalar exponent) => InPlace.Apply(left, x => Powers.Power(x, exponent));

    /// <summary>The power with exponent <paramref name="exponent"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor pow_(Tensor left, Tensor exponent) => InPlace.Apply(left, exponent, Powers.Power);

    /// <summary>The power with exponent <paramref name="target"/>, computed in float64.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor float_power(Tensor input, Tensor target) =>
        Powers.Power(Copies.To(input, ScalarType.Float64), target);

    /// <summary>The sum with <paramref name="value"/>·<paramref name="tensor1"/>·<paramref name="tensor2"/>, element by
    /// element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor addcmul(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Blends.AddProduct(input, tensor1, tensor2, value.Real);

    /// <summary>Adds <paramref name="value"/>·<paramref name="tensor1"/>·<paramref name="tensor2"/> in place; returns the
    /// tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Blends.AddProductInPlace(input, tensor1, tensor2, value.Real);

    /// <summary>The sum with <paramref name="value"/>·<paramref name="tensor1"/>/<paramref name="tensor2"/>, element by
    /// element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor addcdiv(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Blends.AddQuotient(input, tensor1, tensor2, value.Real);

    /// <summary>Adds <paramref name="value"/>·<paramref name="tensor1"/>/<paramref name="tensor2"/> in place; returns the
    /// tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) =>
        Blends.AddQuotientInPlace(input, tensor1, tensor2, value.Real);

    /// <summary>The mixture (1 - w)·x + w·<paramref name="end"/> with w = <paramref name="weight"/>, element by
    /// element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor lerp(Tensor input, Tensor end, Tensor weight) => Blends.Lerp(input, end, weight);

    /// <summary>√(x² + y²) with y = <paramref name="right"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor hypot(Tensor left, Tensor right) => PlaneFunctions.Hypot(left, right);

    /// <summary>log(eˣ + eʸ) with y = <paramref name="right"/>, without overflow, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor logaddexp(Tensor left, Tensor right) => PlaneFunctions.LogAddExp(left, right);

    /// <summary>|x| with the sign of <paramref name="other"/>, element by element.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor copysign(Tensor input, Tensor other) => PlaneFunctions.CopySign(input, other);

    /// <summary>|x| with the sign of <paramref name="other"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor copysign_(Tensor input, Tensor other) => InPlace.Apply(input, other, PlaneFunctions.CopySign);

    /// <summary>x·log y with y = <paramref name="y"/>; 0 where x = 0.</summary>
    public static Tensor xlogy(Tensor x, Scalar y) => PlaneFunctions.Xlogy(x, Scalars.Tensor(y, x));

    /// <summary>x·log y with y = <paramref name="y"/>; 0 where x = 0.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor xlogy(Tensor x, Tensor y) => PlaneFunctions.Xlogy(x, y);

    /// <summary>x·log y with y = <paramref name="y"/>, in place; returns the tensor.</summary>
    public static Tensor xlogy_(Tensor x, Scalar y) => InPlace.Apply(x, x => PlaneFunctions.Xlogy(x, Scalars.Tensor(y, x)));

    /// <summary>x·log y with y = <paramref name="y"/>, in place; returns the tensor.</summary>
    /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
    public static Tensor xlogy_(Tensor x, Tensor y) => InPlace.Apply(x, y, PlaneFunctions.Xlogy);
}
