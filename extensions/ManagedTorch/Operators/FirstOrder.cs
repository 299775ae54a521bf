using TorchSharp.Autograd;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Marks gradients that fused kernels computed: differentiating them again is an error instead of a silent
/// zero.</summary>
internal static class FirstOrder
{
    /// <summary>Returns <paramref name="gradients"/>; in a pass with create_graph they depend on <paramref name="sources"/> from
    /// now on.</summary>
    public static Tensor?[] Only(string operation, Tensor?[] gradients, ReadOnlySpan<Tensor> sources)
    {
        if (Tape.Needs(sources))
        {
            foreach (Tensor? gradient in gradients)
            {
                if (gradient is not null)
                {
                    Tape.Record(gradient, operation + "BackwardBackward0", sources, [], (_, _) =>
                        throw new InvalidOperationException(
                        $"{operation}: second derivatives are not offered, because its derivative is computed in one piece."));
                }
            }
        }
        return gradients;
    }
}
