using System.Numerics;
using System.Runtime.Intrinsics;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Logic on truth values, and on the bits of whole numbers.</summary>
internal static class Logic
{
    /// <summary>a and b; any element but 0 counts as true.</summary>
    public static Tensor And(Tensor a, Tensor b) => Arithmetic.Binary<AndOp>(a, b, ScalarType.Bool, "logical_and");

    /// <summary>a or b.</summary>
    public static Tensor Or(Tensor a, Tensor b) => Arithmetic.Binary<OrOp>(a, b, ScalarType.Bool, "logical_or");

    /// <summary>Either a or b.</summary>
    public static Tensor Xor(Tensor a, Tensor b) => Arithmetic.Binary<XorOp>(a, b, ScalarType.Bool, "logical_xor");

    /// <summary>Whether x is 0.</summary>
    public static Tensor Not(Tensor x) => Comparisons.Ask<Zero>(x, "logical_not");

    /// <summary>The bits of whole numbers combined; truth values likewise.</summary>
    public static Tensor Bits<TOp>(Tensor a, Tensor b, string name) where TOp : struct, IBitOp
    {
        ScalarType type = Promotion.Of(a, b);
        Tensor y = Arithmetic.Result(a, b, type, name);
        var plan = new LoopPlan(y, Copies.To(a, type), Copies.To(b, type));
        switch (type)
        {
            case ScalarType.Int64: plan.Execute(new BinaryRun<BitOp<TOp, long>, long>()); break;
            case ScalarType.Int32: plan.Execute(new BinaryRun<BitOp<TOp, int>, int>()); break;
            case ScalarType.Byte: plan.Execute(new BinaryRun<BitOp<TOp, byte>, byte>()); break;
            case ScalarType.Bool when TOp.IsForBool: plan.Execute(new BinaryRun<BitOp<TOp, byte>, byte>()); break;
            default: throw new ArgumentException($"{name}: takes whole numbers or bool, found {ElementType.Name(type)}");
        }
        return y;
    }

    /// <summary>All bits turned over; of bool: not.</summary>
    public static Tensor BitsNot(Tensor x) => x.dtype == ScalarType.Bool ? Not(x)
        : x.dtype == ScalarType.Byte ? Bits<BitXor>(x, Creation.Full([], 255, x.dtype), "bitwise_not")
        : Bits<BitXor>(x, Creation.Full([], -1, x.dtype), "bitwise_not");

    private readonly struct XorOp : IBinaryOp<byte>
    {
        public byte Apply(byte a, byte b) => (byte)(a ^ b);
    }
}

/// <summary>A formula of two whole numbers.</summary>
internal interface IBitOp
{
    static virtual bool IsForBool => true;

    static abstract T Of<T>(T a, T b) where T : unmanaged, IBinaryInteger<T>;
}

/// <summary>A formula for every type, made one for T.</summary>
internal readonly struct BitOp<TOp, T> : IBinaryOp<T> where TOp : struct, IBitOp where T : unmanaged, IBinaryInteger<T>
{
    public T Apply(T a, T b) => TOp.Of(a, b);
}

/// <summary>Bits that both have.</summary>
internal readonly struct BitAnd : IBitOp
{
    public static T Of<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> => a & b;
}

/// <summary>Bits that one of the two has.</summary>
internal readonly struct BitOr : IBitOp
{
    public static T Of<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> => a | b;
}

/// <summary>Bits that only one has.</summary>
internal readonly struct BitXor : IBitOp
{
    public static T Of<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> => a ^ b;
}

/// <summary>a·2ᵇ.</summary>
internal readonly struct ShiftLeft : IBitOp
{
    public static bool IsForBool => false;

    public static T Of<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> => a << int.CreateTruncating(b);
}

/// <summary>⌊a/2ᵇ⌋.</summary>
internal readonly struct ShiftRight : IBitOp
{
    public static bool IsForBool => false;

    public static T Of<T>(T a, T b) where T : unmanaged, IBinaryInteger<T> => a >> int.CreateTruncating(b);
}
