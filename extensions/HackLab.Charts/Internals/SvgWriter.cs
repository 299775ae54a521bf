using System.Globalization;
using System.Text;

namespace HackLab.Charts.Internals;

/// <summary>Writes SVG elements: numbers with at most one decimal in the invariant culture, texts escaped.</summary>
internal sealed class SvgWriter
{
    /// <summary>
    /// Stands before every id until the figure is complete and its own prefix is known. A control character, because no
    /// escaped text can contain one.
    /// </summary>
    public const char IdMark = '\u0001';

    private readonly StringBuilder _out = new();
    private readonly HashSet<Look> _patterns = [];
    private readonly HashSet<ColourMap> _ramps = [];

    public void Raw(string svg) => _out.Append(svg);

    public void Line(double x1, double y1, double x2, double y2, string colour, double width = 1, string dash = "")
    {
        _out.Append("<line x1=\"").Append(Num(x1)).Append("\" y1=\"").Append(Num(y1)).Append("\" x2=\"").Append(Num(x2))
            .Append("\" y2=\"").Append(Num(y2)).Append("\" stroke=\"").Append(colour).Append('"');
        Stroke(width, dash);
        _out.Append("/>");
    }

    /// <summary>A rectangle; with a <paramref name="hover"/> text, that is shown when the pointer rests on it.</summary>
    public void Rect(double x, double y, double width, double height, string fill, string more = "", string hover = "")
    {
        _out.Append("<rect x=\"").Append(Num(x)).Append("\" y=\"").Append(Num(y)).Append("\" width=\"").Append(Num(width))
            .Append("\" height=\"").Append(Num(height)).Append("\" fill=\"").Append(fill).Append('"');
        if (more.Length > 0) _out.Append(' ').Append(more);
        Close("rect", hover);
    }

    public void Path(
        string d, string fill, string stroke, double width = 2, string dash = "", string hover = "", double opacity = 1, bool evenOdd = false)
    {
        _out.Append("<path d=\"").Append(d).Append("\" fill=\"").Append(fill).Append("\" stroke=\"").Append(stroke).Append('"');
        if (stroke != "none") Stroke(width, dash);
        if (stroke != "none") _out.Append(" stroke-linejoin=\"round\"");
        if (evenOdd) _out.Append(" fill-rule=\"evenodd\"");
        if (opacity != 1) _out.Append(" opacity=\"").Append(opacity.ToString("0.##", CultureInfo.InvariantCulture)).Append('"');
        Close("path", hover);
    }

    /// <summary>A text whose baseline starts, ends or is centred (<paramref name="anchor"/>) at a point.</summary>
    public void Text(
        double x, double y, string text, string anchor = "start", double size = Style.Text, string colour = Palette.Ink,
        bool bold = false, double rotate = 0, bool halo = false)
    {
        _out.Append("<text x=\"").Append(Num(x)).Append("\" y=\"").Append(Num(y)).Append('"');
        if (anchor != "start") _out.Append(" text-anchor=\"").Append(anchor).Append('"');
        if (size != Style.Text) _out.Append(" font-size=\"").Append(Num(size)).Append('"');
        if (colour != Palette.Ink) _out.Append(" fill=\"").Append(colour).Append('"');
        if (bold) _out.Append(" font-weight=\"600\"");
        // Over data: a rim of paper around the letters keeps them readable.
        if (halo) _out.Append(" stroke=\"").Append(Palette.Paper).Append("\" stroke-width=\"4\" stroke-linejoin=\"round\" paint-order=\"stroke\"");
        if (rotate != 0) _out.Append(" transform=\"rotate(").Append(Num(rotate)).Append(' ').Append(Num(x)).Append(' ').Append(Num(y)).Append(")\"");
        _out.Append('>').Append(Escape(text)).Append("</text>");
    }

    /// <summary>A point on a curve.</summary>
    public void Point(double x, double y, Look look, double radius = 3.6, string hover = "", string? colour = null) =>
        Path(PointShape(x, y, look.Marker, radius), colour ?? look.Colour, Palette.Paper, 1, "", hover);

    /// <summary>The outline of a point as path data, closed, so that many points can share one path.</summary>
    public static string PointShape(double x, double y, Marker marker, double r) => marker switch
    {
        Marker.Square => $"M{Num(x - r)} {Num(y - r)}h{Num(2 * r)}v{Num(2 * r)}h{Num(-2 * r)}z",
        Marker.Triangle => $"M{Num(x)} {Num(y - (1.2 * r))}l{Num(1.2 * r)} {Num(2.1 * r)}h{Num(-2.4 * r)}z",
        Marker.Diamond => $"M{Num(x)} {Num(y - (1.3 * r))}l{Num(1.3 * r)} {Num(1.3 * r)}l{Num(-1.3 * r)} {Num(1.3 * r)}l{Num(-1.3 * r)} {Num(-1.3 * r)}z",
        _ => $"M{Num(x - r)} {Num(y)}a{Num(r)} {Num(r)} 0 1 0 {Num(2 * r)} 0a{Num(r)} {Num(r)} 0 1 0 {Num(-2 * r)} 0z",
    };

