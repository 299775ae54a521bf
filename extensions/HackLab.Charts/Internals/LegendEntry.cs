namespace HackLab.Charts.Internals;

/// <summary>A line of the legend.</summary>
/// <param name="Look">The look it explains.</param>
/// <param name="Text">What it stands for.</param>
/// <param name="IsArea">Whether a filled box is shown, or a piece of line.</param>
/// <param name="HasPoints">Whether a point is shown on the piece of line.</param>
internal sealed record LegendEntry(Look Look, string Text, bool IsArea, bool HasPoints = false)
{
    /// <summary>Whether the piece of line is shown; false for points alone.</summary>
    public bool HasLine { get; init; } = true;

    /// <summary>The entry of a group of points.</summary>
    public static LegendEntry Points(Look look, string text) =>
        new(look, text, IsArea: false, HasPoints: true) { HasLine = false };
}
