using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts.Internals;

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

    /// <summary>What the colours of all panels stand for, beside the last column; null if panels have none in common.</summary>
    public ColourAxis? Colours { get; init; }

    /// <summary>How many panels stand side by side.</summary>
    public int Columns { get; init; } = 1;

    /// <summary>How the height is shared between rows; null for equal ones.</summary>
    public IReadOnlyList<double>? RowShares { get; init; }

    /// <summary>The figure's width in pixels.</summary>
    public required int Width { get; init; }

    /// <summary>The height of one row of panels in pixels, axes included; of the mean row, if they differ.</summary>
    public required int RowHeight { get; init; }

    /// <summary>How many rows of panels there are.</summary>
    public int Rows => (Panels.Count + Columns - 1) / Columns;
}
