using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>Functions that are not worth a polynomial of their own: each float is computed in double precision and
/// rounded.</summary>
internal static class InDouble
{
    public static Vector256<float> Apply<TFunction>(Vector256<float> x) where TFunction : struct, IUnaryFunction
    {
        Vector256<float> y = default;
        for (int lane = 0; lane < Vector256<float>.Count; lane++)
        {
            y = y.WithElement(lane, (float)TFunction.Apply((double)x[lane]));
        }
        return y;
    }
}

/// <summary>2ˣ.</summary>
internal readonly struct Exp2Function : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<Exp2Function>(x);

    public static double Apply(double x) => Math.Pow(2, x);
}

/// <summary>tan x.</summary>
internal readonly struct TanFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<TanFunction>(x);

    public static double Apply(double x) => Math.Tan(x);
}

/// <summary>arcsin x.</summary>
internal readonly struct AsinFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<AsinFunction>(x);

    public static double Apply(double x) => Math.Asin(x);
}

/// <summary>arccos x.</summary>
internal readonly struct AcosFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<AcosFunction>(x);

    public static double Apply(double x) => Math.Acos(x);
}

/// <summary>arctan x.</summary>
internal readonly struct AtanFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<AtanFunction>(x);

    public static double Apply(double x) => Math.Atan(x);
}

/// <summary>sinh x.</summary>
internal readonly struct SinhFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<SinhFunction>(x);

    public static double Apply(double x) => Math.Sinh(x);
}

/// <summary>cosh x.</summary>
internal readonly struct CoshFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<CoshFunction>(x);

    public static double Apply(double x) => Math.Cosh(x);
}

/// <summary>arsinh x.</summary>
internal readonly struct AsinhFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<AsinhFunction>(x);

    public static double Apply(double x) => Math.Asinh(x);
}

/// <summary>arcosh x.</summary>
internal readonly struct AcoshFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<AcoshFunction>(x);

    public static double Apply(double x) => Math.Acosh(x);
}

/// <summary>artanh x.</summary>
internal readonly struct AtanhFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<AtanhFunction>(x);

    public static double Apply(double x) => Math.Atanh(x);
}

/// <summary>1 - erf x.</summary>
internal readonly struct ErfcFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<ErfcFunction>(x);

    public static double Apply(double x) => MathNet.Numerics.SpecialFunctions.Erfc(x);
}

/// <summary>the inverse of erf.</summary>
internal readonly struct ErfinvFunction : IUnaryFunction
{
    public static Vector256<float> Apply(Vector256<float> x) => InDouble.Apply<ErfinvFunction>(x);

    public static double Apply(double x) => Math.Abs(x) <= 1 ? MathNet.Numerics.SpecialFunctions.ErfInv(x) : double.NaN;
}
