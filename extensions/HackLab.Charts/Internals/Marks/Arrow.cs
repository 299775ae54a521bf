using HackLab.Charts.Internals.Plotly;
using static HackLab.Charts.Internals.SvgWriter;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A line with a head at its end.</summary>
/// <param name="X1">Where it starts.</param>
/// <param name="Y1">Where it starts.</param>
/// <param name="X2">Where its head points.</param>
/// <param name="Y2">Where its head points.</param>
/// <param name="Colour">Its colour as #rrggbb.</param>
/// <param name="Width">Its width in pixels.</param>
/// <param name="Dash">Its dash pattern; empty if solid.</param>
/// <param name="Hover">What it says when the pointer rests on it.</param>
internal sealed record Arrow(
    double X1, double Y1, double X2, double Y2, string Colour, double Width = 1.8, string Dash = "", string Hover = "") : Mark
{
    private const double Head = 9;

    /// <summary>How far the tip stays away from its end, in pixels, such as the radius of what it points at.</summary>
    public double Short { get; init; }

    /// <summary>How much of what lies below is covered, from 0 to 1.</summary>
    public double Opacity { get; init; } = 1;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        (double x1, double y1, double x2, double y2) = (to.X(X1), to.Y(Y1), to.X(X2), to.Y(Y2));
        double length = Math.Max(1e-9, Math.Sqrt(((x2 - x1) * (x2 - x1)) + ((y2 - y1) * (y2 - y1))));
        (double ux, double uy) = ((x2 - x1) / length, (y2 - y1) / length);
        (x2, y2) = (x2 - (ux * Short), y2 - (uy * Short));
        double head = Math.Min(Head + Width, length / 2);
        (double bx, double by) = (x2 - (ux * head), y2 - (uy * head));
        svg.Path($"M{Num(x1)} {Num(y1)}L{Num(bx)} {Num(by)}", "none", Colour, Width, Dash, Hover, Opacity);
        double half = head * 0.45;
        svg.Path(
            $"M{Num(x2)} {Num(y2)}L{Num(bx - (uy * half))} {Num(by + (ux * half))}L{Num(bx + (uy * half))} {Num(by - (ux * half))}z", Colour, "none",
            opacity: Opacity);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        plot.Trace("scatter", new PlotlyObject
        {
            { "mode", "lines+markers" }, { "x", plot.X([X1, X2]) }, { "y", plot.Y([Y1, Y2]) }, { "opacity", Opacity },
            { "hoverinfo", Hover.Length > 0 ? "text" : "skip" }, { "hovertext", Hover },
            { "line", new PlotlyObject { { "color", Colour }, { "width", Width }, { "dash", PlotlyLook.Dash(Dash) } } },
            {
                "marker", new PlotlyObject
                {
                    { "symbol", "arrow" }, { "angleref", "previous" }, { "color", Colour }, { "standoff", Short },
                    { "size", new PlotlyValues([0, Head + Width]) },
                }
            },
        });
    }
}
