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

    /// <summary>Whether the plot area is a square.</summary>
    public bool Square { get; init; }
}

/// <summary>A line of the legend.</summary>
/// <param name="Look">The look it explains.</param>
/// <param name="Text">What it stands for.</param>
/// <param name="IsArea">Whether a filled box is shown, or a piece of line.</param>
/// <param name="HasPoints">Whether a point is shown on the piece of line.</param>
internal sealed record LegendEntry(Look Look, string Text, bool IsArea, bool HasPoints = false);

/// <summary>All that a figure shows, before it becomes SVG.</summary>
internal sealed record FigureModel
{
    /// <summary>The headline.</summary>
    public required string Title { get; init; }

    /// <summary>The figure in words, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>The panels, row after row.</summary>
    public required IReadOnlyList<Panel> Panels { get; init; }

    /// <summary>The figure as lines of plain text.</summary>
    public required string Text { get; init; }

    /// <summary>Smaller lines under the headline, such as what was left out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>What the looks stand for.</summary>
    public IReadOnlyList<LegendEntry> Legend { get; init; } = [];

    /// <summary>How many panels stand side by side.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>The figure's width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The height of one row of panels in pixels, axes included.</summary>
    public required int RowHeight { get; init; }
}
