using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Kernels;

/// <summary>One complex number, or one of each of several rows side by side: the transforms are written once for both.</summary>
/// <remarks>
/// In memory: the real parts of all lanes, then the imaginary parts. No product is fused with a sum, so that a row's
/// result has the same bits whether it is transformed alone or beside others, on every machine.
/// </remarks>
internal interface IComplexLanes<TSelf, T> where TSelf : unmanaged, IComplexLanes<TSelf, T>
{
    /// <summary>Rows side by side.</summary>
    static abstract int Count { get; }

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, T factor);

    /// <summary>a · (re + i im).</summary>
    static abstract TSelf Times(TSelf a, T re, T im);

    /// <summary>i · a.</summary>
    static abstract TSelf TimesI(TSelf a);

    /// <summary>re - i im.</summary>
    static abstract TSelf Conjugate(TSelf a);

    /// <summary>im + i re: before and after a forward transform, this makes the inverse one.</summary>
    static abstract TSelf Swap(TSelf a);

    /// <summary>a with imaginary part 0.</summary>
    static abstract TSelf Real(TSelf a);
}

/// <summary>One row.</summary>
internal readonly struct OneRow<T>(T re, T im) : IComplexLanes<OneRow<T>, T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T _re = re, _im = im;

    public static int Count => 1;

    public static OneRow<T> operator +(OneRow<T> a, OneRow<T> b) => new(a._re + b._re, a._im + b._im);

    public static OneRow<T> operator -(OneRow<T> a, OneRow<T> b) => new(a._re - b._re, a._im - b._im);

    public static OneRow<T> operator *(OneRow<T> a, T factor) => new(a._re * factor, a._im * factor);

    public static OneRow<T> Times(OneRow<T> a, T re, T im) => new(a._re * re - a._im * im, a._re * im + a._im * re);

    public static OneRow<T> TimesI(OneRow<T> a) => new(-a._im, a._re);

    public static OneRow<T> Conjugate(OneRow<T> a) => new(a._re, -a._im);

    public static OneRow<T> Swap(OneRow<T> a) => new(a._im, a._re);

    public static OneRow<T> Real(OneRow<T> a) => new(a._re, T.Zero);
}

/// <summary>Eight rows of float or four of double.</summary>
internal readonly struct WideRows<T>(Vector256<T> re, Vector256<T> im) : IComplexLanes<WideRows<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Vector256<T> _re = re, _im = im;

    public static int Count => Vector256<T>.Count;

    public static WideRows<T> operator +(WideRows<T> a, WideRows<T> b) => new(a._re + b._re, a._im + b._im);

    public static WideRows<T> operator -(WideRows<T> a, WideRows<T> b) => new(a._re - b._re, a._im - b._im);

    public static WideRows<T> operator *(WideRows<T> a, T factor)
    {
        var v = Vector256.Create(factor);
        return new(a._re * v, a._im * v);
    }

    public static WideRows<T> Times(WideRows<T> a, T re, T im)
    {
        Vector256<T> c = Vector256.Create(re), s = Vector256.Create(im);
        return new(a._re * c - a._im * s, a._re * s + a._im * c);
    }

    public static WideRows<T> TimesI(WideRows<T> a) => new(-a._im, a._re);

    public static WideRows<T> Conjugate(WideRows<T> a) => new(a._re, -a._im);

    public static WideRows<T> Swap(WideRows<T> a) => new(a._im, a._re);

    public static WideRows<T> Real(WideRows<T> a) => new(a._re, Vector256<T>.Zero);
}
