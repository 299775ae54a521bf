using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>
/// Names written onto lines, each where it covers no other and leaves no part outside; a line without such a place has none.
/// </summary>
/// <param name="Lines">The lines and what is written onto each.</param>
internal sealed record LineLabels(IReadOnlyList<(IReadOnlyList<(double X, double Y)> Line, string Text)> Lines) : Mark
{
    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        foreach ((double x, double y, string text) in Placed(to)) svg.Text(to.X(x), to.Y(y) + 4.5, text, "middle", halo: true);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        foreach ((double x, double y, string text) in Placed(plot.To)) plot.Text(x, y, text, "middle", halo: true);
    }

    private List<(double X, double Y, string Text)> Placed(Projection to)
    {
        var placed = new List<(double X, double Y, string Text)>();
        var boxes = new List<(double Left, double Right, double Y)>();
        foreach ((IReadOnlyList<(double X, double Y)> line, string text) in Lines)
        {
            double half = (TextWidth.Of(text, Style.Text) / 2) + 3;
            double length = 0;
            for (int i = 1; i < line.Count; i++) length += Math.Abs(to.X(line[i].X) - to.X(line[i - 1].X))
                + Math.Abs(to.Y(line[i].Y) - to.Y(line[i - 1].Y));
            if (length < 5 * half) continue;
            // From the middle of the line outwards.
            foreach (int i in Enumerable.Range(0, line.Count).OrderBy(i => Math.Abs(i - (line.Count / 2))))
            {
                (double x, double y) = (to.X(line[i].X), to.Y(line[i].Y));
                if (x - half < to.Left || x + half > to.Right || y < to.Top + 9 || y > to.Bottom - 9) continue;
                if (boxes.Any(b => x - half < b.Right && x + half > b.Left && Math.Abs(y - b.Y) < 18)) continue;
                boxes.Add((x - half, x + half, y));
                placed.Add((line[i].X, line[i].Y, text));
                break;
            }
        }
        return placed;
    }
}
