using TorchSharp.Loops;
using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Questions about many elements at once, and sums that leave NaN out.</summary>
internal static class Counts
{
    /// <summary>Whether all elements over some axes differ from 0; all axes if none is named.</summary>
    public static Tensor All(Tensor x, ReadOnlySpan<long> dims, bool keepdim) => Fold<SmallestFold>(x, dims, keepdim);

    /// <summary>Whether an element over some axes differs from 0; all axes if none is named.</summary>
    public static Tensor Any(Tensor x, ReadOnlySpan<long> dims, bool keepdim) => Fold<LargestFold>(x, dims, keepdim);

    /// <summary>How many elements differ from 0.</summary>
    public static Tensor NotZero(Tensor x, ReadOnlySpan<long> dims) =>
        Reductions.Sum(Copies.To(x, ScalarType.Bool), dims, keepdim: false);

    /// <summary>The sum of the elements that are not NaN.</summary>
    public static Tensor SumWithoutNaN(Tensor x, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type = null) =>
        Reductions.Sum(
        ElementType.IsFloating(x.dtype) ? Selection.Where(Comparisons.Ask<NotANumber>(x, "nansum"), 0, x) : x, dims,
            keepdim, type);

    /// <summary>The mean of the elements that are not NaN.</summary>
    public static Tensor MeanWithoutNaN(Tensor x, ReadOnlySpan<long> dims, bool keepdim, ScalarType? type = null)
    {
        Tensor counts = Reductions.Sum(Logic.Not(Comparisons.Ask<NotANumber>(x, "nanmean")), dims, keepdim);
        return SumWithoutNaN(x, dims, keepdim, type) / counts;
    }

    private static Tensor Fold<TFold>(Tensor x, ReadOnlySpan<long> dims, bool keepdim) where TFold : struct, IFold
    {
        bool[] reduced = Reductions.Axes(x, dims);
        Tensor y = Folds.Over<TFold>(Copies.To(x, ScalarType.Bool), reduced);
        return keepdim ? y : Reductions.WithoutAxes(y, reduced);
    }
}
