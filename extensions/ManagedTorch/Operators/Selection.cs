using TorchSharp.Autograd;
using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>One of two values by a condition.</summary>
internal static class Selection
{
    /// <summary>condition ? a : b, element by element, all three broadcast.</summary>
    /// <exception cref="ArgumentException">The condition is not bool, or the shapes do not fit.</exception>
    public static Tensor Where(Tensor condition, Tensor a, Tensor b)
    {
        if (condition.dtype is not (ScalarType.Bool or ScalarType.Byte))
        {
            throw new ArgumentException(
                $"where expected condition to be a boolean tensor, but got a tensor with dtype {condition.dtype}");
        }
        ScalarType type = Promotion.Of(a, b), typeOfA = a.dtype, typeOfB = b.dtype;
        long[] sizes = Shape.Broadcast(condition.Sizes, Shape.Broadcast(a.Sizes, b.Sizes, "where"), "where");
        Tensor y = Tensor.Empty(sizes, type);
        var plan = new LoopPlan(y, condition, Copies.To(a, type), Copies.To(b, type));
        switch (ElementType.Bytes(type))
        {
            case 1: plan.Execute(new SelectRun<byte>()); break;
            case 4: plan.Execute(new SelectRun<int>()); break;
            case 8: plan.Execute(new SelectRun<long>()); break;
            default: plan.Execute(new SelectRun<UInt128>()); break;
        }
        if (!Tape.Needs([a, b]))
        {
            return y;
        }
        return Tape.Record(y, "WhereBackward0", [a, b], [condition], (dy, node) =>
        [
            node.Needs(0) ? Arithmetic.Given(Where(node[0], dy, 0), node, 0, typeOfA) : null,
            node.Needs(1) ? Arithmetic.Given(Where(node[0], 0, dy), node, 1, typeOfB) : null,
        ]);
    }

    /// <summary>condition ? a : number.</summary>
    public static Tensor Where(Tensor condition, Tensor a, Scalar b) => Where(condition, a, Creation.Full([], b, a.dtype));

    /// <summary>condition ? number : b.</summary>
    public static Tensor Where(Tensor condition, Scalar a, Tensor b) => Where(condition, Creation.Full([], a, b.dtype), b);

    /// <summary>A copy of x with a number where the mask is true.</summary>
    public static Tensor Fill(Tensor x, Tensor mask, Scalar value) => Where(CheckMask(mask), value, x);

    /// <summary>The same in place; the mask is stretched to x, not x to the mask.</summary>
    public static Tensor FillInPlace(Tensor x, Tensor mask, Scalar value) => InPlace.Apply(x, old => Fill(old, mask, value));

    private static Tensor CheckMask(Tensor mask) => mask.dtype == ScalarType.Bool
        ? mask
        : throw new ArgumentException($"masked_fill only supports boolean masks, but got mask with dtype {mask.dtype}");
}
