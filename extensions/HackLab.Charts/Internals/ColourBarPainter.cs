namespace HackLab.Charts.Internals;

/// <summary>Draws what colours stand for: an upright bar with ticks and the quantity beside it.</summary>
internal static class ColourBarPainter
{
    private const double Gap = 12, Thickness = 15, TickSpacing = 40;

    /// <summary>The room it takes at the right of a plot area this high.</summary>
    public static double WidthOf(ColourAxis colours, double height)
    {
        IReadOnlyList<Tick> ticks = colours.AsAxis.TicksFor(height, TickSpacing);
        double labels = ticks.Count == 0 ? 0 : ticks.Max(t => TextWidth.Of(t.Label, Style.Text));
        return Gap + Thickness + PanelMargins.TickLength + PanelMargins.TickGap + labels
            + (colours.Label.Length > 0 ? PanelMargins.LabelRoom : 0);
    }

    public static void Draw(SvgWriter svg, ColourAxis colours, double right, double top, double height)
    {
        double x = right + Gap;
        svg.Rect(x, top, Thickness, height, svg.Ramp(colours.Map), $"stroke=\"{Palette.Frame}\"");
        Axis axis = colours.AsAxis;
        IReadOnlyList<Tick> ticks = axis.TicksFor(height, TickSpacing);
        double labels = 0;
        foreach (Tick tick in ticks)
        {
            double y = top + (height * (1 - axis.Place(tick.Value)));
            svg.Line(x + Thickness, y, x + Thickness + PanelMargins.TickLength, y, Palette.Frame);
            svg.Text(x + Thickness + PanelMargins.TickLength + PanelMargins.TickGap, y + 4.5, tick.Label);
            labels = Math.Max(labels, TextWidth.Of(tick.Label, Style.Text));
        }
        if (colours.Label.Length == 0) return;
        string title = TextWidth.Shorten(colours.Label, Style.Label, height + 20);
        double at = x + Thickness + PanelMargins.TickLength + PanelMargins.TickGap + labels + PanelMargins.LabelRoom - 7;
        svg.Text(at, top + (height / 2), title, "middle", Style.Label, rotate: -90);
    }
}
