using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TorchSharp.Autograd;
using TorchSharp.Loops;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>A differentiable function of each element: its value, its gradient in one loop, and its gradient as recorded
/// operations.</summary>
/// <remarks>
/// The gradient is written twice: over vectors, for speed, and over tensors, which records itself and is used only where
/// derivatives of derivatives are wanted. The tests hold both against finite differences.
/// </remarks>
internal interface IFunction
{
    /// <summary>As PyTorch calls its derivative.</summary>
    static abstract string Name { get; }

    /// <summary>Whether the gradient is a formula of the result y, not of x.</summary>
    static virtual bool SavesResult => false;

    /// <summary>y = f(x).</summary>
    static abstract Vector256<T> Value<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>dx = dy·f'(x), from x, or from y if <see cref="SavesResult"/>.</summary>
    static abstract Vector256<T> Gradient<T>(Vector256<T> dy, Vector256<T> saved, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The same, recorded.</summary>
    static abstract Tensor Gradient(Tensor dy, Tensor saved, Numbers k);
}

/// <summary>Applies functions, recorded.</summary>
internal static class Function
{
    /// <summary>f(x) of each element; whole numbers and bool are converted to the default floating type.</summary>
    public static Tensor Of<TFunction>(Tensor x, Numbers numbers = default) where TFunction : struct, IFunction
    {
        Tensor source = Pointwise.Floating(x, typeof(TFunction).Name);
        Tensor y = Tensor.EmptyLike(source);
        Pointwise.MapInto<ValueOf<TFunction>>(y, source, numbers);
        return Tape.Needs(source)
            ? Tape.Record(y, TFunction.Name, [source], [TFunction.SavesResult ? y : source], BackwardOf<TFunction>(numbers))
            : y;
    }

    /// <summary>x = f(x) in place, x floating.</summary>
    public static Tensor InPlace<TFunction>(Tensor x, Numbers numbers = default) where TFunction : struct, IFunction
    {
        if (!Tensors.ElementType.IsFloating(x.dtype) || (!TFunction.SavesResult && Tape.Needs(x)))
        {
            return Operators.InPlace.Apply(x, z => Of<TFunction>(z, numbers));
        }
        Tape.CheckInPlace(x);
        Pointwise.MapInto<ValueOf<TFunction>>(x, x, numbers);
        return Tape.RecordInPlace(x, TFunction.Name, [x], TFunction.SavesResult ? [x] : [], BackwardOf<TFunction>(numbers));
    }

    private static BackwardFunction BackwardOf<TFunction>(Numbers numbers) where TFunction : struct, IFunction =>
        numbers == default
        ? static (dy, node) => [GradientOf<TFunction>(dy, node[0], default)]
        : (dy, node) => [GradientOf<TFunction>(dy, node[0], numbers)];

    private static Tensor GradientOf<TFunction>(Tensor dy, Tensor saved, Numbers numbers) where TFunction : struct, IFunction
    {
        if (GradMode.Enabled)
        {
            return TFunction.Gradient(dy, saved, numbers);
        }
        // A gradient that only this operation awaits is overwritten: memory just read is in the cache, new memory is not.
        Tensor dx = dy.IsOursAlone && dy.dtype == saved.dtype ? dy : Tensor.EmptyLike(saved);
        Pointwise.MapInto2<GradientFormula<TFunction>>(dx, dy, saved, numbers);
        return dx;
    }

    private readonly struct ValueOf<TFunction> : IFormula where TFunction : struct, IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Of<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
            TFunction.Value(x, k);
    }

    private readonly struct GradientFormula<TFunction> : IFormulaOfTwo where TFunction : struct, IFunction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static Vector256<T> Of<T>(Vector256<T> dy, Vector256<T> saved, Constants<T> k)
            where T : unmanaged, IBinaryFloatingPointIeee754<T> => TFunction.Gradient(dy, saved, k);
    }
}
