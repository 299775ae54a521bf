using System.Text;
using HackLab.Charts.Internals.Plotly;
using HackLab.Data;
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
    /// <summary>
    /// What is left of a line that runs to and fro cannot be thinned; beyond so many points it is drawn as a picture. Many lines have fewer each.
    /// </summary>
    private double MostPoints => 13_000 / Math.Max(1, 4 * Grain);

    /// <summary>The points that the line is drawn through; null if there are too many.</summary>
    private List<int>? Drawn((double X, double Y)[] pixels, double grain)
    {
        List<int> extremes = Thinning.Extremes(pixels, grain);
        if (extremes.Count > 10 * MostPoints) return null;
        List<int> kept = Thinning.Straighten(pixels, extremes, grain / 4);
        return kept.Count > 2 * MostPoints ? null : kept;
    }

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        var pixels = new (double X, double Y)[X.Count];
        for (int i = 0; i < pixels.Length; i++) pixels[i] = (to.X(X[i]), to.Y(Y[i]));
        if (Drawn(pixels, Grain) is not { } line)
        {
            svg.Picture(to.Left, to.Top, to.Width, to.Height, Scribble(pixels, to), pixelated: false, Name);
            return;
        }
        var d = new StringBuilder();
        foreach (int i in line) d.Append(d.Length == 0 ? 'M' : 'L').Append(Num(pixels[i].X)).Append(' ').Append(Num(pixels[i].Y));
        if (Shaded) svg.Path($"{d}V{Num(to.Bottom)}H{Num(pixels[line[0]].X)}z", svg.Area(Look with { Fill = Fill.Plain }), "none");
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
        if ((Points ? [.. Enumerable.Range(0, X.Count)] : Drawn(pixels, Grain * plot.Grain)) is not { } kept)
        {
            Projection to = plot.To;
            plot.Image(
                "data:image/png;base64," + Convert.ToBase64String(Scribble(pixels, to)), to.XAxis.At(0), to.YAxis.At(1), to.XAxis.At(1), to.YAxis.At(0));
            return;
        }
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

    /// <summary>The line as a picture of the plot area: every pixel that it crosses.</summary>
    private byte[] Scribble((double X, double Y)[] pixels, Projection to)
    {
        // Many lines share the bytes of a figure.
        double scale = Math.Min(1, 1 / Math.Sqrt(Math.Max(1, Grain * 2)));
        (int width, int height) = (Math.Max(1, (int)(to.Width * scale)), Math.Max(1, (int)(to.Height * scale)));
        Rgb ink = Rgb.Parse(Look.Colour[1..]);
        var samples = new ushort[width * height * 4];
        void Set(double x, double y)
        {
            int at = 4 * ((Math.Clamp((int)y, 0, height - 1) * width) + Math.Clamp((int)x, 0, width - 1));
            (samples[at], samples[at + 1], samples[at + 2], samples[at + 3]) = (ink.R, ink.G, ink.B, 255);
        }
        for (int i = 1; i < pixels.Length; i++)
        {
            (double x, double y) = ((pixels[i - 1].X - to.Left) * scale, (pixels[i - 1].Y - to.Top) * scale);
            (double dx, double dy) = (((pixels[i].X - to.Left) * scale) - x, ((pixels[i].Y - to.Top) * scale) - y);
            int steps = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(dx), Math.Abs(dy))));
            for (int k = 0; k <= steps; k++) Set(x + (dx * k / steps), y + (dy * k / steps));
        }
        return Png.Encode(new RasterImage(width, height, 4, 8, samples), PngFilter.None);
    }
}
