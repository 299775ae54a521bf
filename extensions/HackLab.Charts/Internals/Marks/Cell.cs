using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>One cell of a matrix: its shade and the numbers in it.</summary>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Row">Its row, from 0 at the top.</param>
/// <param name="Share">How dark, from 0 to 1.</param>
/// <param name="Number">The large number.</param>
/// <param name="Below">The smaller line under it; may be empty.</param>
/// <param name="Hover">What it says when the pointer rests on it.</param>
internal sealed record Cell(int Column, int Row, double Share, string Number, string Below, string Hover) : Mark
{
    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        (double left, double right) = (to.X(Column), to.X(Column + 1));
        (double top, double bottom) = (Math.Min(to.Y(Row), to.Y(Row + 1)), Math.Max(to.Y(Row), to.Y(Row + 1)));
        (double x, double y, double width) = ((left + right) / 2, (top + bottom) / 2, right - left);
        svg.Rect(left, top, width, bottom - top, Shade(), $"stroke=\"{Palette.Paper}\" stroke-width=\"3\"", Hover);
        (double size, bool second) = Fit(width);
        svg.Text(x, y + (second ? 0 : size / 3), Number, "middle", size, Ink(), bold: true);
        if (second) svg.Text(x, y + 20, Below, "middle", Style.Text, Ink());
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        double width = plot.To.X(Column + 1) - plot.To.X(Column);
        (double size, bool second) = Fit(width);
        plot.Rect(Column, Row, Column + 1, Row + 1, Shade(), Palette.Paper, 3);
        plot.Text(Column + 0.5, Row + 0.5, Number, "middle", size, Ink(), bold: true, dy: second ? -8 : 0);
        if (second) plot.Text(Column + 0.5, Row + 0.5, Below, "middle", Style.Text, Ink(), dy: 14);
        plot.Spot(Column + 0.5, Row + 0.5, Hover, width);
    }

    /// <summary>The number's size, and whether there is room for the line below it.</summary>
    private (double Size, bool Second) Fit(double width)
    {
        double size = Math.Clamp(width / 6, Style.Text, 22);
        while (size > Style.Text && TextWidth.Of(Number, size, bold: true) > width - 8) size--;
        return (size, Below.Length > 0 && TextWidth.Of(Below, Style.Text) < width - 8);
    }

    /// <summary>Whichever of black and white stands out more: at least 4.5 to 1 on every shade (WCAG 2.1, contrast ratio).</summary>
    private string Ink() => Luminance() > 0.179 ? "#000000" : Palette.Paper;

    /// <summary>From near white to the palette's blue, evenly.</summary>
    private (double R, double G, double B) Rgb() =>
        (0xF2 + (Share * (0x00 - 0xF2)), 0xF6 + (Share * (0x60 - 0xF6)), 0xFA + (Share * (0x98 - 0xFA)));

    private string Shade()
    {
        (double r, double g, double b) = Rgb();
        return $"#{(int)Math.Round(r):x2}{(int)Math.Round(g):x2}{(int)Math.Round(b):x2}";
    }

    /// <summary>The relative luminance of sRGB, as WCAG 2.1 defines it.</summary>
    private double Luminance()
    {
        static double Linear(double c) => c / 255 <= 0.04045 ? c / 255 / 12.92 : Math.Pow(((c / 255) + 0.055) / 1.055, 2.4);
        (double r, double g, double b) = Rgb();
        return (0.2126 * Linear(r)) + (0.7152 * Linear(g)) + (0.0722 * Linear(b));
    }
}
