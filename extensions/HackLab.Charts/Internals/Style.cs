namespace HackLab.Charts.Internals;

/// <summary>The sizes that all figures share, in pixels.</summary>
internal static class Style
{
    /// <summary>Ticks, legend and notes.</summary>
    public const double Text = 13;

    /// <summary>Axis labels and the titles of panels.</summary>
    public const double Label = 14;

    /// <summary>The figure's title.</summary>
    public const double Title = 17;

    /// <summary>The empty border of a figure.</summary>
    public const double Border = 14;

    /// <summary>
    /// The first fonts that a system has. All are sans serif, and DejaVu Sans, which text widths are planned for, is the widest.
    /// </summary>
    public const string Fonts = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'DejaVu Sans', sans-serif";
}
