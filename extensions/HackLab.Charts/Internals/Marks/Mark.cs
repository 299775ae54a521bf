using HackLab.Charts.Internals.Plotly;

namespace HackLab.Charts.Internals.Marks;

/// <summary>Something drawn inside a panel's axes.</summary>
internal abstract record Mark
{
    /// <summary>Draws it in pixels.</summary>
    public abstract void Draw(SvgWriter svg, Projection to);

    /// <summary>Says the same to Plotly: its traces, shapes and texts, in the units of the axes.</summary>
    public abstract void Plot(PlotlyPanel plot);
}
