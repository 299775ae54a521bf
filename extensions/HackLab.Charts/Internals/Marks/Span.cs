using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A tinted band across the whole panel between two values, with its name.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends.</param>
/// <param name="IsUpright">Whether it lies between values of the horizontal axis.</param>
/// <param name="Label">Its name; may be empty.</param>
internal sealed record Span(double From, double To, bool IsUpright, string Label) : Mark
{
    private const string Tint = "#8a94a6";

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        (double x0, double x1) = IsUpright ? (to.X(From), to.X(To)) : (to.Left, to.Right);
        (double y0, double y1) = IsUpright ? (to.Top, to.Bottom) : (to.Y(From), to.Y(To));
        (double left, double top) = (Math.Min(x0, x1), Math.Min(y0, y1));
        svg.Rect(left, top, Math.Abs(x1 - x0), Math.Abs(y1 - y0), Tint,
            $"fill-opacity=\"0.2\" stroke=\"{Tint}\" stroke-dasharray=\"2 3\"");
        if (Label.Length == 0) return;
        if (IsUpright) svg.Text((x0 + x1) / 2, to.Top + 14, Label, "middle", colour: Palette.Muted, halo: true);
        else svg.Text(to.Right - 4, ((y0 + y1) / 2) + 4.5, Label, "end", colour: Palette.Muted, halo: true);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        (Axis x, Axis y) = (plot.To.XAxis, plot.To.YAxis);
        (double x0, double x1) = IsUpright ? (From, To) : (x.Min, x.Max);
        (double y0, double y1) = IsUpright ? (y.Min, y.Max) : (From, To);
        plot.Rect(x0, y0, x1, y1, PlotlyLook.Translucent(Tint, 0.2), Tint, 1);
        if (Label.Length == 0) return;
        if (IsUpright) plot.Text((From + To) / 2, y.Max, Label, "middle", colour: Palette.Muted, dy: 10, halo: true);
        else plot.Text(x.Max, (From + To) / 2, Label, "end", colour: Palette.Muted, dx: -4, halo: true);
    }
}
