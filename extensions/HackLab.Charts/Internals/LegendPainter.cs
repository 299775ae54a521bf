namespace HackLab.Charts.Internals;

/// <summary>Draws what looks stand for, in as many rows as needed.</summary>
internal static class LegendPainter
{
    private const double SwatchWidth = 30, SwatchHeight = 14, Row = 23, Gap = 8, Between = 22;

    /// <summary>How high a legend in this width is.</summary>
    public static double HeightOf(IReadOnlyList<LegendEntry> legend, double width)
    {
        if (legend.Count == 0) return 0;
        return (Places(legend, width)[^1].Row + 1) * Row;
    }

    public static void Draw(SvgWriter svg, IReadOnlyList<LegendEntry> legend, double left, double top, double width)
    {
        if (legend.Count == 0) return;
        foreach ((LegendEntry entry, string text, double at, int row) in Places(legend, width))
        {
            double x = left + at, y = top + (row * Row), middle = y + (SwatchHeight / 2);
            if (entry.IsArea)
            {
                string outline = $"stroke=\"{entry.Look.Colour}\" stroke-width=\"2\""
                    + (entry.Look.Dash.Length > 0 ? $" stroke-dasharray=\"{entry.Look.Dash}\"" : "");
                svg.Rect(x + 1, y, SwatchWidth - 2, SwatchHeight, svg.Area(entry.Look), outline);
            }
            else
            {
                if (entry.HasLine) svg.Line(x, middle, x + SwatchWidth, middle, entry.Look.Colour, 2.4, entry.Look.Dash);
                if (entry.HasPoints) svg.Point(x + (SwatchWidth / 2), middle, entry.Look, entry.HasLine ? 3.6 : 5);
            }
            svg.Text(x + SwatchWidth + Gap, middle + 4.5, text);
        }
    }

    private static List<(LegendEntry Entry, string Text, double X, int Row)> Places(IReadOnlyList<LegendEntry> legend,
        double width)
    {
        var places = new List<(LegendEntry, string, double, int)>();
        (double x, int row) = (0, 0);
        foreach (LegendEntry entry in legend)
        {
            string text = TextWidth.Shorten(entry.Text, Style.Text, width - SwatchWidth - Gap);
            double needed = SwatchWidth + Gap + TextWidth.Of(text, Style.Text);
            if (x > 0 && x + needed > width) (x, row) = (0, row + 1);
            places.Add((entry, text, x, row));
            x += needed + Between;
        }
        return places;
    }
}
