using System.Text;
using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>Points that no line joins.</summary>
/// <param name="X">Horizontal values, shape [n].</param>
/// <param name="Y">Vertical values, shape [n].</param>
/// <param name="Look">How they are drawn.</param>
/// <param name="Radius">Half their size in pixels.</param>
internal sealed record Dots(IReadOnlyList<double> X, IReadOnlyList<double> Y, Look Look, double Radius) : Mark
{
    /// <summary>What each says when the pointer rests on it, shape [n]; null if they say nothing.</summary>
    public IReadOnlyList<string>? Hover { get; init; }

    /// <summary>The colour of each, shape [n]; null if all have that of the look.</summary>
    public IReadOnlyList<Rgb>? Colours { get; init; }

    /// <summary>Half the size of each in pixels, shape [n]; null if all are alike.</summary>
    public IReadOnlyList<double>? Radii { get; init; }

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        if (Hover is not null || Radii is not null)
        {
            for (int i = 0; i < X.Count; i++)
                svg.Point(to.X(X[i]), to.Y(Y[i]), Look, Radii?[i] ?? Radius, Hover?[i] ?? "", Colours?[i].ToString());
            return;
        }
        // One path per colour: without hover texts a point takes 20 to 40 bytes.
        foreach (IGrouping<string, int> group in Enumerable.Range(0, X.Count).GroupBy(i => Colours?[i].ToString() ?? Look.Colour))
        {
            var d = new StringBuilder();
            var drawn = new HashSet<(double, double)>();
            foreach (int i in group)
            {
                (double x, double y) = (Math.Round(to.X(X[i]), 1), Math.Round(to.Y(Y[i]), 1));
                if (drawn.Add((x, y))) d.Append(SvgWriter.PointShape(x, y, Look.Marker, Radius));
            }
            svg.Path(d.ToString(), group.Key, "none", opacity: 0.8);
        }
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        PlotlyObject markers = PlotlyLook.Markers(Look, 2 * Radius);
        if (Hover is null && Radii is null) markers.Put("line", new PlotlyObject { { "width", 0 } });
        if (Colours is not null) markers.Put("color", Colours.Select(c => c.ToString()).ToArray());
        if (Radii is not null) markers.Put("size", new PlotlyValues([.. Radii.Select(r => 2 * r)], 3));
        var trace = new PlotlyObject { { "mode", "markers" }, { "x", plot.X(X) }, { "y", plot.Y(Y) }, { "marker", markers } };
        if (Hover is not null)
        {
            trace.Add("hoverinfo", "text");
            trace.Add("hovertext", Hover);
        }
        // As in the SVG: where many points lie on each other they have no edges and are translucent together.
        if (Hover is null && Radii is null) trace.Add("opacity", 0.8);
        plot.Trace("scatter", trace, Look);
    }
}
