using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts.Internals;

/// <summary>Draws one panel: grid, marks, axes, ticks and labels.</summary>
internal static class PanelPainter
{
    public static void Draw(SvgWriter svg, Panel panel, Projection to, double outerLeft)
    {
        IReadOnlyList<Tick> xTicks = XTicks(panel.XAxis, to.Width);
        IReadOnlyList<Tick> yTicks = YTicks(panel, to.Height);
        if (panel.XAxis.Grid)
        {
            foreach (Tick tick in xTicks) svg.Line(to.X(tick.Value), to.Top, to.X(tick.Value), to.Bottom, Palette.Grid);
        }
        if (panel.YAxis.Grid)
        {
            foreach (Tick tick in yTicks) svg.Line(to.Left, to.Y(tick.Value), to.Right, to.Y(tick.Value), Palette.Grid);
        }
        foreach (Mark mark in panel.Marks) mark.Draw(svg, to);
        DrawXAxis(svg, panel.XAxis, xTicks, to);
        DrawYAxis(svg, panel.YAxis, yTicks, to, outerLeft);
        if (panel.Title.Length > 0)
            svg.Text(to.Left, to.Top - 8, TextWidth.Shorten(panel.Title, Style.Label, to.Width, bold: true), size: Style.Label, bold: true);
    }

    /// <summary>As many ticks as fit beside each other: labels such as −0.00025 need more room than 1.</summary>
    public static IReadOnlyList<Tick> XTicks(Axis axis, double width)
    {
        IReadOnlyList<Tick> ticks = axis.TicksFor(width, PanelMargins.TickSpacingX);
        if (axis.Categories is not null) return ticks;
        for (double spacing = PanelMargins.TickSpacingX * 1.3; spacing < width; spacing *= 1.3)
        {
            double widest = ticks.Max(t => TextWidth.Of(t.Label, Style.Text)) + 12;
            if (ticks.Count < 3 || widest <= width * Math.Abs(axis.Place(ticks[1].Value) - axis.Place(ticks[0].Value))) break;
            ticks = axis.TicksFor(width, spacing);
        }
        return ticks;
    }

    /// <summary>Both axes of a square have the same ticks.</summary>
    public static IReadOnlyList<Tick> YTicks(Panel panel, double height) =>
        panel.YAxis.TicksFor(height, panel.Square ? PanelMargins.TickSpacingX : PanelMargins.TickSpacingY);

    private static void DrawXAxis(SvgWriter svg, Axis axis, IReadOnlyList<Tick> ticks, Projection to)
    {
        bool numeric = axis.Categories is null;
        double baseline = to.Bottom + PanelMargins.TickLength + PanelMargins.TickGap + 9;
        if (numeric) svg.Line(to.Left, to.Bottom, to.Right, to.Bottom, Palette.Frame);
        foreach (Tick tick in ticks)
        {
            double x = to.X(tick.Value);
            if (numeric) svg.Line(x, to.Bottom, x, to.Bottom + PanelMargins.TickLength, Palette.Frame);
            string label = numeric ? tick.Label : TextWidth.Shorten(tick.Label, Style.Text, (to.Width / ticks.Count) - 6);
            svg.Text(x, baseline, label, "middle");
        }
        string title = TextWidth.Shorten(axis.Label, Style.Label, to.Width + 20);
        if (axis.Label.Length > 0) svg.Text(to.Left + (to.Width / 2), baseline + 22, title, "middle", Style.Label);
    }

    private static void DrawYAxis(SvgWriter svg, Axis axis, IReadOnlyList<Tick> ticks, Projection to, double outerLeft)
    {
        bool numeric = axis.Categories is null;
        if (numeric) svg.Line(to.Left, to.Top, to.Left, to.Bottom, Palette.Frame);
        double end = to.Left - PanelMargins.TickLength - PanelMargins.TickGap;
        double room = end - outerLeft - (axis.Label.Length > 0 ? PanelMargins.LabelRoom : 0) + 2;
        foreach (Tick tick in ticks)
        {
            double y = to.Y(tick.Value);
            if (numeric) svg.Line(to.Left - PanelMargins.TickLength, y, to.Left, y, Palette.Frame);
            svg.Text(end, y + 4.5, TextWidth.Shorten(tick.Label, Style.Text, room), "end");
        }
        if (axis.Label.Length == 0) return;
        string title = TextWidth.Shorten(axis.Label, Style.Label, to.Height + 20);
        svg.Text(outerLeft + 13, to.Top + (to.Height / 2), title, "middle", Style.Label, rotate: -90);
    }
}
