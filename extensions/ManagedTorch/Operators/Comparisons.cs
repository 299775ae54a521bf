using System.Numerics;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Questions about elements, answered with tensors of bool. None is differentiable.</summary>
internal static class Comparisons
{
    /// <summary>a ? b, element by element, operands converted to their common type and broadcast.</summary>
    public static Tensor Compare<TComparison>(Tensor a, Tensor b) where TComparison : struct, IComparison =>
        Compare<TComparison>(a, b, Promotion.Of(a, b));

    /// <summary>a ? number, element by element.</summary>
    public static Tensor Compare<TComparison>(Tensor a, Scalar b) where TComparison : struct, IComparison
    {
        ScalarType type = Promotion.Of(a, b);
        using Tensor number = Creation.Full([], b, type);
        return Compare<TComparison>(a, number, type);
    }

    /// <summary>The answer of a question for each element of a real tensor.</summary>
    public static Tensor Ask<TPredicate>(Tensor x, string name) where TPredicate : struct, IPredicate
    {
        Tensor y = Tensor.EmptyLike(x, ScalarType.Bool);
        var plan = new LoopPlan(y, x);
        switch (x.dtype)
        {
            case ScalarType.Float32: plan.Execute(new ConvertRun<PredicateOf<TPredicate, float>, float, byte>()); break;
            case ScalarType.Float64: plan.Execute(new ConvertRun<PredicateOf<TPredicate, double>, double, byte>()); break;
            case ScalarType.Int64: plan.Execute(new ConvertRun<PredicateOf<TPredicate, long>, long, byte>()); break;
            case ScalarType.Int32: plan.Execute(new ConvertRun<PredicateOf<TPredicate, int>, int, byte>()); break;
            case ScalarType.Byte or ScalarType.Bool:
                plan.Execute(new ConvertRun<PredicateOf<TPredicate, byte>, byte, byte>());
                break;
            default: throw Pointwise.NotForComplex(name);
        }
        return y;
    }

    /// <summary>Whether each element is neither NaN nor infinite.</summary>
    public static Tensor IsFinite(Tensor x) => Ask<Finite>(x, "isfinite");

    /// <summary>Whether low ≤ x ≤ high.</summary>
    public static Tensor Between(Tensor x, double low, double high) =>
        Logic.And(Compare<GreaterOrEqual>(x, low), Compare<LessOrEqual>(x, high));

    /// <summary>Whether low &lt; x &lt; high.</summary>
    public static Tensor Inside(Tensor x, double low, double high) => Logic.And(Compare<Greater>(x, low), Compare<Less>(x, high));

    /// <summary>Whether x &lt; low or x > high.</summary>
    public static Tensor Outside(Tensor x, double low, double high) => Logic.Or(Compare<Less>(x, low), Compare<Greater>(x, high));

    /// <summary>Whether |a - b| ≤ atol + rtol·|b|; equal infinities are close, NaN to NaN if asked.</summary>
    public static Tensor IsClose(Tensor a, Tensor b, double rtol, double atol, bool nanEqual)
    {
        using IDisposable off = Autograd.GradMode.Set(false);
        Tensor close = Compare<Equal>(a, b);
        if (!ElementType.IsFloating(Promotion.Of(a, b)) && rtol == 0 && atol == 0)
        {
            return close;
        }
        Tensor x = Copies.To(a, ScalarType.Float64), z = Copies.To(b, ScalarType.Float64);
        Tensor distance = Function.Of<Abs>(x - z);
        Tensor near = Logic.And(Compare<LessOrEqual>(distance, Function.Of<Abs>(z) * rtol + atol), IsFinite(distance + z));
        close = Logic.Or(close, near);
        return nanEqual ? Logic.Or(close, Logic.And(Ask<NotANumber>(x, "isclose"), Ask<NotANumber>(z, "isclose"))) : close;
    }

    /// <summary>Whether two tensors have the same shape and equal elements; NaN equals nothing.</summary>
    public static bool AreEqual(Tensor a, Tensor b) =>
        a.Sizes.AsSpan().SequenceEqual(b.Sizes) && Truth.IsTrueEverywhere(Compare<Equal>(a, b));

    private static Tensor Compare<TComparison>(Tensor a, Tensor b, ScalarType type) where TComparison : struct, IComparison
    {
        if (ElementType.IsComplex(type))
        {
            return CompareComplex<TComparison>(Copies.To(a, type), Copies.To(b, type));
        }
        Tensor y = Arithmetic.Result(a, b, ScalarType.Bool, "comparison");
        var plan = new LoopPlan(y, Copies.To(a, type), Copies.To(b, type));
        switch (type)
        {
            case ScalarType.Float32: plan.Execute(new CompareRun<ComparisonOf<TComparison, float>, float>()); break;
            case ScalarType.Float64: plan.Execute(new CompareRun<ComparisonOf<TComparison, double>, double>()); break;
            case ScalarType.Int64: plan.Execute(new CompareRun<ComparisonOf<TComparison, long>, long>()); break;
            case ScalarType.Int32: plan.Execute(new CompareRun<ComparisonOf<TComparison, int>, int>()); break;
            default: plan.Execute(new CompareRun<ComparisonOf<TComparison, byte>, byte>()); break;
        }
        return y;
    }

    // Complex numbers have no order, but are equal or not.
    private static Tensor CompareComplex<TComparison>(Tensor a, Tensor b) where TComparison : struct, IComparison
    {
        Tensor real = Compare<TComparison>(ComplexParts.Real(a), ComplexParts.Real(b));
        Tensor imaginary = Compare<TComparison>(ComplexParts.Imaginary(a), ComplexParts.Imaginary(b));
        return typeof(TComparison) == typeof(Equal) ? Logic.And(real, imaginary)
            : typeof(TComparison) == typeof(NotEqual) ? Logic.Or(real, imaginary)
            : throw Pointwise.NotForComplex(typeof(TComparison).Name);
    }
}
