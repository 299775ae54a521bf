using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A thin dashed line to compare with, its name written along it.</summary>
/// <param name="X1">Where it starts.</param>
/// <param name="Y1">Where it starts.</param>
/// <param name="X2">Where it ends.</param>
/// <param name="Y2">Where it ends.</param>
/// <param name="Label">Its name; may be empty.</param>
internal sealed record Reference(double X1, double Y1, double X2, double Y2, string Label) : Mark
{
    private const double Gap = 16;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        (double x1, double y1, double x2, double y2) = (to.X(X1), to.Y(Y1), to.X(X2), to.Y(Y2));
        svg.Line(x1, y1, x2, y2, Palette.Muted, 1.6, "5 4");
        if (Label.Length == 0) return;
        double angle = Math.Atan2(y2 - y1, x2 - x1);
        // Below the line and towards its end, where a useful curve leaves the most room.
        (double x, double y) = (x1 + (0.72 * (x2 - x1)), y1 + (0.72 * (y2 - y1)));
        svg.Text(
            x - (Gap * Math.Sin(angle)), y + (Gap * Math.Cos(angle)), Label, "middle", colour: Palette.Muted, rotate: angle * 180 / Math.PI);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        plot.Line(X1, Y1, X2, Y2, Palette.Muted, 1.6, "5 4");
        if (Label.Length == 0) return;
        Projection to = plot.To;
        double angle = Math.Atan2(to.Y(Y2) - to.Y(Y1), to.X(X2) - to.X(X1));
        plot.Text(
            X1 + (0.72 * (X2 - X1)), Y1 + (0.72 * (Y2 - Y1)), Label, "middle", colour: Palette.Muted, angle: angle * 180 / Math.PI,
            dx: -Gap * Math.Sin(angle), dy: Gap * Math.Cos(angle));
    }
}
