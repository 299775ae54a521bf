using System.Numerics;
using System.Runtime.Intrinsics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>The larger or smaller of two elements, and bounds.</summary>
internal static class Extremes
{
    /// <summary>max(a, b); NaN if either is.</summary>
    public static Tensor Maximum(Tensor a, Tensor b) => Choose<LargerOp, OrOp, Greater>(a, b, "maximum");

    /// <summary>min(a, b); NaN if either is.</summary>
    public static Tensor Minimum(Tensor a, Tensor b) => Choose<SmallerOp, AndOp, Less>(a, b, "minimum");

    /// <summary>max(a, b); of NaN and a number the number.</summary>
    public static Tensor MaximumNumber(Tensor a, Tensor b) => Selection.Where(Prefers<GreaterOrEqual>(a, b), a, b);

    /// <summary>min(a, b); of NaN and a number the number.</summary>
    public static Tensor MinimumNumber(Tensor a, Tensor b) => Selection.Where(Prefers<LessOrEqual>(a, b), a, b);

    /// <summary>x cut to low … high; a bound that is null is not applied.</summary>
    /// <exception cref="ArgumentException">Both are null.</exception>
    public static Tensor Clamp(Tensor x, Scalar? low, Scalar? high)
    {
        if (low is null && high is null)
        {
            throw new ArgumentException("torch.clamp: At least one of 'min' or 'max' must not be None");
        }
        ScalarType type = x.dtype;
        type = low is null ? type : Promotion.Of(x, low);
        type = high is null || ElementType.IsFloating(type) ? type : Promotion.Of(x, high);
        if (ElementType.IsFloating(type))
        {
            return Function.Of<Clamp>(Copies.To(x, type), Bounds(low, high));
        }
        Tensor y = Copies.To(x, type);
        y = low is null ? y : Arithmetic.Numeric<LargerOp>(y, Creation.Full([], low, type), type, "clamp");
        return high is null ? y : Arithmetic.Numeric<SmallerOp>(y, Creation.Full([], high, type), type, "clamp");
    }

    /// <summary>The same in place.</summary>
    public static Tensor ClampInPlace(Tensor x, Scalar? low, Scalar? high) =>
        ElementType.IsFloating(x.dtype) && (low ?? high) is not null
            ? Function.InPlace<Clamp>(x, Bounds(low, high))
            : InPlace.Apply(x, old => Clamp(old, low, high));

    /// <summary>x cut to low … high, element by element, broadcast; where the two cross, high wins.</summary>
    public static Tensor Clamp(Tensor x, Tensor? low, Tensor? high)
    {
        if (low is null && high is null)
        {
            throw new ArgumentException("torch.clamp: At least one of 'min' or 'max' must not be None");
        }
        // At a bound the gradient goes to x alone, so the comparison is strict.
        Tensor y = low is null ? x : Selection.Where(Passes<Less>(x, low), low, x);
        return high is null ? y : Selection.Where(Passes<Greater>(y, high), high, y);
    }

    private static Numbers Bounds(Scalar? low, Scalar? high) =>
        new(low?.Real ?? double.NegativeInfinity, high?.Real ?? double.PositiveInfinity);

    // A bound that is NaN counts as passed, so that the result is NaN.
    private static Tensor Passes<TComparison>(Tensor x, Tensor bound) where TComparison : struct, IComparison =>
        Logic.Or(Comparisons.Compare<TComparison>(x, bound), Comparisons.Ask<NotANumber>(bound, "clamp"));

    private static Tensor Prefers<TComparison>(Tensor a, Tensor b) where TComparison : struct, IComparison =>
        Logic.Or(Comparisons.Compare<TComparison>(a, b), Comparisons.Ask<NotANumber>(b, "fmax"));

    private static Tensor Choose<TOp, TBoolOp, TComparison>(Tensor a, Tensor b, string name)
        where TOp : struct, INumericOp
        where TBoolOp : unmanaged, IBinaryOp<byte>
        where TComparison : struct, IComparison
    {
        ScalarType type = Promotion.Of(a, b), typeOfA = a.dtype, typeOfB = b.dtype;
        Tensor y = type == ScalarType.Bool ? Arithmetic.Binary<TBoolOp>(a, b, type, name)
            : ElementType.IsComplex(type) ? throw Pointwise.NotForComplex(name)
            : Arithmetic.Numeric<TOp>(a, b, type, name);
        if (!Tape.Needs([a, b]))
        {
            return y;
        }
        // The gradient goes to the one that was taken; of two equal ones each gets half.
        return Tape.Record(y, name == "maximum" ? "MaximumBackward0" : "MinimumBackward0", [a, b], [a, b], (dy, node) =>
        [
            node.Needs(0) ? Arithmetic.Given(Share<TComparison>(dy, node[0], node[1]), node, 0, typeOfA) : null,
            node.Needs(1) ? Arithmetic.Given(Share<TComparison>(dy, node[1], node[0]), node, 1, typeOfB) : null,
        ]);
    }

    private static Tensor Share<TComparison>(Tensor dy, Tensor mine, Tensor other) where TComparison : struct, IComparison =>
        Selection.Where(
            Comparisons.Compare<TComparison>(mine, other), dy,
                Selection.Where(Comparisons.Compare<Equal>(mine, other), dy * 0.5, 0));

    private readonly struct LargerOp : INumericOp
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.Max(a, b);

        public static Vector256<T> Apply<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged, INumber<T> =>
            Vector256.Max(a, b);
    }

    private readonly struct SmallerOp : INumericOp
    {
        public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => T.Min(a, b);

        public static Vector256<T> Apply<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged, INumber<T> =>
            Vector256.Min(a, b);
    }
}
