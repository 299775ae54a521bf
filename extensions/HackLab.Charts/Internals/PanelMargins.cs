namespace HackLab.Charts.Internals;

/// <summary>The room around a panel's plot area for its title, ticks and labels.</summary>
internal sealed record PanelMargins(double Left, double Top, double Right, double Bottom)
{
    public const double TickLength = 5, TickGap = 4, LabelRoom = 24, TickSpacingY = 34, TickSpacingX = 52;

    /// <summary>The margins that all panels of a figure need, so that their axes line up.</summary>
    public static PanelMargins For(IReadOnlyList<Panel> panels, double width, double height)
    {
        double top = panels.Any(p => p.Title.Length > 0) ? 32 : 10;
        double bottom = TickLength + TickGap + Style.Text + (panels.Any(p => p.XAxis.Label.Length > 0) ? LabelRoom : 0);
        double labels = panels.Max(p => p.YAxis.TicksFor(height - top - bottom, TickSpacingY).Max(t => TextWidth.Of(t.Label, Style.Text)));
        double left = TickLength + TickGap + Math.Min(labels, width * 0.4) + (panels.Any(p => p.YAxis.Label.Length > 0) ? LabelRoom : 0);
        return new PanelMargins(left, top, 14, bottom);
    }
}
