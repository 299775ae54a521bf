using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>The upright line that bars start from.</summary>
internal sealed record ZeroLine : Mark
{
    /// <inheritdoc/>
    public override void Draw(SvgWriter svg, Projection to) => svg.Line(to.X(0), to.Top, to.X(0), to.Bottom, Palette.Ink, 1.2);

    /// <inheritdoc/>
    public override void Plot(PlotlyPanel plot) => plot.Line(0, plot.To.YAxis.Min, 0, plot.To.YAxis.Max, Palette.Ink, 1.2);
}
