using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A horizontal bar from zero, with its value written behind its end.</summary>
/// <param name="Row">Which place on the vertical axis, from 0.</param>
/// <param name="Value">Its length.</param>
/// <param name="Look">How it is drawn.</param>
/// <param name="Label">The value as written.</param>
/// <param name="Hover">What it says when the pointer rests on it.</param>
internal sealed record Bar(int Row, double Value, Look Look, string Label, string Hover) : Mark
{
    private const double Thickness = 0.68, Gap = 5;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        (double zero, double end) = (to.X(0), to.X(Value));
        (double low, double high) = (to.Y(Row + 0.5 - (Thickness / 2)), to.Y(Row + 0.5 + (Thickness / 2)));
        double top = Math.Min(low, high), height = Math.Abs(high - low);
        svg.Rect(
            Math.Min(zero, end), top, Math.Max(1, Math.Abs(end - zero)), height, svg.Area(Look),
            $"stroke=\"{Look.Colour}\" stroke-width=\"1.4\"", Hover);
        bool left = Value < 0;
        svg.Text(end + (left ? -Gap : Gap), top + (height / 2) + 4.5, Label, left ? "end" : "start");
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        plot.Trace("bar", new PlotlyObject
        {
            { "orientation", "h" }, { "x", plot.X([Value]) }, { "y", plot.Y([Row + 0.5]) }, { "width", Thickness },
            { "hoverinfo", "text" }, { "hovertext", Hover },
            { "marker", PlotlyLook.BarMarker(Look) },
        }, Look);
        bool left = Value < 0;
        plot.Text(Value, Row + 0.5, Label, left ? "end" : "start", dx: left ? -Gap : Gap);
    }
}
