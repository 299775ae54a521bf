namespace HackLab.Charts.Internals.Marks;

/// <summary>The upright line that bars start from.</summary>
internal sealed record ZeroLine : Mark
{
    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to) => svg.Line(to.X(0), to.Top, to.X(0), to.Bottom, Palette.Ink, 1.2);
}
