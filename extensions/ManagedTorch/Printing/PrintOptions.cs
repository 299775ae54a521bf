namespace TorchSharp.Printing;

/// <summary>How tensors are written where nothing else is said.</summary>
internal static class PrintOptions
{
    /// <summary>The style.</summary>
    public static TensorStringStyle Style { get; set; } = TensorStringStyle.Julia;

    /// <summary>.NET's format of floating-point numbers.</summary>
    public static string FloatFormat { get; set; } = "g5";

    /// <summary>Longest line in Julia's style.</summary>
    public static int Width { get; set; } = 100;

    /// <summary>What ends a line.</summary>
    public static string NewLine { get; set; } = Environment.NewLine;

    /// <summary>More entries than this along an axis that is not the last are cut, half from each end.</summary>
    public static int MaxRows { get; set; } = 6;

    /// <summary>More entries than this along the last axis are cut, half from each end.</summary>
    public static int MaxColumns { get; set; } = 6;
}
