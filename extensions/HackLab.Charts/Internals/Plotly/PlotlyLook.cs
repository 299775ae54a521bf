using System.Globalization;

namespace HackLab.Charts.Internals.Plotly;

/// <summary>The same looks as in the SVG: never colour alone.</summary>
internal static class PlotlyLook
{
    /// <summary>A dash pattern of SVG in Plotly's words.</summary>
    public static string Dash(string dash) =>
        dash.Length == 0 ? "solid" : string.Join(",", dash.Split(' ').Select(length => length + "px"));

    /// <summary>A line; its shape <c>hv</c> goes from point to point in steps.</summary>
    public static PlotlyObject Line(Look look, double width = 2.4, string shape = "linear") =>
        new() { { "color", look.Colour }, { "width", width }, { "dash", Dash(look.Dash) }, { "shape", shape } };

    /// <summary>Points with a white edge.</summary>
    public static PlotlyObject Markers(Look look, double size = 7) => new()
    {
        { "color", look.Colour }, { "size", size }, { "symbol", Symbol(look.Marker) },
        { "line", new PlotlyObject { { "color", Palette.Paper }, { "width", 1 } } },
    };

    /// <summary>The colour of an area, translucent.</summary>
    public static string Tint(Look look) => Translucent(look.Colour, look.Fill == Fill.Plain ? 0.3 : 0.14);

    /// <summary>Fills a scatter trace as the look says: down to the axis, or with <c>toself</c> within its outline.</summary>
    public static void Area(PlotlyObject trace, Look look, string fill = "tozeroy")
    {
        trace.Add("fill", fill);
        if (look.Fill == Fill.Plain) trace.Add("fillcolor", Tint(look));
        else trace.Add("fillpattern", Pattern(look));
    }

    /// <summary>The marker of a bar: its area as the look says, and its outline.</summary>
    public static PlotlyObject BarMarker(Look look, double outline = 1.4)
    {
        var marker = new PlotlyObject { { "color", Tint(look) },
            { "line", new PlotlyObject { { "color", look.Colour }, { "width", outline } } } };
        if (look.Fill != Fill.Plain) marker.Add("pattern", Pattern(look));
        return marker;
    }

    /// <summary>Strokes or dots over the tint. Plotly refuses colours where there is no pattern, so plain areas have
    /// none.</summary>
    private static PlotlyObject Pattern(Look look) => new()
    {
        { "shape", look.Fill switch { Fill.Rising => "/", Fill.Falling => "\\", _ => "." } },
        { "size", 7 }, { "solidity", 0.25 }, { "fgcolor", Translucent(look.Colour, 0.6) }, { "bgcolor", Tint(look) },
        { "fillmode", "replace" },
    };

    /// <summary>#rrggbb with an opacity from 0 to 1.</summary>
    public static string Translucent(string colour, double opacity) => string.Create(
        CultureInfo.InvariantCulture, $"rgba({Channel(colour, 1)},{Channel(colour, 3)},{Channel(colour, 5)},{opacity:0.##})");

    private static int Channel(string colour, int start) =>
        int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static string Symbol(Marker marker) => marker switch
    {
        Marker.Square => "square",
        Marker.Triangle => "triangle-up",
        Marker.Diamond => "diamond",
        _ => "circle",
    };
}
