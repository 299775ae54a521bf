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
    private const double Gap = 5, Cap = 5;

    /// <summary>How much of its place it takes, from 0 to 1.</summary>
    public double Thickness { get; init; } = 0.68;

    /// <summary>How far its middle lies below that of its place, as a share of it.</summary>
    public double Offset { get; init; }

    /// <summary>The uncertainty of its value, from where to where; null for none.</summary>
    public (double Low, double High)? Interval { get; init; }

    private double Middle => Row + 0.5 + Offset;

    /// <summary>Where the value is written: behind the bar's end and its interval's.</summary>
    private double End => Interval is { } i ? (Value < 0 ? Math.Min(Value, i.Low) : Math.Max(Value, i.High)) : Value;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        (double zero, double end) = (to.X(0), to.X(Value));
        (double low, double high) = (to.Y(Middle - (Thickness / 2)), to.Y(Middle + (Thickness / 2)));
        double top = Math.Min(low, high), height = Math.Abs(high - low);
        svg.Rect(
            Math.Min(zero, end), top, Math.Max(1, Math.Abs(end - zero)), height, svg.Area(Look),
            $"stroke=\"{Look.Colour}\" stroke-width=\"1.4\"", Hover);
        if (Interval is { } interval)
        {
            (double from, double until, double y) = (to.X(interval.Low), to.X(interval.High), top + (height / 2));
            svg.Path(
                $"M{SvgWriter.Num(from)} {SvgWriter.Num(y)}H{SvgWriter.Num(until)}M{SvgWriter.Num(from)} {SvgWriter.Num(y - Cap)}v{2 * Cap}M{SvgWriter.Num(until)} {SvgWriter.Num(y - Cap)}v{2 * Cap}",
                "none", Palette.Ink, 1.6);
        }
        bool left = Value < 0;
        if (Label.Length > 0) svg.Text(to.X(End) + (left ? -Gap : Gap), top + (height / 2) + 4.5, Label, left ? "end" : "start");
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        plot.Trace("bar", new PlotlyObject
        {
            { "orientation", "h" }, { "x", plot.X([Value]) }, { "y", plot.Y([Middle]) }, { "width", Thickness },
            { "hoverinfo", "text" }, { "hovertext", Hover },
            { "marker", PlotlyLook.BarMarker(Look) },
        }, Look);
        if (Interval is { } interval) plot.Line(interval.Low, Middle, interval.High, Middle, Palette.Ink, 1.6);
        bool left = Value < 0;
        if (Label.Length > 0) plot.Text(End, Middle, Label, left ? "end" : "start", dx: left ? -Gap : Gap);
    }
}
