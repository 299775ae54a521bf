using System.Numerics;

namespace TorchSharp.Loops;

/// <summary>A question about two numbers of any real type.</summary>
internal interface IComparison
{
    static abstract bool Of<T>(T a, T b) where T : unmanaged, INumber<T>;
}

/// <summary>A comparison for every type, made one for T.</summary>
internal readonly struct ComparisonOf<TComparison, T> : ICompareOp<T>
    where TComparison : struct, IComparison
    where T : unmanaged, INumber<T>
{
    public bool Apply(T a, T b) => TComparison.Of(a, b);
}

/// <summary>a = b.</summary>
internal readonly struct Equal : IComparison
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a == b;
}

/// <summary>a ≠ b.</summary>
internal readonly struct NotEqual : IComparison
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a != b;
}

/// <summary>a &lt; b.</summary>
internal readonly struct Less : IComparison
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a < b;
}

/// <summary>a ≤ b.</summary>
internal readonly struct LessOrEqual : IComparison
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a <= b;
}

/// <summary>a > b.</summary>
internal readonly struct Greater : IComparison
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a > b;
}

/// <summary>a ≥ b.</summary>
internal readonly struct GreaterOrEqual : IComparison
{
    public static bool Of<T>(T a, T b) where T : unmanaged, INumber<T> => a >= b;
}

/// <summary>A question about one number of any real type.</summary>
internal interface IPredicate
{
    static abstract bool Of<T>(T x) where T : unmanaged, INumber<T>;
}

/// <summary>A question for every type, made one for T; the answer as 0 or 1.</summary>
internal readonly struct PredicateOf<TPredicate, T> : IConvertOp<T, byte>
    where TPredicate : struct, IPredicate
    where T : unmanaged, INumber<T>
{
    public byte Apply(T a) => TPredicate.Of(a) ? (byte)1 : (byte)0;
}

/// <summary>Neither a number nor infinite.</summary>
internal readonly struct NotANumber : IPredicate
{
    public static bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsNaN(x);
}

/// <summary>Neither NaN nor infinite.</summary>
internal readonly struct Finite : IPredicate
{
    public static bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsFinite(x);
}

/// <summary>∞ or -∞.</summary>
internal readonly struct Infinite : IPredicate
{
    public static bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsInfinity(x);
}

/// <summary>∞.</summary>
internal readonly struct PositiveInfinite : IPredicate
{
    public static bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsPositiveInfinity(x);
}

/// <summary>-∞.</summary>
internal readonly struct NegativeInfinite : IPredicate
{
    public static bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsNegativeInfinity(x);
}

/// <summary>Whether the sign bit is set.</summary>
internal readonly struct Negative : IPredicate
{
    public static bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsNegative(x);
}

/// <summary>0.</summary>
internal readonly struct Zero : IPredicate
{
    public static bool Of<T>(T x) where T : unmanaged, INumber<T> => T.IsZero(x);
}
