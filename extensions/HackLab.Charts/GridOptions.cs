namespace HackLab.Charts;

/// <summary>Settings of grids of figures.</summary>
public sealed record GridOptions
{
    /// <summary>The headline over all; null for none but those of the figures.</summary>
    public string? Title { get; init; }

    /// <summary>How many figures stand side by side, 1 to 6; null for two, or three if there are more than four.</summary>
    public int? Columns { get; init; }

    /// <summary>Whether all have the same horizontal axis, labelled in the lowest row only.</summary>
    public bool ShareX { get; init; }

    /// <summary>Whether all have the same vertical axis, labelled in the first column only.</summary>
    public bool ShareY { get; init; }

    /// <summary>The width in pixels, 300 to 2000; null for the usual one.</summary>
    public int? Width { get; init; }

    /// <summary>The height in pixels of each row, 120 to 2000; null for the usual one.</summary>
    public int? Height { get; init; }
}
