using TorchSharp.Operators;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The angle of each complex number, from -π to π; of real ones 0, or π below 0.</summary>
    public static Tensor angle(Tensor input) => ComplexAngles.Angle(input);

    /// <summary>The complex conjugates; a real tensor itself.</summary>
    public static Tensor conj(Tensor input) => ComplexArithmetic.Conjugate(input);

    /// <summary>The complex conjugates; a real tensor itself.</summary>
    public static Tensor conj_physical(Tensor input) => ComplexArithmetic.Conjugate(input);

    /// <summary>Each matrix transposed and conjugated.</summary>
    public static Tensor adjoint(Tensor input) => ComplexProducts.Adjoint(input);

    /// <summary>abs·(cos angle + i·sin angle).</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => ComplexAngles.FromPolar(abs, angle);

    /// <summary>Whether each number has the imaginary part 0.</summary>
    public static Tensor isreal(Tensor tensor) => ComplexAngles.IsReal(tensor);

    public partial class Tensor
    {
        /// <summary>The angle of each complex number, from -π to π; of real ones 0, or π below 0.</summary>
        public Tensor angle() => ComplexAngles.Angle(this);

        /// <summary>The complex conjugates; a real tensor itself.</summary>
        public Tensor conj() => ComplexArithmetic.Conjugate(this);

        /// <summary>The complex conjugates; a real tensor itself.</summary>
        public Tensor conj_physical() => ComplexArithmetic.Conjugate(this);

        /// <summary>Each matrix transposed and conjugated.</summary>
        public Tensor adjoint() => ComplexProducts.Adjoint(this);

        /// <summary>Whether each number has the imaginary part 0.</summary>
        public Tensor isreal() => ComplexAngles.IsReal(this);
    }
}