    /// <summary>The value of a fill attribute for a look's area; defines the pattern it needs once.</summary>
    public string Area(Look look)
    {
        _patterns.Add(look with { Dash = "", Marker = Marker.Circle });   // a pattern depends on neither
        return $"url(#{PatternId(look)})";
    }

    /// <summary>The value of a fill attribute for all colours of a map, the first at the bottom; defines the ramp once.</summary>
    public string Ramp(ColourMap map)
    {
        _ramps.Add(map);
        return $"url(#{IdMark}{map})";
    }

    /// <summary>A picture as PNG; pixels larger than the screen's stay squares.</summary>
    public void Picture(double x, double y, double width, double height, byte[] png, bool pixelated, string hover = "")
    {
        _out.Append("<image x=\"").Append(Num(x)).Append("\" y=\"").Append(Num(y)).Append("\" width=\"").Append(Num(width))
            .Append("\" height=\"").Append(Num(height)).Append("\" preserveAspectRatio=\"none\"");
        if (pixelated) _out.Append(" style=\"image-rendering:pixelated\"");
        _out.Append(" href=\"data:image/png;base64,").Append(Convert.ToBase64String(png)).Append('"');
        Close("image", hover);
    }

    /// <summary>What was written, with the patterns it uses in front.</summary>
    public string Finish()
    {
        var head = new StringBuilder("<defs>");
        foreach (Look look in _patterns) head.Append(Pattern(look));
        foreach (ColourMap map in _ramps) head.Append(Ramp17(map));
        return head.Append("</defs>").Append(_out).ToString();
    }

    /// <summary>At most one decimal: a tenth of a pixel is finer than anyone sees.</summary>
    public static string Num(double value)
    {
        string text = value.ToString("0.#", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Text for XML: markup escaped, characters that XML does not allow replaced.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (pair) safe.Append(c).Append(text[++i]);
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF' || (c < ' ' && c is not ('\t' or '\n' or '\r'))) safe.Append('\uFFFD');
            else safe.Append(c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", '\'' => "&#39;", _ => c.ToString() });
        }
        return safe.ToString();
    }

    private static string PatternId(Look look) => $"{IdMark}{look.Fill}{look.Colour[1..]}";

    private static string Pattern(Look look)
    {
        (string turn, double tint, string ink) = look.Fill switch
        {
            Fill.Rising => (" patternTransform=\"rotate(45)\"", 0.14, "<path d=\"M0 0v7\" stroke=\"COLOUR\" stroke-width=\"2.4\" stroke-opacity=\".6\"/>"),
            Fill.Falling => (" patternTransform=\"rotate(-45)\"", 0.14, "<path d=\"M0 0v7\" stroke=\"COLOUR\" stroke-width=\"2.4\" stroke-opacity=\".6\"/>"),
            Fill.Dots => ("", 0.14, "<circle cx=\"3.5\" cy=\"3.5\" r=\"1.5\" fill=\"COLOUR\" fill-opacity=\".7\"/>"),
            _ => ("", 0.3, ""),
        };
        string tile = $"<rect width=\"7\" height=\"7\" fill=\"COLOUR\" fill-opacity=\"{tint.ToString(CultureInfo.InvariantCulture)}\"/>{ink}";
        return $"<pattern id=\"{PatternId(look)}\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\"{turn}>"
            + tile.Replace("COLOUR", look.Colour, StringComparison.Ordinal) + "</pattern>";
    }

    private static string Ramp17(ColourMap map)
    {
        var ramp = new StringBuilder($"<linearGradient id=\"{IdMark}{map}\" x1=\"0\" y1=\"1\" x2=\"0\" y2=\"0\">");
        for (int i = 0; i <= 16; i++)
            ramp.Append($"<stop offset=\"{(i / 16.0).ToString("0.####", CultureInfo.InvariantCulture)}\" stop-color=\"{ColourTable.Of(map, i / 16.0)}\"/>");
        return ramp.Append("</linearGradient>").ToString();
    }

    private void Stroke(double width, string dash)
    {
        if (width != 1) _out.Append(" stroke-width=\"").Append(Num(width)).Append('"');
        if (dash.Length > 0) _out.Append(" stroke-dasharray=\"").Append(dash).Append('"');
    }

    private void Close(string element, string hover)
    {
        if (hover.Length == 0) _out.Append("/>");
        else _out.Append("><title>").Append(Escape(hover)).Append("</title></").Append(element).Append('>');
    }
}
