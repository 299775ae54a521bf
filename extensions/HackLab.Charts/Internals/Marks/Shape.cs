using System.Text;
using HackLab.Charts.Internals.Plotly;
using static HackLab.Charts.Internals.SvgWriter;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A filled area within outlines; where outlines lie within each other, every second is a hole.</summary>
/// <param name="Outlines">The outlines, each closed by itself.</param>
/// <param name="Hover">What it says when the pointer rests on it.</param>
internal sealed record Shape(IReadOnlyList<IReadOnlyList<(double X, double Y)>> Outlines, string Hover = "") : Mark
{
    /// <summary>Its colour as #rrggbb, even and without tint; empty to use <see cref="Look"/>.</summary>
    public string Colour { get; init; } = "";

    /// <summary>Its fill and edge; null for an even colour without edge.</summary>
    public Look? Look { get; init; }

    /// <summary>How wide the edge is in pixels.</summary>
    public double Edge { get; init; } = 1.6;

    /// <summary>How much of what lies below is covered, from 0 to 1.</summary>
    public double Opacity { get; init; } = 1;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        var d = new StringBuilder();
        foreach (IReadOnlyList<(double X, double Y)> outline in Outlines)
        {
            (double X, double Y)[] pixels = [.. outline.Select(p => (to.X(p.X), to.Y(p.Y)))];
            List<(double X, double Y)> kept = pixels.Length > 8 ? Thinning.Straight(pixels, 0.2) : [.. pixels];
            for (int i = 0; i < kept.Count; i++)
                d.Append(i == 0 ? 'M' : 'L').Append(Num(kept[i].X)).Append(' ').Append(Num(kept[i].Y));
            d.Append('z');
        }
        string fill = Colour.Length > 0 ? Colour : svg.Area(Look!);
        svg.Path(d.ToString(), fill, Look is null || Edge == 0 ? "none" : Look.Colour, Edge, Look?.Dash ?? "", Hover, Opacity,
            evenOdd: Outlines.Count > 1);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        var x = new List<double>();
        var y = new List<double>();
        foreach (IReadOnlyList<(double X, double Y)> outline in Outlines)
        {
            if (x.Count > 0)
            {
                x.Add(double.NaN);
                y.Add(double.NaN);
            }
            x.AddRange(outline.Append(outline[0]).Select(p => p.X));
            y.AddRange(outline.Append(outline[0]).Select(p => p.Y));
        }
        var trace = new PlotlyObject
        {
            { "mode", "lines" }, { "x", plot.X(x) }, { "y", plot.Y(y) }, { "fill", "toself" },
            { "hoverinfo", Hover.Length > 0 ? "text" : "skip" },
            { "hovertext", Hover }, { "hoveron", "fills" }, { "opacity", Opacity },
            { "line", Look is null || Edge == 0 ? new PlotlyObject { { "width", 0 } } : PlotlyLook.Line(Look, Edge) },
        };
        if (Colour.Length > 0) trace.Add("fillcolor", PlotlyLook.Translucent(Colour, Opacity));
        else PlotlyLook.Area(trace, Look!, "toself");
        plot.Trace("scatter", trace, Look);
    }
}
