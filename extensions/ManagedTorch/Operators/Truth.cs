using TorchSharp.Tensors;
using static TorchSharp.torch;

namespace TorchSharp.Operators;

/// <summary>What holds for all elements of a tensor of bool, as a .NET value.</summary>
internal static unsafe class Truth
{
    /// <summary>Whether no element is false; so it is for an empty tensor.</summary>
    public static bool IsTrueEverywhere(Tensor x) => !Contains(x, 0);

    /// <summary>Whether an element is true.</summary>
    public static bool IsTrueAnywhere(Tensor x) => Contains(x, 1);

    private static bool Contains(Tensor x, byte value)
    {
        Tensor flat = x.IsContiguous ? x : Copies.Contiguous(x);
        byte* start = flat.Pointer;
        for (long at = 0; at < flat.Elements; at += int.MaxValue)
        {
            if (new ReadOnlySpan<byte>(start + at, (int)Math.Min(int.MaxValue, flat.Elements - at)).Contains(value))
            {
                return true;
            }
        }
        return false;
    }
}
