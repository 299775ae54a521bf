namespace HackLab.Charts;

/// <summary>The settings that all figures share; change them by <c>with</c> or <c>new() { … }</c>.</summary>
public abstract record FigureOptions
{
    /// <summary>The headline; null lets the figure say what it shows.</summary>
    public string? Title { get; init; }

    /// <summary>The horizontal axis: the quantity and its unit in brackets, as in <c>m_bb [GeV]</c>; null for the usual one.</summary>
    public string? XLabel { get; init; }

    /// <summary>The vertical axis: the quantity and its unit in brackets; null for the usual one.</summary>
    public string? YLabel { get; init; }

    /// <summary>The figure in words for those who cannot see it; null lets the figure describe itself.</summary>
    public string? Description { get; init; }

    /// <summary>What to do with values that are NaN or infinite.</summary>
    public NonFinite NonFinite { get; init; } = NonFinite.Refuse;

    /// <summary>The width in pixels, 300 to 2000; null for the usual one.</summary>
    public int? Width { get; init; }

    /// <summary>The height in pixels of the axes with their labels (of one row of panels in a grid), 120 to 2000; null for the usual one.</summary>
    public int? Height { get; init; }
}
