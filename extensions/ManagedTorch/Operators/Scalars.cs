using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>What numbers beside tensors need.</summary>
internal static class Scalars
{
    /// <summary>a·b, whole if both are.</summary>
    public static Scalar Product(Scalar a, Scalar b) =>
        ElementType.IsComplex(a.Type) || ElementType.IsComplex(b.Type) ? a.Complex * b.Complex
        : ElementType.IsFloating(a.Type) || ElementType.IsFloating(b.Type) ? a.Real * b.Real
        : a.Whole * b.Whole;

    /// <summary>A number as a tensor without axes, of the type of its result with x.</summary>
    public static Tensor Tensor(Scalar number, Tensor x) => Creation.Full([], number, Promotion.Of(x, number));
}
