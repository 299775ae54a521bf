namespace HackLab.Charts.Internals.Plotly;

/// <summary>An axis of a panel in Plotly's words.</summary>
internal static class PlotlyAxis
{
    /// <summary>Neighbours stay apart when zoomed in tenfold: a ten-thousandth of the axis is a tenth of a pixel.</summary>
    private const int DigitsOfRange = 5;

    /// <summary>The digits that numbers on this axis need: more where all of it lies far from zero, as times do.</summary>
    public static int Digits(Axis axis)
    {
        double range = Math.Abs(axis.Max - axis.Min), largest = Math.Max(Math.Abs(axis.Min), Math.Abs(axis.Max));
        return Math.Clamp(DigitsOfRange + (int)Math.Ceiling(Math.Log10(largest / range)), DigitsOfRange, 16);
    }

    /// <summary>Where an annotation stands: Plotly wants the logarithm of the value on a logarithmic axis, but for shapes and
    /// traces the value.</summary>
    public static double Position(Axis axis, double value) => axis.Log ? Math.Log10(value) : value;

    /// <summary>The layout of one axis.</summary>
    /// <param name="axis">The axis.</param>
    /// <param name="ticks">The ticks of the SVG; names are taken from them, of numbers only about how many.</param>
    /// <param name="anchor">The other axis of the panel.</param>
    /// <param name="from">Where it starts, as a share of the plot.</param>
    /// <param name="to">Where it ends, as a share of the plot.</param>
    /// <param name="turned">Whether names run upwards.</param>
    public static PlotlyObject Layout(Axis axis, IReadOnlyList<Tick> ticks, string anchor, double from, double to,
        bool turned = false)
    {
        bool isNumeric = axis.Categories is null && axis.Given is null;
        (double first, double last) = (Position(axis, axis.Min), Position(axis, axis.Max));
        var layout = new PlotlyObject
        {
            { "type", axis.Log ? "log" : "linear" }, { "anchor", anchor }, { "domain", new PlotlyValues([from, to]) },
            { "range", new PlotlyValues(axis.Reversed ? [last, first] : [first, last], 12) },
        };
        // Plotly's own check complains of settings for what is not shown.
        if (axis.Hidden)
        {
            layout.Add("visible", false);
            return layout;
        }
        layout.Add("title",
            new PlotlyObject { { "text", axis.Label }, { "font", new PlotlyObject { { "size", Style.Label } } },
            { "standoff", 6 } });
        layout.Add("zeroline", false);
        layout.Add("showgrid", axis.Grid);
        if (axis.Grid) layout.Add("gridcolor", Palette.Grid);
        layout.Add("showline", isNumeric);
        layout.Add("ticks", "outside");
        layout.Add("showticklabels", axis.TickLabels);
        if (axis.TickLabels) layout.Add("tickfont", new PlotlyObject { { "size", Style.Text } });
        if (isNumeric)
        {
            layout.Add("linecolor", Palette.Frame);
            layout.Add("ticklen", 5);
            layout.Add("tickcolor", Palette.Frame);
            layout.Add("nticks", Math.Max(3, ticks.Count + 1));
        }
        if (isNumeric && axis.TickLabels)
        {
            layout.Add("exponentformat", "power");
            layout.Add("separatethousands", true);
        }
        if (!isNumeric)
        {
            // Unseen ticks keep names off the plot.
            layout.Add("ticklen", 4);
            layout.Add("tickcolor", "rgba(0,0,0,0)");
            layout.Add("tickangle", turned ? -90 : 0);
            layout.Add("tickmode", "array");
            layout.Add("tickvals", new PlotlyValues([.. ticks.Select(t => t.Value)]));
            layout.Add("ticktext", ticks.Select(t => t.Label).ToArray());
        }
        return layout;
    }
}
