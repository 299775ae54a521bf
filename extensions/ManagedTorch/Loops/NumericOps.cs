using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace TorchSharp.Loops;

/// <summary>A formula of two numbers for every real type at once.</summary>
internal interface INumericOp
{
    static virtual bool Vectorized => true;

    static abstract T Apply<T>(T a, T b) where T : unmanaged, INumber<T>;

    /// <summary>The formula for pairs; asked for only where <see cref="Vectorized"/> says so.</summary>
    static virtual Vector256<T> Apply<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged, INumber<T> =>
        throw new UnreachableException();
}

/// <summary>A formula for every type, made one for T.</summary>
internal readonly struct NumericOp<TOp, T> : IBinaryOp<T>
    where TOp : struct, INumericOp
    where T : unmanaged, INumber<T>
{
    public static bool Vectorized => TOp.Vectorized;

    public T Apply(T a, T b) => TOp.Apply(a, b);

    public Vector256<T> Apply(Vector256<T> a, Vector256<T> b) => TOp.Apply(a, b);
}

/// <summary>a + b.</summary>
internal readonly struct Plus : INumericOp
{
    public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => unchecked(a + b);

    public static Vector256<T> Apply<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged, INumber<T> => a + b;
}

/// <summary>a - b.</summary>
internal readonly struct Minus : INumericOp
{
    public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => unchecked(a - b);

    public static Vector256<T> Apply<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged, INumber<T> => a - b;
}

/// <summary>b - a.</summary>
internal readonly struct MinusFrom : INumericOp
{
    public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => unchecked(b - a);

    public static Vector256<T> Apply<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged, INumber<T> => b - a;
}

/// <summary>a·b.</summary>
internal readonly struct Times : INumericOp
{
    public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => unchecked(a * b);

    public static Vector256<T> Apply<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged, INumber<T> => a * b;
}

/// <summary>a/b.</summary>
internal readonly struct Over : INumericOp
{
    public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T> => a / b;

    public static Vector256<T> Apply<T>(Vector256<T> a, Vector256<T> b) where T : unmanaged, INumber<T> => a / b;
}

/// <summary>a - b·⌊a/b⌋.</summary>
internal readonly struct Modulo : INumericOp
{
    public static bool Vectorized => false;

    public static T Apply<T>(T a, T b) where T : unmanaged, INumber<T>
    {
        T remainder = IsMinusOne(b) ? a % T.One : a % b;
        return remainder != T.Zero && (remainder < T.Zero) != (b < T.Zero) ? remainder + b : remainder;
    }

    /// <summary>Whether a divisor is -1, by which the processor cannot divide the smallest whole number.</summary>
    public static bool IsMinusOne<T>(T b) where T : unmanaged, INumber<T> => b < T.Zero && b == -T.One;    // -1 of a byte is 255
}

/// <summary>a or b, of 0 and 1.</summary>
internal readonly struct OrOp : IBinaryOp<byte>
{
    public static bool Vectorized => true;

    public byte Apply(byte a, byte b) => (byte)(a | b);

    public Vector256<byte> Apply(Vector256<byte> a, Vector256<byte> b) => a | b;
}

/// <summary>a and b, of 0 and 1.</summary>
internal readonly struct AndOp : IBinaryOp<byte>
{
    public static bool Vectorized => true;

    public byte Apply(byte a, byte b) => (byte)(a & b);

    public Vector256<byte> Apply(Vector256<byte> a, Vector256<byte> b) => a & b;
}
