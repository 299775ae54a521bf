using System.Numerics;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Runs formulas element by element. Nothing here is recorded.</summary>
internal static class Pointwise
{
    /// <summary>formula(x); whole numbers and bool are converted to the default floating type.</summary>
    public static Tensor Map<TFormula>(Tensor x, Numbers numbers = default) where TFormula : struct, IFormula
    {
        Tensor source = Floating(x, typeof(TFormula).Name);
        Tensor y = Tensor.EmptyLike(source);
        MapInto<TFormula>(y, source, numbers);
        return y;
    }

    /// <summary>y = formula(x), of the same floating type.</summary>
    public static void MapInto<TFormula>(Tensor y, Tensor x, Numbers numbers = default) where TFormula : struct, IFormula
    {
        var plan = new LoopPlan(y, x);
        if (y.dtype == ScalarType.Float32)
        {
            plan.Execute(new FormulaRun<TFormula, float>(numbers));
        }
        else
        {
            plan.Execute(new FormulaRun<TFormula, double>(numbers));
        }
    }

    /// <summary>formula(a, b), broadcast, of the common floating type.</summary>
    public static Tensor Map2<TFormula>(Tensor a, Tensor b, string name, Numbers numbers = default)
        where TFormula : struct, IFormulaOfTwo
    {
        ScalarType type = FloatingTypeOf(a, b, name);
        Tensor y = Arithmetic.Result(a, b, type, name);
        MapInto2<TFormula>(y, Copies.To(a, type), Copies.To(b, type), numbers);
        return y;
    }

    /// <summary>y = formula(a, b), all of the same floating type.</summary>
    public static void MapInto2<TFormula>(Tensor y, Tensor a, Tensor b, Numbers numbers = default)
        where TFormula : struct, IFormulaOfTwo
    {
        var plan = new LoopPlan(y, a, b);
        if (y.dtype == ScalarType.Float32)
        {
            plan.Execute(new FormulaOfTwoRun<TFormula, float>(numbers));
        }
        else
        {
            plan.Execute(new FormulaOfTwoRun<TFormula, double>(numbers));
        }
    }

    /// <summary>y = formula(a, b, c), all of the same floating type.</summary>
    public static void MapInto3<TFormula>(Tensor y, Tensor a, Tensor b, Tensor c, Numbers numbers = default)
        where TFormula : struct, IFormulaOfThree
    {
        var plan = new LoopPlan(y, a, b, c);
        if (y.dtype == ScalarType.Float32)
        {
            plan.Execute(new FormulaOfThreeRun<TFormula, float>(numbers));
        }
        else
        {
            plan.Execute(new FormulaOfThreeRun<TFormula, double>(numbers));
        }
    }

    /// <summary>A formula for every real type, in that type.</summary>
    public static Tensor MapNumeric<TFormula>(Tensor x) where TFormula : struct, INumericFormula
    {
        Tensor y = Tensor.EmptyLike(x);
        var plan = new LoopPlan(y, x);
        switch (x.dtype)
        {
            case ScalarType.Float32: plan.Execute(new NumericRun<TFormula, float>()); break;
            case ScalarType.Float64: plan.Execute(new NumericRun<TFormula, double>()); break;
            case ScalarType.Int64: plan.Execute(new NumericRun<TFormula, long>()); break;
            case ScalarType.Int32: plan.Execute(new NumericRun<TFormula, int>()); break;
            case ScalarType.Byte or ScalarType.Bool: plan.Execute(new NumericRun<TFormula, byte>()); break;
            default: throw ElementType.Missing(x.dtype);
        }
        return y;
    }

    /// <summary>x itself if it is floating, otherwise converted to the default floating type.</summary>
    /// <exception cref="ArgumentException">It is complex.</exception>
    public static Tensor Floating(Tensor x, string name) => ElementType.IsFloating(x.dtype) ? x
        : ElementType.IsComplex(x.dtype) ? throw NotForComplex(name)
        : Copies.To(x, get_default_dtype());

    /// <summary>The common floating type of two operands.</summary>
    public static ScalarType FloatingTypeOf(Tensor a, Tensor b, string name)
    {
        ScalarType type = Promotion.Of(a, b);
        return ElementType.IsFloating(type) ? type
            : ElementType.IsComplex(type) ? throw NotForComplex(name)
            : get_default_dtype();
    }

    /// <summary>The error for a complex operand.</summary>
    public static ArgumentException NotForComplex(string name) =>
        new($"{name}: not offered for complex tensors, take real and imag first.");
}
