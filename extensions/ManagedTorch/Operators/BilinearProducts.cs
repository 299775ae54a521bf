using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Products that are linear in each of two vectors.</summary>
internal static class BilinearProducts
{
    /// <summary>y[o] = x1ᵀ·W[o]·x2 + b[o].</summary>
    public static Tensor Of(Tensor x1, Tensor x2, Tensor w, Tensor? bias)
    {
        bool fits = w.Sizes.Length == 3 && x1.Sizes.Length > 0 && x1.Sizes.Length == x2.Sizes.Length
            && x1.Sizes[^1] == w.Sizes[1] && x2.Sizes[^1] == w.Sizes[2]
                && x1.Sizes.AsSpan()[..^1].SequenceEqual(x2.Sizes.AsSpan()[..^1]);
        if (!fits)
        {
            throw new ArgumentException(
                $"bilinear(): inputs {Shape.Text(x1.Sizes)} and {Shape.Text(x2.Sizes)} do not fit weight {Shape.Text(w.Sizes)} "
                + "(out, in1, in2)");
        }
        (long outputs, long i, long j) = (w.Sizes[0], w.Sizes[1], w.Sizes[2]);
        // (N, I)·(I, O·J) = (N, O, J), times x2 and summed over J.
        Tensor flat = Views.Reshape(Views.Permute(w, [0, 2, 1]), [outputs * j, i]);
        Tensor half = Views.View(MatrixProducts.Linear(Views.Reshape(x1, [-1, i]), flat, null), [-1, outputs, j]);
        Tensor y = Reductions.Sum(half * Views.Reshape(x2, [-1, 1, j]), [2], keepdim: false);
        y = Views.View(y, [.. x1.Sizes[..^1], outputs]);
        return bias is null ? y : y + bias;
    }
}
