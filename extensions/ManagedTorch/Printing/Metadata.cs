using static TorchSharp.torch;

namespace TorchSharp.Printing;

/// <summary>Shape, type and device: "[2x3], type = Float32, device = cpu".</summary>
internal static class Metadata
{
    /// <summary>The text for one tensor.</summary>
    public static string Of(Tensor x) => $"[{string.Join("x", x.Sizes)}], type = {x.dtype}, device = {x.device}";
}
