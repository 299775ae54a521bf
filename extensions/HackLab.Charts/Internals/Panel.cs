using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts.Internals;

/// <summary>A pair of axes and what is drawn in them.</summary>
/// <param name="XAxis">The horizontal axis.</param>
/// <param name="YAxis">The vertical axis.</param>
/// <param name="Marks">What is drawn, the first at the back.</param>
internal sealed record Panel(Axis XAxis, Axis YAxis, IReadOnlyList<Mark> Marks)
{
    /// <summary>Its own title, in a figure of several panels.</summary>
    public string Title { get; init; } = "";

    /// <summary>The width of the plot area for a height of 1; null to fill the room there is.</summary>
    public double? Aspect { get; init; }

    /// <summary>Whether the plot area is a square.</summary>
    public bool Square
    {
        get => Aspect == 1;
        init => Aspect = value ? 1 : null;
    }

    /// <summary>What its colours stand for, drawn as a bar at its right; null if it has none of its own.</summary>
    public ColourAxis? Colours { get; init; }

    /// <summary>What its looks stand for, where panels of one figure differ in that.</summary>
    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];
}
