namespace HackLab.Charts.Internals.Plotly;

/// <summary>Colour maps and bars in Plotly's words.</summary>
internal static class PlotlyColours
{
    /// <summary>
    /// A trace without points that carries the bar for colours, beside a plot area. On a logarithmic bar the ticks are named,
    /// since
    /// Plotly knows linear ones only.
    /// </summary>
    /// <param name="colours">What the colours stand for.</param>
    /// <param name="right">The bar's left edge, as a share of the plot.</param>
    /// <param name="bottom">Its lower end, as a share of the plot.</param>
    /// <param name="top">Its upper end.</param>
    /// <param name="height">Its height in pixels.</param>
    public static PlotlyObject Bar(ColourAxis colours, double right, double bottom, double top, double height)
    {
        Axis axis = colours.AsAxis;
        IReadOnlyList<Tick> ticks = axis.TicksFor(height, 40);
        return new()
        {
            { "type", "scatter" }, { "mode", "markers" }, { "x", new PlotlyValues([double.NaN]) },
            { "y", new PlotlyValues([double.NaN]) },
            { "showlegend", false }, { "hoverinfo", "skip" },
            {
                "marker", new PlotlyObject
                {
                    { "color", new PlotlyValues([0]) }, { "cmin", 0 }, { "cmax", 1 }, { "showscale", true },
                    { "colorscale", Scale(colours.Map) },
                    {
                        "colorbar", new PlotlyObject
                        {
                            { "x", right }, { "xanchor", "left" }, { "xpad", 12 }, { "y", bottom }, { "yanchor", "bottom" },
                            { "ypad", 0 },
                            { "thickness", 15 }, { "len", top - bottom }, { "outlinecolor", Palette.Frame },
                            { "tickmode", "array" },
                            { "tickvals", new PlotlyValues([.. ticks.Select(t => axis.Place(t.Value))]) },
                            { "ticktext", ticks.Select(t => t.Label).ToArray() }, { "ticks", "outside" },
                            { "title", new PlotlyObject { { "text", colours.Label }, { "side", "right" },
                            { "font", new PlotlyObject { { "size", Style.Label } } } } },
                        }
                    },
                }
            },
        };
    }

    /// <summary>A map as 17 colours at even steps.</summary>
    public static PlotlyPairs Scale(ColourMap map) =>
        new([.. Enumerable.Range(0, 17).Select(i => (i / 16.0, ColourTable.Of(map, i / 16.0).ToString()))]);
}

/// <summary>Places from 0 to 1 and the colour at each: [[0, "#440154"], …].</summary>
internal readonly record struct PlotlyPairs(IReadOnlyList<(double Place, string Colour)> Pairs);
