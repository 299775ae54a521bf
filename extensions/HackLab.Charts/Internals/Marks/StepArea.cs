using System.Text;
using HackLab.Charts.Internals.Plotly;
using static HackLab.Charts.Internals.SvgWriter;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A histogram's outline over its tinted or hatched area.</summary>
/// <param name="Edges">The bins' edges, shape [bins + 1].</param>
/// <param name="Heights">The bins' heights, shape [bins].</param>
/// <param name="Look">How it is drawn.</param>
internal sealed record StepArea(IReadOnlyList<double> Edges, IReadOnlyList<double> Heights, Look Look) : Mark
{
    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        (int first, int end) = Filled();
        if (first == end) return;
        var d = new StringBuilder($"M{Num(to.X(Edges[first]))} {Num(to.Y(0))}");
        for (int i = first; i < end; i++) d.Append($"V{Num(to.Y(Heights[i]))}H{Num(to.X(Edges[i + 1]))}");
        d.Append($"V{Num(to.Y(0))}");
        svg.Path(d.ToString(), svg.Area(Look), Look.Colour, 2, Look.Dash);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        (int first, int end) = Filled();
        if (first == end) return;
        // Up from the axis, a step per bin, and down again; a logarithmic axis has no 0.
        double floor = plot.To.YAxis.Log ? plot.To.YAxis.Min : 0;
        var trace = new PlotlyObject
        {
            { "mode", "lines" }, { "x", plot.X([Edges[first], .. Edges.Skip(first).Take(end - first + 1), Edges[end]]) },
            { "y", plot.Y([.. ((double[])[0, .. Heights.Skip(first).Take(end - first), Heights[end - 1], 0]).Select(h => Math.Max(floor, h))]) }, { "hoverinfo", "skip" },
            { "line", PlotlyLook.Line(Look, 2, "hv") },
        };
        PlotlyLook.Area(trace, Look);
        plot.Trace("scatter", trace, Look);
    }

    /// <summary>Empty bins at both ends are left out: an outline along the axis would look like data.</summary>
    private (int First, int End) Filled()
    {
        int first = 0, end = Heights.Count;
        while (first < end && Heights[first] == 0) first++;
        while (end > first && Heights[end - 1] == 0) end--;
        return (first, end);
    }
}
