namespace HackLab.Charts.Internals;

/// <summary>The room around a panel's plot area for its title, legend, ticks, labels and colour bar.</summary>
internal sealed record PanelMargins(double Left, double Top, double Right, double Bottom)
{
    public const double TickLength = 5, TickGap = 4, LabelRoom = 24, TickSpacingY = 34, TickSpacingX = 52;

    /// <summary>How much a panel needs at its sides, where its plot area is about this high.</summary>
    public static (double Left, double Right) Sides(Panel panel, double width, double height)
    {
        Axis y = panel.YAxis;
        double labels = y.TickLabels ? Widest(PanelPainter.YTicks(panel, height)) : 0;
        double left = (y.Hidden ? 2 : TickLength + TickGap) + Math.Min(labels, width * 0.4) + (y.Label.Length > 0 ? LabelRoom : 0);
        return (left, 14 + (panel.Colours is { } colours ? ColourBarPainter.WidthOf(colours, height) : 0));
    }

    /// <summary>How much a panel needs above and below, where its plot area is about this wide.</summary>
    public static (double Top, double Bottom) Ends(Panel panel, double width)
    {
        Axis x = panel.XAxis;
        double top = (panel.Title.Length > 0 ? 32 : 10) + LegendPainter.HeightOf(panel.Legend, width);
        double labels = x.Hidden ? 2 : TickLength + (x.TickLabels ? TickGap + XTickLabels.For(x, width).Height : 6);
        return (top, labels + (x.Label.Length > 0 ? LabelRoom : 0));
    }

    private static double Widest(IReadOnlyList<Tick> ticks) => ticks.Count == 0 ? 0 : ticks.Max(t => TextWidth.Of(t.Label, Style.Text));
}
