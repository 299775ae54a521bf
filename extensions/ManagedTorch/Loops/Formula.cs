using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp.Loops;

/// <summary>Up to three numbers that a formula takes beside its variables: a slope, bounds, an exponent.</summary>
internal readonly record struct Numbers(double A = 0, double B = 0, double C = 0);

/// <summary>The same numbers, ready for the lanes of a vector.</summary>
internal readonly struct Constants<T>(Numbers numbers) where T : unmanaged, INumberBase<T>
{
    public readonly Vector256<T> A = Vector256.Create(T.CreateTruncating(numbers.A));
    public readonly Vector256<T> B = Vector256.Create(T.CreateTruncating(numbers.B));
    public readonly Vector256<T> C = Vector256.Create(T.CreateTruncating(numbers.C));
}

/// <summary>A formula of one floating-point variable, written once for both types, for all lanes at a time.</summary>
internal interface IFormula
{
    static abstract Vector256<T> Of<T>(Vector256<T> x, Constants<T> k) where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>A formula of two floating-point variables.</summary>
internal interface IFormulaOfTwo
{
    static abstract Vector256<T> Of<T>(Vector256<T> x, Vector256<T> y, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>A formula of three floating-point variables.</summary>
internal interface IFormulaOfThree
{
    static abstract Vector256<T> Of<T>(Vector256<T> x, Vector256<T> y, Vector256<T> z, Constants<T> k)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>Words that formulas are written with.</summary>
internal static class Formula
{
    /// <summary>The same number in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Number<T>(double value) where T : unmanaged, INumberBase<T> =>
        Vector256.Create(T.CreateTruncating(value));

    /// <summary>condition ? a : b in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> If<T>(Vector256<T> condition, Vector256<T> a, Vector256<T> b) where T : unmanaged =>
        Vector256.ConditionalSelect(condition, a, b);
}
