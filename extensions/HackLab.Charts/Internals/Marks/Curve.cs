using System.Text;
using HackLab.Charts.Internals.Plotly;
using static HackLab.Charts.Internals.SvgWriter;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A line through points in their order.</summary>
/// <param name="X">Horizontal values, shape [n].</param>
/// <param name="Y">Vertical values, shape [n].</param>
/// <param name="Look">How it is drawn.</param>
/// <param name="Name">What it is called when the pointer rests on it.</param>
/// <param name="Shaded">Whether the area down to the axis is tinted.</param>
/// <param name="Points">Whether each point is marked.</param>
/// <param name="Grain">Detail finer than this many pixels is left out.</param>
internal sealed record Curve(
    IReadOnlyList<double> X, IReadOnlyList<double> Y, Look Look, string Name, bool Shaded, bool Points, double Grain) : Mark
{
    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        var pixels = new (double X, double Y)[X.Count];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (to.X(X[i]), to.Y(Y[i]));
        List<(double X, double Y)> line = Thinning.Thin(pixels, Grain);
        var d = new StringBuilder($"M{Num(line[0].X)} {Num(line[0].Y)}");
        for (int i = 1; i < line.Count; i++) d.Append($"L{Num(line[i].X)} {Num(line[i].Y)}");
        if (Shaded) svg.Path($"{d}V{Num(to.Bottom)}H{Num(line[0].X)}z", svg.Area(Look with { Fill = Fill.Plain }), "none");
        svg.Path(d.ToString(), "none", Look.Colour, 2.4, Look.Dash, Name);
        if (!Points) return;
        for (int i = 0; i < pixels.Length; i++)
            svg.Point(pixels[i].X, pixels[i].Y, Look, hover: $"{Name}: {Numbers.Short(X[i], 4)}, {Numbers.Short(Y[i], 4)}");
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        var pixels = new (double X, double Y)[X.Count];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (plot.To.X(X[i]), plot.To.Y(Y[i]));
        // Finer than in the SVG, because one can zoom in.
        List<int> kept = Points ? [.. Enumerable.Range(0, X.Count)] : Thinning.Kept(pixels, Grain * plot.Grain);
        var trace = new PlotlyObject
        {
            { "mode", Points ? "lines+markers" : "lines" }, { "x", plot.X([.. kept.Select(i => X[i])]) }, { "y", plot.Y([.. kept.Select(i => Y[i])]) },
            { "line", PlotlyLook.Line(Look) }, { "name", Name },
        };
        if (Points) trace.Add("marker", PlotlyLook.Markers(Look));
        if (Shaded)
        {
            trace.Add("fill", "tozeroy");
            trace.Add("fillcolor", PlotlyLook.Tint(Look));
        }
        plot.Trace("scatter", trace, Look);
    }
}
