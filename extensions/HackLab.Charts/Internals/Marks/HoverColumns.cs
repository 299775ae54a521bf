namespace HackLab.Charts.Internals.Marks;

/// <summary>Invisible columns that tell the numbers of a bin when the pointer rests on it.</summary>
/// <param name="Edges">The columns' edges, shape [columns + 1].</param>
/// <param name="Texts">What each says, shape [columns].</param>
internal sealed record HoverColumns(IReadOnlyList<double> Edges, IReadOnlyList<string> Texts) : Mark
{
    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to)
    {
        for (int i = 0; i < Texts.Count; i++)
        {
            double left = to.X(Edges[i]);
            svg.Rect(left, to.Top, to.X(Edges[i + 1]) - left, to.Height, "none", "pointer-events=\"all\"", Texts[i]);
        }
    }
}
