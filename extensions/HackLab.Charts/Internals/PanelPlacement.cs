namespace HackLab.Charts.Internals;

/// <summary>Where a panel lies in its figure.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="To">Its plot area in pixels.</param>
/// <param name="OuterLeft">Where its room starts at the left, axis labels included.</param>
internal sealed record PanelPlacement(Panel Panel, Projection To, double OuterLeft)
{
    // About what ticks and labels take from a row's height; only used to guess how many ticks there will be.
    private const double GuessedEnds = 75;

    /// <summary>
    /// Places a figure's panels in rows below <paramref name="top"/>, the same for every way of drawing them: all plot areas are
    /// equally wide, and axes line up.
    /// </summary>
    /// <returns>The places, and where the last row ends.</returns>
    public static (IReadOnlyList<PanelPlacement> Places, double Bottom) Of(FigureModel model, double top)
    {
        int columns = model.Columns, rows = model.Rows;
        double inner = model.Width - (2 * Style.Border);
        if (model.Colours is { } colours) inner -= ColourBarPainter.WidthOf(colours, model.RowHeight * model.Rows);
        double[] shares = [.. Enumerable.Range(0, rows).Select(r => model.RowShares?[r] ?? 1)];
        double total = model.RowHeight * (double)rows, wide = inner / columns, width = wide;
        double[] lefts = new double[columns], rights = new double[columns], tops = new double[rows], bottoms = new double[rows];
        double[] heights = [.. shares.Select(share => Math.Max(30, (total * share / shares.Sum()) - GuessedEnds))];
        // How wide labels are depends on which ticks there are, and that on the height, which depends on labels below: twice is enough.
        for (int pass = 0; pass < 2; pass++)
        {
            Array.Clear(lefts);
            Array.Clear(rights);
            Array.Clear(tops);
            Array.Clear(bottoms);
            for (int i = 0; i < model.Panels.Count; i++)
            {
                (double l, double r) = PanelMargins.Sides(model.Panels[i], wide,
                    Math.Min(heights[i / columns], width / model.Panels[i].Aspect ?? double.MaxValue));
                lefts[i % columns] = Math.Max(lefts[i % columns], l);
                rights[i % columns] = Math.Max(rights[i % columns], r);
            }
            width = Math.Max(20, (inner - lefts.Sum() - rights.Sum()) / columns);
            for (int i = 0; i < model.Panels.Count; i++)
            {
                Panel panel = model.Panels[i];
                (double t, double b) = PanelMargins.Ends(panel, Math.Min(width, panel.Aspect * heights[i / columns] ?? width));
                tops[i / columns] = Math.Max(tops[i / columns], t);
                bottoms[i / columns] = Math.Max(bottoms[i / columns], b);
            }
            double free = Math.Max(20 * rows, total - tops.Sum() - bottoms.Sum());
            for (int row = 0; row < rows; row++) heights[row] = free * shares[row] / shares.Sum();
        }
        var placed = new List<PanelPlacement>();
        double y = top;
        for (int row = 0; row < rows; row++)
        {
            double height = heights[row], x = Style.Border;
            for (int column = 0; column < columns && (row * columns) + column < model.Panels.Count; column++)
            {
                Panel panel = model.Panels[(row * columns) + column];
                double plotHeight =
                    Math.Min(height, width / panel.Aspect ?? height), plotWidth = plotHeight * panel.Aspect ?? width;
                placed.Add(new(panel, new Projection(x + lefts[column], y + tops[row], plotWidth, plotHeight, panel.XAxis,
                    panel.YAxis), x));
                x += lefts[column] + width + rights[column];
            }
            y += tops[row] + height + bottoms[row];
        }
        return (placed, top + total);
    }
}
