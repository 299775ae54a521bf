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
        foreach (IReadOnlyList<(double X, double Y)> line in Lines)
        {
            (double X, double Y)[] pixels = [.. line.Select(p => (to.X(p.X), to.Y(p.Y)))];
            List<(double X, double Y)> kept = pixels.Length > 8 ? Thinning.Straight(pixels, 0.2) : [.. pixels];
            for (int i = 0; i < kept.Count; i++) d.Append(i == 0 ? 'M'
                : 'L').Append(Num(kept[i].X)).Append(' ').Append(Num(kept[i].Y));
        }
        if (d.Length > 0) svg.Path(d.ToString(), "none", Colour, Width, Dash, Hover, Opacity);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        if (Lines.Count == 0) return;
        double[] x =
            [.. Lines.SelectMany(line => line.Select(p => p.X).Append(double.NaN))],
                y = [.. Lines.SelectMany(line => line.Select(p => p.Y).Append(double.NaN))];
        plot.Trace("scatter", new PlotlyObject
        {
            { "mode", "lines" }, { "x", plot.X(x) }, { "y", plot.Y(y) }, { "hoverinfo", Hover.Length > 0 ? "text" : "skip" },
                { "hovertext", Hover },
            { "opacity", Opacity }, { "line", new PlotlyObject { { "color", Colour }, { "width", Width },
                { "dash", PlotlyLook.Dash(Dash) } } },
        }, Look);
    }
}
