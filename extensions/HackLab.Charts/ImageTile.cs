namespace HackLab.Charts;

/// <summary>An image of a grid and what stands over it.</summary>
/// <param name="Pixels">One number per pixel, row after row from the top, shape [height, width].</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Label">What stands over it, such as its class.</param>
/// <param name="IsRight">
/// Whether a model was right about it: a border and a sign (✓ or ✗) in front of the label say so. Null for neither.
/// </param>
public sealed record ImageTile(IReadOnlyList<float> Pixels, int Height, int Width, string Label = "", bool? IsRight = null);
