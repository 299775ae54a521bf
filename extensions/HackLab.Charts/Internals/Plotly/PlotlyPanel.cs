namespace HackLab.Charts.Internals.Plotly;

/// <summary>
/// What the marks of one panel put into a Plotly figure. Values are given in the units of the axes, as data; on logarithmic
/// axes too.
/// </summary>
internal sealed class PlotlyPanel(Projection to, int number, PlotlyLegend legend, double grain)
{
    private readonly List<PlotlyObject> _shapes = [], _annotations = [], _images = [], _traces = [];
    private readonly List<(double X, double Y, double Size, string Text)> _spots = [];

    /// <summary>Where the panel lies on the page, in the pixels of the SVG.</summary>
    public Projection To => to;

    /// <summary>
    /// Detail finer than this many pixels is to be left out: 0.5, and larger for a figure that would not fit its size limit.
    /// </summary>
    public double Grain => grain;

    public IReadOnlyList<PlotlyObject> Shapes => _shapes;

    public IReadOnlyList<PlotlyObject> Annotations => _annotations;

    public IReadOnlyList<PlotlyObject> Images => _images;

    /// <summary>All traces, the invisible one that carries the texts of <see cref="Spot"/> last.</summary>
    public IEnumerable<PlotlyObject> Traces => _spots.Count == 0 ? _traces : _traces.Append(Spots());

    private string XName => number == 1 ? "x" : $"x{number}";

    private string YName => number == 1 ? "y" : $"y{number}";

    /// <summary>Horizontal values, with the digits that this axis needs.</summary>
    public PlotlyValues X(IReadOnlyList<double> values) => new(values, PlotlyAxis.Digits(to.XAxis));

    /// <summary>Vertical values, with the digits that this axis needs.</summary>
    public PlotlyValues Y(IReadOnlyList<double> values) => new(values, PlotlyAxis.Digits(to.YAxis));

    /// <summary>
    /// Adds a trace. With a look that the legend explains, the trace takes the name it has there, and a click on the legend
    /// hides and shows it.
    /// </summary>
    /// <param name="type">Plotly's type, such as <c>scatter</c>, <c>bar</c> or <c>heatmap</c>.</param>
    /// <param name="trace">Its members, other than type, axes and legend.</param>
    /// <param name="look">Its look in the legend; null for none.</param>
    public void Trace(string type, PlotlyObject trace, Look? look = null)
    {
        var whole = new PlotlyObject { { "type", type }, { "xaxis", XName }, { "yaxis", YName } };
        foreach ((string name, object value) in trace) whole.Put(name, value);
        legend.Name(whole, look);
        _traces.Add(whole);
    }

    /// <summary>A filled rectangle that is no data of its own.</summary>
    public void Rect(double x0, double y0, double x1, double y1, string fill, string stroke = "", double width = 0) =>
        _shapes.Add(new()
    {
        { "type", "rect" }, { "xref", XName }, { "yref", YName },
        { "x0", x0 }, { "y0", y0 }, { "x1", x1 }, { "y1", y1 },
        { "fillcolor", fill },
        { "line", new PlotlyObject { { "width", width }, { "color", stroke.Length > 0 ? stroke : fill } } },
        { "layer", "below" },
    });

    /// <summary>A line that is no data, such as one to compare with.</summary>
    public void Line(double x0, double y0, double x1, double y1, string colour, double width = 1, string dash = "") =>
        _shapes.Add(new()
    {
        { "type", "line" }, { "xref", XName }, { "yref", YName },
        { "x0", x0 }, { "y0", y0 }, { "x1", x1 }, { "y1", y1 },
        { "line", new PlotlyObject { { "width", width }, { "color", colour }, { "dash", PlotlyLook.Dash(dash) } } },
    });

    /// <summary>A text at a point of the axes.</summary>
    /// <param name="x">Where it stands.</param>
    /// <param name="y">Where it stands.</param>
    /// <param name="text">What it says.</param>
    /// <param name="anchor"><c>start</c>, <c>middle</c> or <c>end</c>, as in SVG.</param>
    /// <param name="size">The font's size in pixels.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="bold">Whether it is bold.</param>
    /// <param name="angle">Turned clockwise by so many degrees.</param>
    /// <param name="dx">Moved to the right by so many pixels.</param>
    /// <param name="dy">Moved down by so many pixels.</param>
    /// <param name="halo">Whether what lies below is faded, for texts over data.</param>
    public void Text(
        double x, double y, string text, string anchor = "start", double size = Style.Text, string colour = Palette.Ink,
        bool bold = false, double angle = 0, double dx = 0, double dy = 0, bool halo = false) => _annotations.Add(new()
    {
        { "bgcolor", halo ? PlotlyLook.Translucent(Palette.Paper, 0.75) : "rgba(0,0,0,0)" },
        { "xref", XName }, { "yref", YName },
        { "x", PlotlyAxis.Position(to.XAxis, x) }, { "y", PlotlyAxis.Position(to.YAxis, y) },
        { "text", bold ? new PlotlyMarkup($"<b>{PlotlyText.Escape(text)}</b>") : new PlotlyMarkup(PlotlyText.Escape(text)) },
        { "showarrow", false }, { "xanchor", anchor switch { "start" => "left", "end" => "right", _ => "center" } },
        { "yanchor", "middle" },
        { "xshift", dx }, { "yshift", -dy }, { "textangle", angle }, { "borderpad", 0 },
        { "font", new PlotlyObject { { "size", size }, { "color", colour } } },
    });

    /// <summary>An image between two corners, under the traces.</summary>
    /// <param name="source">A data address such as <c>data:image/png;base64,…</c>.</param>
    /// <param name="left">The left edge.</param>
    /// <param name="top">The upper edge.</param>
    /// <param name="right">The right edge.</param>
    /// <param name="bottom">The lower edge.</param>
    public void Image(string source, double left, double top, double right, double bottom) => _images.Add(new()
    {
        { "source", source }, { "xref", XName }, { "yref", YName },
        { "x", PlotlyAxis.Position(to.XAxis, left) }, { "y", PlotlyAxis.Position(to.YAxis, top) },
        { "sizex", Math.Abs(PlotlyAxis.Position(to.XAxis, right) - PlotlyAxis.Position(to.XAxis, left)) },
        { "sizey", Math.Abs(PlotlyAxis.Position(to.YAxis, bottom) - PlotlyAxis.Position(to.YAxis, top)) },
        { "xanchor", "left" }, { "yanchor", "top" }, { "sizing", "stretch" }, { "layer", "below" },
    });

    /// <summary>A place that says something when the pointer rests on it, for what is drawn as shape, text or image.</summary>
    /// <param name="x">Its centre.</param>
    /// <param name="y">Its centre.</param>
    /// <param name="text">What it says.</param>
    /// <param name="size">Its diameter in pixels.</param>
    public void Spot(double x, double y, string text, double size = 16)
    {
        if (text.Length > 0) _spots.Add((x, y, size, text));
    }

    private PlotlyObject Spots() => new()
    {
        { "type", "scatter" }, { "xaxis", XName }, { "yaxis", YName }, { "mode", "markers" }, { "showlegend", false },
        { "hoverinfo", "text" },
        { "x", X([.. _spots.Select(s => s.X)]) }, { "y", Y([.. _spots.Select(s => s.Y)]) },
        { "hovertext", _spots.Select(s => s.Text).ToArray() },
        { "marker", new PlotlyObject { { "opacity", 0 }, { "size", new PlotlyValues([.. _spots.Select(s => s.Size)], 3) },
        { "color", Palette.Muted } } },
    };
}
