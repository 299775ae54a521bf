namespace HackLab.Charts;

/// <summary>Settings of contour plots.</summary>
public sealed record ContourOptions : FigureOptions
{
    /// <summary>The heights of the lines, rising; null for round ones.</summary>
    public IReadOnlyList<double>? Levels { get; init; }

    /// <summary>About how many round levels there are, 2 to 40.</summary>
    public int LevelCount { get; init; } = 8;

    /// <summary>Whether the areas between lines are coloured; otherwise the lines are.</summary>
    public bool Filled { get; init; }

    /// <summary>What the height measures, with its unit in brackets.</summary>
    public string Quantity { get; init; } = "value";

    /// <summary>The colours; null for viridis, or the diverging ones if there are heights on both sides of zero.</summary>
    public ColourMap? ColourMap { get; init; }

    /// <summary>Whether the horizontal axis counts differences or ratios.</summary>
    public Scale XScale { get; init; }

    /// <summary>Whether the vertical axis counts differences or ratios.</summary>
    public Scale YScale { get; init; }

    /// <summary>Groups of points over the contours, such as the rows that a model learned from; at most 2000 points.</summary>
    public IReadOnlyList<Series> Points { get; init; } = [];

    /// <summary>How many values along each axis a formula is computed for, 10 to 400.</summary>
    public int Resolution { get; init; } = 121;
}
