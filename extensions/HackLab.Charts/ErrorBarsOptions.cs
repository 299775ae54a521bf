namespace HackLab.Charts;

/// <summary>Settings of points with error bars.</summary>
public sealed record ErrorBarsOptions : AxesOptions
{
    /// <summary>Whether a line joins the points of each series.</summary>
    public bool Lines { get; init; }

    /// <summary>Curves without errors in the same axes, such as a fit.</summary>
    public IReadOnlyList<Series> Curves { get; init; } = [];
}
