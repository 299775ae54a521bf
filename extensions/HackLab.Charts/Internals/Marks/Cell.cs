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
        // White on the dark half of the scale, ink on the light half: at least 4.5 to 1 contrast either way.
        string ink = Share > 0.62 ? Palette.Paper : Palette.Ink;
        double size = Math.Clamp(width / 6, Style.Text, 22);
        bool second = Below.Length > 0 && TextWidth.Of(Below, Style.Text) < width - 8;
        svg.Text(x, y + (second ? 0 : size / 3), Number, "middle", size, ink, bold: true);
        if (second) svg.Text(x, y + 20, Below, "middle", Style.Text, ink);
    }

    /// <summary>From near white to the palette's blue, evenly.</summary>
    private string Shade()
    {
        (double r, double g, double b) = (0xF2 + (Share * (0x00 - 0xF2)), 0xF6 + (Share * (0x60 - 0xF6)), 0xFA + (Share * (0x98 - 0xFA)));
        return $"#{(int)Math.Round(r):x2}{(int)Math.Round(g):x2}{(int)Math.Round(b):x2}";
    }
}
