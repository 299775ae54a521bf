using System.Text;
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
}
