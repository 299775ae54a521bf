using TorchSharp.Autograd;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Turns operations into operations in place.</summary>
internal static class InPlace
{
    /// <summary>x = operation(x). What the operation records belongs to the old value of x.</summary>
    /// <exception cref="ArgumentException">The result has another shape, or a type that x cannot hold.</exception>
    public static Tensor Apply(Tensor x, Func<Tensor, Tensor> operation)
    {
        Tape.CheckInPlace(x);
        // The formula of the derivative may need the old value, which the change destroys: then it gets a copy.
        Tensor result = operation(Tape.Needs(x) ? Copies.Clone(x) : x);
        CheckType(result.dtype, x.dtype);
        if (!result.Sizes.AsSpan().SequenceEqual(x.Sizes))
        {
            throw new ArgumentException(
                $"output with shape {Shape.Text(x.Sizes)} doesn't match the broadcast shape {Shape.Text(result.Sizes)}");
        }
        Tensor converted = Copies.To(result, x.dtype);
        Copies.Into(x, converted);
        return Tape.RecordInPlace(x, "CopyBackwards", [converted], [], static (dy, _) => [dy]);
    }

    /// <summary>x = operation(x, z), where z may be x itself.</summary>
    public static Tensor Apply(Tensor x, Tensor z, Func<Tensor, Tensor, Tensor> operation) =>
        Apply(x, old => operation(old, ReferenceEquals(x, z) ? old : z));

    /// <summary>Refuses results that x cannot hold: fractions in whole numbers, whole numbers in bool.</summary>
    public static void CheckType(ScalarType result, ScalarType target)
    {
        if (Kind(result) > Kind(target))
        {
            throw new ArgumentException(
                $"result type {ElementType.Name(result)} can't be cast to the desired output type {ElementType.Name(target)}");
        }
    }

    /// <summary>z as it is now, where writing to x must not change it on the way.</summary>
    public static Tensor Apart(Tensor z, Tensor x) =>
        z.Storage != x.Storage
            || (z.Offset == x.Offset && z.Sizes.AsSpan().SequenceEqual(x.Sizes) && z.Strides.AsSpan().SequenceEqual(x.Strides))
            ? z
            : Copies.Contiguous(z);

    private static int Kind(ScalarType type) =>
        ElementType.IsComplex(type) ? 3 : ElementType.IsFloating(type) ? 2 : ElementType.IsInteger(type) ? 1 : 0;
}
