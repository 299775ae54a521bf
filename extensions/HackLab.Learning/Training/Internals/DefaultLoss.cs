using static TorchSharp.torch;

namespace HackLab.Learning.Internals;

/// <summary>The loss that the true values ask for.</summary>
internal static class DefaultLoss
{
    internal static string NameFor(Tensor y) => IsClasses(y) ? "cross entropy" : "mean squared error";

    internal static Tensor Of(Tensor output, Tensor y)
    {
        if (IsClasses(y))
        {
            if (output.numel() == y.numel())
                return nn.functional.binary_cross_entropy_with_logits(output.reshape(y.shape), y.to(output.dtype));
            return nn.functional.cross_entropy(output, y);
        }
        // Broadcasting [n, 1] against [n] would give a number, and a wrong one.
        if (!output.shape.AsSpan().SequenceEqual(y.shape) && output.numel() != y.numel())
        {
            throw new ArgumentException(
                $"The network's output has shape [{string.Join(", ", output.shape)}], the true values [{string.Join(", ", y.shape)}]: "
                + "mean squared error needs as many of one as of the other.");
        }
        return nn.functional.mse_loss(output.reshape(y.shape), y);
    }

    private static bool IsClasses(Tensor y) => y.dtype == int64;
}
