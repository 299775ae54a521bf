using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>A text at a point of the axes.</summary>
/// <param name="X">Where it stands.</param>
/// <param name="Y">Where it stands, the middle of its letters.</param>
/// <param name="Text">What it says.</param>
/// <param name="Anchor"><c>start</c>, <c>middle</c> or <c>end</c> at that point.</param>
internal sealed record Label(double X, double Y, string Text, string Anchor = "middle") : Mark
{
    public double Dx { get; init; }

    public double Dy { get; init; }

    public double Size { get; init; } = Style.Text;

    public string Colour { get; init; } = Palette.Ink;

    public bool Bold { get; init; }

    /// <summary>Whether letters have a rim of paper, for texts over data.</summary>
    public bool Halo { get; init; }

    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to) =>
        svg.Text(to.X(X) + Dx, to.Y(Y) + Dy + (Size * 0.35), Text, Anchor, Size, Colour, Bold, halo: Halo);

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot) => plot.Text(X, Y, Text, Anchor, Size, Colour, Bold, dx: Dx, dy: Dy, halo: Halo);
}
