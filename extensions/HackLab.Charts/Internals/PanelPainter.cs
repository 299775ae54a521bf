using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts.Internals;

/// <summary>Draws one panel: grid, marks, axes, ticks, labels, title, legend and colour bar.</summary>
internal static class PanelPainter
{
    private const double MinorTick = 3;

    public static void Draw(SvgWriter svg, PanelPlacement placed)
    {
        (Panel panel, Projection to, _) = placed;
        XTickLabels xLabels = XTickLabels.For(panel.XAxis, to.Width);
        IReadOnlyList<Tick> yTicks = YTicks(panel, to.Height);
        if (panel.XAxis.Grid)
        {
            foreach (Tick tick in xLabels.Ticks) svg.Line(to.X(tick.Value), to.Top, to.X(tick.Value), to.Bottom, Palette.Grid);
        }
        if (panel.YAxis.Grid)
        {
            foreach (Tick tick in yTicks) svg.Line(to.Left, to.Y(tick.Value), to.Right, to.Y(tick.Value), Palette.Grid);
        }
        foreach (Mark mark in panel.Marks) mark.Draw(svg, to);
        DrawXAxis(svg, panel.XAxis, xLabels, to);
        DrawYAxis(svg, panel.YAxis, yTicks, to, placed.OuterLeft);
        DrawHead(svg, panel, to);
        if (panel.Colours is not null) ColourBarPainter.Draw(svg, panel.Colours, to.Right, to.Top, to.Height);
    }

    /// <summary>Both axes of a square have the same ticks.</summary>
    public static IReadOnlyList<Tick> YTicks(Panel panel, double height) =>
        panel.YAxis.TicksFor(height, panel.Square ? PanelMargins.TickSpacingX : PanelMargins.TickSpacingY);

    private static void DrawHead(SvgWriter svg, Panel panel, Projection to)
    {
        double legend = LegendPainter.HeightOf(panel.Legend, to.Width);
        LegendPainter.Draw(svg, panel.Legend, to.Left, to.Top - legend - 2, to.Width);
        if (panel.Title.Length == 0) return;
        string title = TextWidth.Shorten(panel.Title, Style.Label, to.Width, bold: true);
        svg.Text(to.Left, to.Top - 8 - legend, title, size: Style.Label, bold: true);
    }

    private static void DrawXAxis(SvgWriter svg, Axis axis, XTickLabels labels, Projection to)
    {
        bool numeric = axis.Categories is null && !axis.Hidden;
        double start = to.Bottom + PanelMargins.TickLength + (axis.TickLabels ? PanelMargins.TickGap : 0);
        if (numeric) svg.Line(to.Left, to.Bottom, to.Right, to.Bottom, Palette.Frame);
        foreach (double minor in numeric ? axis.MinorTicks() : [])
            svg.Line(to.X(minor), to.Bottom, to.X(minor), to.Bottom + MinorTick, Palette.Frame);
        foreach (Tick tick in labels.Ticks)
        {
            double x = to.X(tick.Value);
            if (numeric) svg.Line(x, to.Bottom, x, to.Bottom + PanelMargins.TickLength, Palette.Frame);
            if (tick.Label.Length == 0) continue;
            if (labels.Turned) svg.Text(x + 4.5, start, tick.Label, "end", rotate: -90);
            else svg.Text(x, start + 9, tick.Label, "middle");
        }
        if (axis.Label.Length == 0) return;
        string title = TextWidth.Shorten(axis.FullLabel, Style.Label, to.Width + 20);
        svg.Text(to.Left + (to.Width / 2), start + labels.Height + (axis.Hidden ? 9 : 18), title, "middle", Style.Label);
    }

    private static void DrawYAxis(SvgWriter svg, Axis axis, IReadOnlyList<Tick> ticks, Projection to, double outerLeft)
    {
        bool numeric = axis.Categories is null && !axis.Hidden;
        if (numeric) svg.Line(to.Left, to.Top, to.Left, to.Bottom, Palette.Frame);
        double end = to.Left - PanelMargins.TickLength - PanelMargins.TickGap;
        double room = end - outerLeft - (axis.Label.Length > 0 ? PanelMargins.LabelRoom : 0) + 2;
        foreach (double minor in numeric ? axis.MinorTicks() : []) svg.Line(to.Left - MinorTick, to.Y(minor), to.Left, to.Y(minor), Palette.Frame);
        foreach (Tick tick in ticks)
        {
            double y = to.Y(tick.Value);
            if (numeric) svg.Line(to.Left - PanelMargins.TickLength, y, to.Left, y, Palette.Frame);
            if (axis.TickLabels) svg.Text(end, y + 4.5, TextWidth.Shorten(tick.Label, Style.Text, room), "end");
        }
        if (axis.Label.Length == 0) return;
        string title = TextWidth.Shorten(axis.FullLabel, Style.Label, to.Height + 20);
        svg.Text(outerLeft + 13, to.Top + (to.Height / 2), title, "middle", Style.Label, rotate: -90);
    }
}
