using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Loops;

/// <summary>A formula of two variables.</summary>
internal interface IBinaryOp<T> where T : unmanaged
{
    /// <summary>Whether the vector form exists for T.</summary>
    static virtual bool Vectorized => false;

    /// <summary>The formula for one pair of values.</summary>
    T Apply(T a, T b);

    /// <summary>The formula for pairs of values, each on its own; asked for only where <see cref="Vectorized"/> says so.</summary>
    Vector256<T> Apply(Vector256<T> a, Vector256<T> b) => throw new UnreachableException();
}

/// <summary>A question about two values.</summary>
internal interface ICompareOp<T> where T : unmanaged
{
    /// <summary>The answer for one pair.</summary>
    bool Apply(T a, T b);
}

/// <summary>A formula that changes the type.</summary>
internal interface IConvertOp<TFrom, TTo>
{
    /// <summary>The formula for one value.</summary>
    TTo Apply(TFrom a);
}
