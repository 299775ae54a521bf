using System.Text;
using HackLab.Charts.Internals.Plotly;
using static HackLab.Charts.Internals.SvgWriter;

namespace HackLab.Charts.Internals.Marks;

/// <summary>Upright or level bars of uncertainty with caps.</summary>
/// <param name="At">Where each stands on the axis across it, shape [n].</param>
/// <param name="Low">Its lower end, shape [n].</param>
/// <param name="High">Its upper end, shape [n].</param>
/// <param name="Look">How they are drawn.</param>
/// <param name="Upright">Whether they run along the vertical axis.</param>
internal sealed record Whiskers(IReadOnlyList<double> At, IReadOnlyList<double> Low, IReadOnlyList<double> High, Look Look,
    bool Upright) : Mark
{
    /// <summary>Half a cap's length in pixels.</summary>
    public double Cap { get; init; } = 4;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        var d = new StringBuilder();
        for (int i = 0; i < At.Count; i++)
        {
            (double at, double low, double high) = Upright ? (to.X(At[i]), to.Y(Low[i]), to.Y(High[i]))
                : (to.Y(At[i]), to.X(Low[i]), to.X(High[i]));
            string from = Num(at - Cap), length = Num(2 * Cap);
            if (Upright) d.Append($"M{Num(at)} {Num(low)}V{Num(high)}M{from} {Num(low)}h{length}M{from} {Num(high)}h{length}");
            else d.Append($"M{Num(low)} {Num(at)}H{Num(high)}M{Num(low)} {from}v{length}M{Num(high)} {from}v{length}");
        }
        svg.Path(d.ToString(), "none", Look.Colour, 1.6);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        // One line with gaps, since error bars of Plotly need points of their own.
        Axis axis = Upright ? plot.To.YAxis : plot.To.XAxis;
        double[] along =
            [.. At.SelectMany((_, i) => (double[])[axis.Log ? Math.Max(axis.Min, Low[i]) : Low[i], High[i], double.NaN])],
                across = [.. At.SelectMany(at => (double[])[at, at, double.NaN])];
        plot.Trace("scatter", new PlotlyObject
        {
            { "mode", "lines" }, { "x", plot.X(Upright ? across : along) }, { "y", plot.Y(Upright ? along : across) },
            { "hoverinfo", "skip" },
            { "line", new PlotlyObject { { "color", Look.Colour }, { "width", 1.6 } } },
        });
    }
}
