using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>One cell of a matrix: its shade and the numbers in it.</summary>
/// <param name="Column">Its column, from 0.</param>
/// <param name="Row">Its row, from 0 at the top.</param>
/// <param name="Shade">Its colour.</param>
/// <param name="Number">The large number; may be empty.</param>
/// <param name="Below">The smaller line under it; may be empty.</param>
/// <param name="Hover">What it says when the pointer rests on it.</param>
internal sealed record Cell(int Column, int Row, Rgb Shade, string Number, string Below, string Hover) : Mark
{
    /// <summary>The paper between cells, in pixels.</summary>
    public double Gap { get; init; } = 3;

    /// <summary>Whether the number is written large and bold.</summary>
    public bool Large { get; init; } = true;

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        (double left, double right) = (to.X(Column), to.X(Column + 1));
        (double top, double bottom) = (Math.Min(to.Y(Row), to.Y(Row + 1)), Math.Max(to.Y(Row), to.Y(Row + 1)));
        (double x, double y, double width) = ((left + right) / 2, (top + bottom) / 2, right - left);
        svg.Rect(left, top, width, bottom - top, Shade.ToString(), $"stroke=\"{Palette.Paper}\" stroke-width=\"{SvgWriter.Num(Gap)}\"", Hover);
        if (Number.Length == 0) return;
        (double size, bool second) = Fit(width);
        svg.Text(x, y + (second ? 0 : size / 3), Number, "middle", size, Shade.Ink, bold: Large);
        if (second) svg.Text(x, y + 20, Below, "middle", Style.Text, Shade.Ink);
    }

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot)
    {
        double width = plot.To.X(Column + 1) - plot.To.X(Column);
        (double size, bool second) = Fit(width);
        plot.Rect(Column, Row, Column + 1, Row + 1, Shade.ToString(), Palette.Paper, Gap);
        if (Number.Length > 0) plot.Text(Column + 0.5, Row + 0.5, Number, "middle", size, Shade.Ink, bold: Large, dy: second ? -8 : 0);
        if (second) plot.Text(Column + 0.5, Row + 0.5, Below, "middle", Style.Text, Shade.Ink, dy: 14);
        plot.Spot(Column + 0.5, Row + 0.5, Hover, width);
    }

    /// <summary>The number's size, and whether there is room for the line below it.</summary>
    private (double Size, bool Second) Fit(double width)
    {
        if (!Large) return (Style.Text, false);
        double size = Math.Clamp(width / 6, Style.Text, 22);
        while (size > Style.Text && TextWidth.Of(Number, size, bold: Large) > width - 8) size--;
        return (size, Below.Length > 0 && TextWidth.Of(Below, Style.Text) < width - 8);
    }
}
