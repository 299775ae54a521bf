using System.Text;
using HackLab.Charts.Internals.Plotly;
using static HackLab.Charts.Internals.SvgWriter;

namespace HackLab.Charts.Internals.Marks;

/// <summary>Lines of one kind through points, each by itself: contours, wires, edges, tracks.</summary>
/// <param name="Lines">The lines, each of at least two points.</param>
/// <param name="Colour">Their colour as #rrggbb.</param>
/// <param name="Width">Their width in pixels.</param>
/// <param name="Dash">Their dash pattern; empty if solid.</param>
/// <param name="Hover">What they say when the pointer rests on them.</param>
internal sealed record Strokes(
    IReadOnlyList<IReadOnlyList<(double X, double Y)>> Lines, string Colour, double Width = 1.6, string Dash = "",
        string Hover = "") : Mark
{
    /// <summary>The look of the legend that they belong to, if any.</summary>
    public Look? Look { get; init; }

    /// <summary>How much of what lies below is covered, from 0 to 1.</summary>
    public double Opacity { get; init; } = 1;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        var d = new StringBuilder();
        foreach ((IReadOnlyList<(double X, double Y)> line, (double X, double Y)[] pixels) in Seen(to, Width))
        {
            List<(double X, double Y)> kept = line.Count > 8 ? Thinning.Straight(pixels, 0.2) : [.. pixels];
            for (int i = 0; i < kept.Count; i++)
                d.Append(i == 0 ? 'M' : 'L').Append(Num(kept[i].X)).Append(' ').Append(Num(kept[i].Y));
        }
        if (d.Length > 0) svg.Path(d.ToString(), "none", Colour, Width, Dash, Hover, Opacity);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        if (Lines.Count == 0) return;
        var x = new List<double>();
        var y = new List<double>();
        // Half as coarse as in the SVG at first, because one can zoom in; coarser where the figure would be too large.
        foreach ((IReadOnlyList<(double X, double Y)> line, (double X, double Y)[] pixels) in Seen(plot.To,
            Math.Max(Width / 2, Width * plot.Grain)))
        {
            List<int> all = [.. Enumerable.Range(0, line.Count)];
            List<int> kept = line.Count > 8 ? Thinning.Straighten(pixels, all, 0.2 * plot.Grain) : all;
            x.AddRange(kept.Select(i => line[i].X).Append(double.NaN));
            y.AddRange(kept.Select(i => line[i].Y).Append(double.NaN));
        }
        plot.Trace("scatter", new PlotlyObject
        {
            { "mode", "lines" }, { "x", plot.X(x) }, { "y", plot.Y(y) }, { "hoverinfo", Hover.Length > 0 ? "text" : "skip" },
            { "hovertext", Hover },
            { "opacity", Opacity }, { "line", new PlotlyObject { { "color", Colour }, { "width", Width },
                { "dash", PlotlyLook.Dash(Dash) } } },
        }, Look);
    }

    /// <summary>The lines in pixels, without closed ones that are no larger than their own line is wide: noise has
    /// thousands.</summary>
    private IEnumerable<(IReadOnlyList<(double X, double Y)> Line, (double X, double Y)[] Pixels)> Seen(Projection to,
        double smallest)
    {
        foreach (IReadOnlyList<(double X, double Y)> line in Lines)
        {
            (double X, double Y)[] pixels = [.. line.Select(p => (to.X(p.X), to.Y(p.Y)))];
            bool isLoop = pixels.Length > 3 && line[0] == line[^1];
            if (isLoop && pixels.Max(p => p.X) - pixels.Min(p => p.X) < smallest
                && pixels.Max(p => p.Y) - pixels.Min(p => p.Y) < smallest) continue;
            yield return (line, pixels);
        }
    }
}
