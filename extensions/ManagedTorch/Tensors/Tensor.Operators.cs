using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>The sum of two tensors, element by element.</summary>
        public static Tensor operator +(Tensor left, Tensor right) => Arithmetic.Add(left, right);

        /// <summary>The sum of each element and a number.</summary>
        public static Tensor operator +(Tensor left, Scalar right) => Arithmetic.Add(left, right);

        /// <summary>The sum of each element and a number.</summary>
        public static Tensor operator +(Tensor left, int right) => Arithmetic.Add(left, (Scalar)right);

        /// <summary>The sum of each element and a number.</summary>
        public static Tensor operator +(Tensor left, long right) => Arithmetic.Add(left, (Scalar)right);

        /// <summary>The sum of each element and a number.</summary>
        public static Tensor operator +(Tensor left, float right) => Arithmetic.Add(left, (Scalar)right);

        /// <summary>The sum of each element and a number.</summary>
        public static Tensor operator +(Tensor left, double right) => Arithmetic.Add(left, (Scalar)right);

        /// <summary>The sum of a number and each element.</summary>
        public static Tensor operator +(Scalar left, Tensor right) => Arithmetic.Add(left, right);

        /// <summary>The sum of a number and each element.</summary>
        public static Tensor operator +(int left, Tensor right) => Arithmetic.Add((Scalar)left, right);

        /// <summary>The sum of a number and each element.</summary>
        public static Tensor operator +(long left, Tensor right) => Arithmetic.Add((Scalar)left, right);

        /// <summary>The sum of a number and each element.</summary>
        public static Tensor operator +(float left, Tensor right) => Arithmetic.Add((Scalar)left, right);

        /// <summary>The sum of a number and each element.</summary>
        public static Tensor operator +(double left, Tensor right) => Arithmetic.Add((Scalar)left, right);

        /// <summary>The difference of two tensors, element by element.</summary>
        public static Tensor operator -(Tensor left, Tensor right) => Arithmetic.Subtract(left, right);

        /// <summary>The difference of each element and a number.</summary>
        public static Tensor operator -(Tensor left, Scalar right) => Arithmetic.Subtract(left, right);

        /// <summary>The difference of each element and a number.</summary>
        public static Tensor operator -(Tensor left, int right) => Arithmetic.Subtract(left, (Scalar)right);

        /// <summary>The difference of each element and a number.</summary>
        public static Tensor operator -(Tensor left, long right) => Arithmetic.Subtract(left, (Scalar)right);

        /// <summary>The difference of each element and a number.</summary>
        public static Tensor operator -(Tensor left, float right) => Arithmetic.Subtract(left, (Scalar)right);

        /// <summary>The difference of each element and a number.</summary>
        public static Tensor operator -(Tensor left, double right) => Arithmetic.Subtract(left, (Scalar)right);

        /// <summary>The difference of a number and each element.</summary>
        public static Tensor operator -(Scalar left, Tensor right) => Arithmetic.Subtract(left, right);

        /// <summary>The difference of a number and each element.</summary>
        public static Tensor operator -(int left, Tensor right) => Arithmetic.Subtract((Scalar)left, right);

        /// <summary>The difference of a number and each element.</summary>
        public static Tensor operator -(long left, Tensor right) => Arithmetic.Subtract((Scalar)left, right);

        /// <summary>The difference of a number and each element.</summary>
        public static Tensor operator -(float left, Tensor right) => Arithmetic.Subtract((Scalar)left, right);

        /// <summary>The difference of a number and each element.</summary>
        public static Tensor operator -(double left, Tensor right) => Arithmetic.Subtract((Scalar)left, right);

        /// <summary>The product of two tensors, element by element.</summary>
        public static Tensor operator *(Tensor left, Tensor right) => Arithmetic.Multiply(left, right);

        /// <summary>The product of each element and a number.</summary>
        public static Tensor operator *(Tensor left, Scalar right) => Arithmetic.Multiply(left, right);

        /// <summary>The product of each element and a number.</summary>
        public static Tensor operator *(Tensor left, int right) => Arithmetic.Multiply(left, (Scalar)right);

        /// <summary>The product of each element and a number.</summary>
        public static Tensor operator *(Tensor left, long right) => Arithmetic.Multiply(left, (Scalar)right);

        /// <summary>The product of each element and a number.</summary>
        public static Tensor operator *(Tensor left, float right) => Arithmetic.Multiply(left, (Scalar)right);

        /// <summary>The product of each element and a number.</summary>
        public static Tensor operator *(Tensor left, double right) => Arithmetic.Multiply(left, (Scalar)right);

        /// <summary>The product of a number and each element.</summary>
        public static Tensor operator *(Scalar left, Tensor right) => Arithmetic.Multiply(left, right);

        /// <summary>The product of a number and each element.</summary>
        public static Tensor operator *(int left, Tensor right) => Arithmetic.Multiply((Scalar)left, right);

        /// <summary>The product of a number and each element.</summary>
        public static Tensor operator *(long left, Tensor right) => Arithmetic.Multiply((Scalar)left, right);

        /// <summary>The product of a number and each element.</summary>
        public static Tensor operator *(float left, Tensor right) => Arithmetic.Multiply((Scalar)left, right);

        /// <summary>The product of a number and each element.</summary>
        public static Tensor operator *(double left, Tensor right) => Arithmetic.Multiply((Scalar)left, right);

        /// <summary>The quotient of two tensors, element by element.</summary>
        public static Tensor operator /(Tensor left, Tensor right) => Arithmetic.Divide(left, right);

        /// <summary>The quotient of each element and a number.</summary>
        public static Tensor operator /(Tensor left, Scalar right) => Arithmetic.Divide(left, right);

        /// <summary>The quotient of each element and a number.</summary>
        public static Tensor operator /(Tensor left, int right) => Arithmetic.Divide(left, (Scalar)right);

        /// <summary>The quotient of each element and a number.</summary>
        public static Tensor operator /(Tensor left, long right) => Arithmetic.Divide(left, (Scalar)right);

        /// <summary>The quotient of each element and a number.</summary>
        public static Tensor operator /(Tensor left, float right) => Arithmetic.Divide(left, (Scalar)right);

        /// <summary>The quotient of each element and a number.</summary>
        public static Tensor operator /(Tensor left, double right) => Arithmetic.Divide(left, (Scalar)right);

        /// <summary>The quotient of a number and each element.</summary>
        public static Tensor operator /(Scalar left, Tensor right) => Arithmetic.Divide(left, right);

        /// <summary>The quotient of a number and each element.</summary>
        public static Tensor operator /(int left, Tensor right) => Arithmetic.Divide((Scalar)left, right);

        /// <summary>The quotient of a number and each element.</summary>
        public static Tensor operator /(long left, Tensor right) => Arithmetic.Divide((Scalar)left, right);

        /// <summary>The quotient of a number and each element.</summary>
        public static Tensor operator /(float left, Tensor right) => Arithmetic.Divide((Scalar)left, right);

        /// <summary>The quotient of a number and each element.</summary>
        public static Tensor operator /(double left, Tensor right) => Arithmetic.Divide((Scalar)left, right);

        /// <summary>The remainder (sign of the divisor) of two tensors, element by element.</summary>
        public static Tensor operator %(Tensor left, Tensor right) => Arithmetic.Remainder(left, right);

        /// <summary>The remainder (sign of the divisor) of each element and a number.</summary>
        public static Tensor operator %(Tensor left, Scalar right) => Arithmetic.Remainder(left, right);

        /// <summary>The remainder (sign of the divisor) of each element and a number.</summary>
        public static Tensor operator %(Tensor left, int right) => Arithmetic.Remainder(left, (Scalar)right);

        /// <summary>The remainder (sign of the divisor) of each element and a number.</summary>
        public static Tensor operator %(Tensor left, long right) => Arithmetic.Remainder(left, (Scalar)right);

        /// <summary>The remainder (sign of the divisor) of each element and a number.</summary>
        public static Tensor operator %(Tensor left, float right) => Arithmetic.Remainder(left, (Scalar)right);

        /// <summary>The remainder (sign of the divisor) of each element and a number.</summary>
        public static Tensor operator %(Tensor left, double right) => Arithmetic.Remainder(left, (Scalar)right);

        /// <summary>Each element with the other sign.</summary>
        public static Tensor operator -(Tensor tensor) => Arithmetic.Negate(tensor);
    }
}
