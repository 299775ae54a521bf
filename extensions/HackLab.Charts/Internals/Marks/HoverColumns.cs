using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>Invisible columns that tell the numbers of a bin when the pointer rests on it.</summary>
/// <param name="Edges">The columns' edges, shape [columns + 1].</param>
/// <param name="Texts">What each says, shape [columns].</param>
internal sealed record HoverColumns(IReadOnlyList<double> Edges, IReadOnlyList<string> Texts) : Mark
{
    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        for (int i = 0; i < Texts.Count; i++)
        {
            double left = to.X(Edges[i]);
            svg.Rect(left, to.Top, to.X(Edges[i + 1]) - left, to.Height, "none", "pointer-events=\"all\"", Texts[i]);
        }
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        Axis y = plot.To.YAxis;
        plot.Trace("bar", new PlotlyObject
        {
            { "x", plot.X([.. Texts.Select((_, i) => (Edges[i] + Edges[i + 1]) / 2)]) }, { "width", new PlotlyValues([.. Texts.Select((_, i) => Edges[i + 1] - Edges[i])]) },
            { "base", y.Min }, { "y", plot.Y([.. Texts.Select(_ => y.Max - y.Min)]) }, { "opacity", 0 }, { "hoverinfo", "text" }, { "hovertext", Texts },
            { "marker", new PlotlyObject { { "color", Palette.Muted } } },
        });
    }
}
