using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum with <paramref name="scalar"/>, for each element.</summary>
        public Tensor add(Scalar scalar) => Arithmetic.Add(this, scalar);

        /// <summary>The sum with <paramref name="alpha"/>·<paramref name="scalar"/>, for each element.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => Arithmetic.Add(this, Scalars.Product(scalar, alpha));

        /// <summary>The sum with <paramref name="target"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor add(Tensor target) => Arithmetic.Add(this, target);

        /// <summary>The sum with <paramref name="alpha"/>·<paramref name="target"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor add(Tensor target, Scalar alpha) => Arithmetic.Add(this, target, alpha);

        /// <summary>The sum with <paramref name="scalar"/>, in place; returns the tensor.</summary>
        public Tensor add_(Scalar scalar) => ArithmeticInPlace.Add(this, scalar);

        /// <summary>Adds <paramref name="alpha"/>·<paramref name="scalar"/> in place; returns the tensor.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => ArithmeticInPlace.Add(this, Scalars.Product(scalar, alpha));

        /// <summary>The sum with <paramref name="target"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor add_(Tensor target) => ArithmeticInPlace.Add(this, target);

        /// <summary>Adds <paramref name="alpha"/>·<paramref name="target"/> in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor add_(Tensor target, Scalar alpha) => ArithmeticInPlace.Add(this, target, alpha);

        /// <summary>The difference to <paramref name="target"/>, for each element.</summary>
        public Tensor sub(Scalar target) => Arithmetic.Subtract(this, target);

        /// <summary>The difference to <paramref name="target"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor sub(Tensor target) => Arithmetic.Subtract(this, target);

        /// <summary>The difference to <paramref name="target"/>, in place; returns the tensor.</summary>
        public Tensor sub_(Scalar target) => ArithmeticInPlace.Subtract(this, target);

        /// <summary>The difference to <paramref name="target"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor sub_(Tensor target) => ArithmeticInPlace.Subtract(this, target);

        /// <summary>The difference to <paramref name="target"/>, for each element.</summary>
        public Tensor subtract(Scalar target) => Arithmetic.Subtract(this, target);

        /// <summary>The difference to <paramref name="target"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor subtract(Tensor target) => Arithmetic.Subtract(this, target);

        /// <summary>The difference to <paramref name="target"/>, in place; returns the tensor.</summary>
        public Tensor subtract_(Scalar target) => ArithmeticInPlace.Subtract(this, target);

        /// <summary>The difference to <paramref name="target"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor subtract_(Tensor target) => ArithmeticInPlace.Subtract(this, target);

        /// <summary>The product with <paramref name="target"/>, for each element.</summary>
        public Tensor mul(Scalar target) => Arithmetic.Multiply(this, target);

        /// <summary>The product with <paramref name="target"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor mul(Tensor target) => Arithmetic.Multiply(this, target);

        /// <summary>The product with <paramref name="target"/>, in place; returns the tensor.</summary>
        public Tensor mul_(Scalar target) => ArithmeticInPlace.Multiply(this, target);

        /// <summary>The product with <paramref name="target"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor mul_(Tensor target) => ArithmeticInPlace.Multiply(this, target);

        /// <summary>The product with <paramref name="target"/>, for each element.</summary>
        public Tensor multiply(Scalar target) => Arithmetic.Multiply(this, target);

        /// <summary>The product with <paramref name="target"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor multiply(Tensor target) => Arithmetic.Multiply(this, target);

        /// <summary>The quotient by <paramref name="target"/>, for each element, rounded as <paramref name="rounding_mode"/>
        /// says.</summary>
        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Division.Divide(this, target, rounding_mode);

        /// <summary>The quotient by <paramref name="target"/>, element by element, rounded as <paramref name="rounding_mode"/>
        /// says.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Division.Divide(this, target, rounding_mode);

        /// <summary>Divides by <paramref name="target"/> in place, rounded as <paramref name="rounding_mode"/> says; returns the
        /// tensor.</summary>
        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            ArithmeticInPlace.Divide(this, target, rounding_mode);

        /// <summary>Divides by <paramref name="target"/> in place, rounded as <paramref name="rounding_mode"/> says; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            ArithmeticInPlace.Divide(this, target, rounding_mode);

        /// <summary>The quotient by <paramref name="target"/>, for each element, rounded as <paramref name="rounding_mode"/>
        /// says.</summary>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Division.Divide(this, target, rounding_mode);

        /// <summary>The quotient by <paramref name="target"/>, element by element, rounded as <paramref name="rounding_mode"/>
        /// says.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Division.Divide(this, target, rounding_mode);

        /// <summary>Divides by <paramref name="target"/> in place, rounded as <paramref name="rounding_mode"/> says; returns the
        /// tensor.</summary>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            ArithmeticInPlace.Divide(this, target, rounding_mode);

        /// <summary>Divides by <paramref name="target"/> in place, rounded as <paramref name="rounding_mode"/> says; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            ArithmeticInPlace.Divide(this, target, rounding_mode);

        /// <summary>The quotient by <paramref name="other"/>, for each element.</summary>
        public Tensor true_divide(Scalar other) => Arithmetic.Divide(this, other);

        /// <summary>The quotient by <paramref name="other"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor true_divide(Tensor other) => Arithmetic.Divide(this, other);

        /// <summary>The quotient by <paramref name="other"/>, in place; returns the tensor.</summary>
        public Tensor true_divide_(Scalar other) => ArithmeticInPlace.Divide(this, other);

        /// <summary>The quotient by <paramref name="other"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor true_divide_(Tensor other) => ArithmeticInPlace.Divide(this, other);

        /// <summary>The quotient by <paramref name="other"/>, rounded down, for each element.</summary>
        public Tensor floor_divide(Scalar other) => Division.Divide(this, other, RoundingMode.floor);

        /// <summary>The quotient by <paramref name="other"/>, rounded down, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor floor_divide(Tensor other) => Division.Divide(this, other, RoundingMode.floor);

        /// <summary>The quotient by <paramref name="other"/>, rounded down, in place; returns the tensor.</summary>
        public Tensor floor_divide_(Scalar other) => ArithmeticInPlace.Divide(this, other, RoundingMode.floor);

        /// <summary>The quotient by <paramref name="other"/>, rounded down, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor floor_divide_(Tensor other) => ArithmeticInPlace.Divide(this, other, RoundingMode.floor);

        /// <summary>What division by <paramref name="scalar"/> leaves, with the sign of the divisor, for each element.</summary>
        public Tensor remainder(Scalar scalar) => Arithmetic.Remainder(this, scalar);

        /// <summary>What division by <paramref name="target"/> leaves, with the sign of the divisor, element by
        /// element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor remainder(Tensor target) => Arithmetic.Remainder(this, target);

        /// <summary>What division by <paramref name="scalar"/> leaves, with the sign of the divisor, in place; returns the
        /// tensor.</summary>
        public Tensor remainder_(Scalar scalar) => InPlace.Apply(this, x => Arithmetic.Remainder(x, scalar));

        /// <summary>What division by <paramref name="target"/> leaves, with the sign of the divisor, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor remainder_(Tensor target) => InPlace.Apply(this, target, Arithmetic.Remainder);

        /// <summary>What division by <paramref name="scalar"/> leaves, with the sign of the dividend, for each element.</summary>
        public Tensor fmod(Scalar scalar) => Division.Fmod(this, scalar);

        /// <summary>What division by <paramref name="target"/> leaves, with the sign of the dividend, element by
        /// element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor fmod(Tensor target) => Division.Fmod(this, target);

        /// <summary>What division by <paramref name="scalar"/> leaves, with the sign of the dividend, in place; returns the
        /// tensor.</summary>
        public Tensor fmod_(Scalar scalar) => InPlace.Apply(this, x => Division.Fmod(x, scalar));

        /// <summary>What division by <paramref name="target"/> leaves, with the sign of the dividend, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor fmod_(Tensor target) => InPlace.Apply(this, target, Division.Fmod);

        /// <summary>The power with exponent <paramref name="exponent"/>, for each element.</summary>
        public Tensor pow(Scalar exponent) => Powers.Power(this, exponent);

        /// <summary>The power with exponent <paramref name="exponent"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor pow(Tensor exponent) => Powers.Power(this, exponent);

        /// <summary>The power with exponent <paramref name="exponent"/>, in place; returns the tensor.</summary>
        public Tensor pow_(Scalar exponent) => InPlace.Apply(this, x => Powers.Power(x, exponent));

        /// <summary>The power with exponent <paramref name="exponent"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor pow_(Tensor exponent) => InPlace.Apply(this, exponent, Powers.Power);

        /// <summary>The power with exponent <paramref name="target"/>, computed in float64.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor float_power(Tensor target) => Powers.Power(Copies.To(this, ScalarType.Float64), target);

        /// <summary>The sum with <paramref name="value"/>·<paramref name="tensor1"/>·<paramref name="tensor2"/>, element by
        /// element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Blends.AddProduct(this, tensor1, tensor2, value.Real);

        /// <summary>Adds <paramref name="value"/>·<paramref name="tensor1"/>·<paramref name="tensor2"/> in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Blends.AddProductInPlace(this, tensor1, tensor2, value.Real);

        /// <summary>The sum with <paramref name="tensor1"/>/<paramref name="tensor2"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Blends.AddQuotient(this, tensor1, tensor2, 1);

        /// <summary>The sum with <paramref name="value"/>·<paramref name="tensor1"/>/<paramref name="tensor2"/>, element by
        /// element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Blends.AddQuotient(this, tensor1, tensor2, value.Real);

        /// <summary>Adds <paramref name="tensor1"/>/<paramref name="tensor2"/> in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Blends.AddQuotientInPlace(this, tensor1, tensor2, 1);

        /// <summary>Adds <paramref name="value"/>·<paramref name="tensor1"/>/<paramref name="tensor2"/> in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) =>
            Blends.AddQuotientInPlace(this, tensor1, tensor2, value.Real);

        /// <summary>The mixture (1 - w)·x + w·<paramref name="end"/> with w = <paramref name="weight"/>, element by
        /// element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor lerp(Tensor end, Tensor weight) => Blends.Lerp(this, end, weight);

        /// <summary>The mixture (1 - w)·x + w·<paramref name="end"/> with w = <paramref name="weight"/>, in place; returns the
        /// tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor lerp_(Tensor end, Tensor weight) => Blends.LerpInPlace(this, end, weight);

        /// <summary>√(x² + y²) with y = <paramref name="other"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor hypot(Tensor other) => PlaneFunctions.Hypot(this, other);

        /// <summary>log(eˣ + eʸ) with y = <paramref name="other"/>, without overflow, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor logaddexp(Tensor other) => PlaneFunctions.LogAddExp(this, other);

        /// <summary>|x| with the sign of <paramref name="other"/>, element by element.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor copysign(Tensor other) => PlaneFunctions.CopySign(this, other);

        /// <summary>|x| with the sign of <paramref name="other"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor copysign_(Tensor other) => InPlace.Apply(this, other, PlaneFunctions.CopySign);

        /// <summary>x·log y with y = <paramref name="y"/>; 0 where x = 0.</summary>
        public Tensor xlogy(Scalar y) => PlaneFunctions.Xlogy(this, Scalars.Tensor(y, this));

        /// <summary>x·log y with y = <paramref name="y"/>; 0 where x = 0.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor xlogy(Tensor y) => PlaneFunctions.Xlogy(this, y);

        /// <summary>x·log y with y = <paramref name="y"/>, in place; returns the tensor.</summary>
        public Tensor xlogy_(Scalar y) => InPlace.Apply(this, x => PlaneFunctions.Xlogy(x, Scalars.Tensor(y, x)));

        /// <summary>x·log y with y = <paramref name="y"/>, in place; returns the tensor.</summary>
        /// <exception cref="ArgumentException">The shapes do not broadcast.</exception>
        public Tensor xlogy_(Tensor y) => InPlace.Apply(this, y, PlaneFunctions.Xlogy);
    }
}
