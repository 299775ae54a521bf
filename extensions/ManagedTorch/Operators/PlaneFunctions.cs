using System.Numerics;
using System.Runtime.Intrinsics;
using TorchSharp.Autograd;
using TorchSharp.Kernels;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.Loops.Formula;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Differentiable functions of two variables.</summary>
internal static class PlaneFunctions
{
    /// <summary>The angle of the point (b, a), from -π to π.</summary>
    public static Tensor Atan2(Tensor a, Tensor b) => Record(
        Pointwise.Map2<Atan2Formula>(a, b, "atan2"), "Atan2Backward0", a, b,
        static (dy, a, b, _) => dy * (b / (a * a + b * b)),         // d/da = b/(a² + b²)
        static (dy, a, b, _) => dy * (-a / (a * a + b * b)));       // d/db = -a/(a² + b²)

    /// <summary>√(a² + b²).</summary>
    public static Tensor Hypot(Tensor a, Tensor b) => Record(
        Pointwise.Map2<HypotFormula>(a, b, "hypot"), "HypotBackward0", a, b,
        static (dy, a, _, y) => dy * (a / y),
        static (dy, _, b, y) => dy * (b / y));

    /// <summary>a·log b; 0 where a = 0 and b is a number.</summary>
    public static Tensor Xlogy(Tensor a, Tensor b) => Record(
        Pointwise.Map2<XlogyFormula>(a, b, "xlogy"), "XlogyBackward0", a, b,
        static (dy, a, b, _) => Selection.Where(
            Logic.And(Comparisons.Compare<Equal>(a, 0), Comparisons.Compare<LessOrEqual>(b, 0)), 0, dy * Function.Of<Log>(b)),
        static (dy, a, b, _) => dy * (a / b));

    /// <summary>log(eᵃ + eᵇ).</summary>
    public static Tensor LogAddExp(Tensor a, Tensor b) => Record(
        Pointwise.Map2<LogAddExpFormula>(a, b, "logaddexp"), "LogaddexpBackward0", a, b,
        static (dy, a, b, _) => dy * Function.Of<Sigmoid>(a - b),   // eᵃ/(eᵃ + eᵇ)
        static (dy, a, b, _) => dy * Function.Of<Sigmoid>(b - a));

    /// <summary>|a| with the sign of b.</summary>
    public static Tensor CopySign(Tensor a, Tensor b) => Record(
        Pointwise.Map2<CopySignFormula>(a, b, "copysign"), "CopysignBackward0", a, b,
        static (dy, a, _, y) => dy * (Function.Of<Sign>(a) * Function.Of<Sign>(y)),
        static (dy, _, b, _) => Creation.Full(dy.Sizes, 0, dy.dtype));

    private static Tensor Record(
        Tensor y, string name, Tensor a, Tensor b, Func<Tensor, Tensor, Tensor, Tensor, Tensor> da,
        Func<Tensor, Tensor, Tensor, Tensor, Tensor> db)
    {
        if (!Tape.Needs([a, b]))
        {
            return y;
        }
        ScalarType typeOfA = a.dtype, typeOfB = b.dtype;
        return Tape.Record(y, name, [a, b], [a, b, y], (dy, node) =>
        [
            node.Needs(0) ? Arithmetic.Given(da(dy, node[0], node[1], node[2]), node, 0, typeOfA) : null,
            node.Needs(1) ? Arithmetic.Given(db(dy, node[0], node[1], node[2]), node, 1, typeOfB) : null,
        ]);
    }

    private readonly struct Atan2Formula : IFormulaOfTwo
    {
        public static Vector256<T> Of<T>(Vector256<T> a, Vector256<T> b, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            for (int lane = 0; lane < Vector256<T>.Count; lane++)
            {
                double angle = Math.Atan2(double.CreateTruncating(a[lane]), double.CreateTruncating(b[lane]));
                a = a.WithElement(lane, T.CreateTruncating(angle));
            }
            return a;
        }
    }

    private readonly struct HypotFormula : IFormulaOfTwo
    {
        public static Vector256<T> Of<T>(Vector256<T> a, Vector256<T> b, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            for (int lane = 0; lane < Vector256<T>.Count; lane++)
            {
                double length = double.Hypot(double.CreateTruncating(a[lane]), double.CreateTruncating(b[lane]));
                a = a.WithElement(lane, T.CreateTruncating(length));
            }
            return a;
        }
    }

    private readonly struct XlogyFormula : IFormulaOfTwo
    {
        public static Vector256<T> Of<T>(Vector256<T> a, Vector256<T> b, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            If(
                Vector256.Equals(a, Vector256<T>.Zero),
                If(Vector256.Equals(b, b), Vector256<T>.Zero, b),
                a * Lanes.Apply<LogFunction, T>(b));
    }

    // max + log(1 + e^-|a - b|); the larger one alone if both are the same infinity
    private readonly struct LogAddExpFormula : IFormulaOfTwo
    {
        public static Vector256<T> Of<T>(Vector256<T> a, Vector256<T> b, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            Vector256<T> infinite =
                Vector256.Equals(Vector256.Abs(a), Number<T>(double.PositiveInfinity)) & Vector256.Equals(a, b);
            Vector256<T> small = Lanes.Apply<Log1pFunction, T>(Lanes.Apply<ExpFunction, T>(-Vector256.Abs(a - b)));
            return If(infinite, a, Vector256.Max(a, b) + small);
        }
    }

    private readonly struct CopySignFormula : IFormulaOfTwo
    {
        public static Vector256<T> Of<T>(Vector256<T> a, Vector256<T> b, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => Vector256.CopySign(a, b);
    }
}
