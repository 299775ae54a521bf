using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A dashed line across the whole panel at one value, with its name.</summary>
/// <param name="Value">Where it stands.</param>
/// <param name="IsUpright">Whether it stands at a value of the horizontal axis.</param>
/// <param name="Label">Its name; may be empty.</param>
internal sealed record RuleLine(double Value, bool IsUpright, string Label) : Mark
{
    /// <summary>Its colour.</summary>
    public string Colour { get; init; } = Palette.Ink;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        if (IsUpright) svg.Line(to.X(Value), to.Top, to.X(Value), to.Bottom, Colour, 1.5, "6 4");
        else svg.Line(to.Left, to.Y(Value), to.Right, to.Y(Value), Colour, 1.5, "6 4");
        if (Label.Length == 0) return;
        (double x, double y, string anchor) = Place(to);
        svg.Text(x, y, Label, anchor, colour: Colour, halo: true);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        (Axis x, Axis y) = (plot.To.XAxis, plot.To.YAxis);
        if (IsUpright) plot.Line(Value, y.Min, Value, y.Max, Colour, 1.5, "6 4");
        else plot.Line(x.Min, Value, x.Max, Value, Colour, 1.5, "6 4");
        if (Label.Length == 0) return;
        string anchor = Place(plot.To).Anchor;
        if (IsUpright) plot.Text(Value, y.Max, Label, anchor, colour: Colour, dx: anchor == "start" ? 6 : -6, dy: 10, halo: true);
        else plot.Text(x.Max, Value, Label, "end", colour: Colour, dx: -4, dy: -9, halo: true);
    }

    /// <summary>Beside an upright line, where there is room; above a level one, at its end.</summary>
    private (double X, double Y, string Anchor) Place(Projection to)
    {
        if (!IsUpright) return (to.Right - 4, to.Y(Value) - to.Top > 20 ? to.Y(Value) - 5 : to.Y(Value) + 16, "end");
        bool right = to.X(Value) + 6 + TextWidth.Of(Label, Style.Text) <= to.Right;
        return (to.X(Value) + (right ? 6 : -6), to.Top + 14, right ? "start" : "end");
    }
}
