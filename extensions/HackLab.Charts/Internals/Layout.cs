namespace HackLab.Charts.Internals;

/// <summary>Where a panel stands.</summary>
/// <param name="Panel">The panel.</param>
/// <param name="To">Its plot area.</param>
/// <param name="OuterLeft">Where its labels begin.</param>
internal sealed record PlacedPanel(Panel Panel, Projection To, double OuterLeft);

/// <summary>Places the panels of a figure so that all plot areas are equally wide and axes line up.</summary>
internal static class Layout
{
    // About what ticks and labels take from a row's height; only used to guess how many ticks there will be.
    private const double GuessedEnds = 75;

    public static IReadOnlyList<PlacedPanel> Of(FigureModel model, double left, double top, double inner)
    {
        int columns = model.Columns, rows = model.Rows;
        double[] shares = [.. Enumerable.Range(0, rows).Select(r => model.RowShares?[r] ?? 1)];
        double total = model.RowHeight * (double)rows, wide = inner / columns;
        double[] lefts = new double[columns], rights = new double[columns], tops = new double[rows], bottoms = new double[rows];
        double Height(int row) => Math.Max(30, (total * shares[row] / shares.Sum()) - GuessedEnds);
        for (int i = 0; i < model.Panels.Count; i++)
        {
            (double l, double r) = PanelMargins.Sides(model.Panels[i], wide, Height(i / columns));
            lefts[i % columns] = Math.Max(lefts[i % columns], l);
            rights[i % columns] = Math.Max(rights[i % columns], r);
        }
        double width = Math.Max(20, (inner - lefts.Sum() - rights.Sum()) / columns);
        for (int i = 0; i < model.Panels.Count; i++)
        {
            Panel panel = model.Panels[i];
            (double t, double b) = PanelMargins.Ends(panel, Math.Min(width, panel.Aspect * Height(i / columns) ?? width));
            tops[i / columns] = Math.Max(tops[i / columns], t);
            bottoms[i / columns] = Math.Max(bottoms[i / columns], b);
        }
        double free = Math.Max(20 * rows, total - tops.Sum() - bottoms.Sum());
        var placed = new List<PlacedPanel>();
        double y = top;
        for (int row = 0; row < rows; row++)
        {
            double height = free * shares[row] / shares.Sum(), x = left;
            for (int column = 0; column < columns && (row * columns) + column < model.Panels.Count; column++)
            {
                Panel panel = model.Panels[(row * columns) + column];
                double plotHeight = Math.Min(height, width / panel.Aspect ?? height), plotWidth = plotHeight * panel.Aspect ?? width;
                placed.Add(new(panel, new Projection(x + lefts[column], y + tops[row], plotWidth, plotHeight, panel.XAxis, panel.YAxis), x));
                x += lefts[column] + width + rights[column];
            }
            y += tops[row] + height + bottoms[row];
        }
        return placed;
    }
}
