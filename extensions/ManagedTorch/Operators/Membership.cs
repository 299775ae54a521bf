using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>Which elements occur among others.</summary>
internal static class Membership
{
    /// <summary>For each element of x, whether it is one of <paramref name="known"/>, or, inverted, whether it is none.</summary>
    public static Tensor IsIn(Tensor x, Tensor known, bool invert)
    {
        ScalarType type = Promotion.Of(x.dtype, known.dtype);
        Tensor values = Copies.To(x, type), flat = Copies.To(Views.Reshape(known, [-1]), type);
        if (ElementType.IsFloating(type))
        {
            // NaN equals nothing, but would lead the search astray.
            flat = Masks.Select(flat, Comparisons.Compare<Loops.Equal>(flat, flat));
        }
        if (flat.Elements == 0)
        {
            return Creation.Full(x.Sizes, invert, ScalarType.Bool);
        }
        Tensor sorted = Sorting.Sort(flat, 0, descending: false).Values;
        // The first place where the value could be: there it is, or nowhere. Beyond the end, the last one stands in.
        Tensor places = Extremes.Clamp(
            Counting.Places(sorted, values, asInt32: false, right: false, sorter: null), null, sorted.Elements - 1);
        Tensor found = Comparisons.Compare<Loops.Equal>(Gathering.Take(sorted, places), values);
        return invert ? Logic.Not(found) : found;
    }
}
