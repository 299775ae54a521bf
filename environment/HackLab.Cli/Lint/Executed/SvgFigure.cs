using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace HackLab.Cli.Lint.Executed;

/// <summary>A figure as an SVG document, and what may be wrong with it.</summary>
internal sealed partial class SvgFigure
{
    private const int MostBytes = 200_000;

    private static readonly HashSet<string> NumberAttributes =
    [
        "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "points", "d", "viewBox", "transform",
        "opacity", "fill-opacity", "stroke-opacity", "stroke-width", "font-size", "offset",
    ];

    private readonly string _text;

    private SvgFigure(string text) => _text = text;

    /// <summary>The figures within a piece of HTML.</summary>
    public static IEnumerable<SvgFigure> In(string html) =>
        SvgElement().Matches(html).Select(match => new SvgFigure(match.Value));

    /// <summary>What is wrong, one sentence each; nothing if all is well.</summary>
    /// <param name="isChart">Whether it has axes; a drawing has none.</param>
    public IEnumerable<string> Complaints(bool isChart = true)
    {
        int bytes = Encoding.UTF8.GetByteCount(_text);
        if (bytes >= MostBytes) yield return $"it has {bytes:N0} bytes; fewer than {MostBytes:N0} are allowed";
        XElement? root = Parse(out string? error);
        if (root is null)
        {
            yield return $"it is not well-formed: {error}";
            yield break;
        }
        XNamespace svg = root.Name.Namespace;
        if ((string?)root.Attribute("role") != "img") yield return "it lacks role=\"img\"";
        if (string.IsNullOrWhiteSpace((string?)root.Element(svg + "title"))) yield return "it has no <title>";
        if (!IsDescribed(root, svg))
            yield return "it says nothing to those who cannot see it: no aria-label, and aria-labelledby does not name its <title> and <desc>";
        foreach (string complaint in root.DescendantsAndSelf().Attributes().SelectMany(NumberComplaints)) yield return complaint;
        if (!root.Descendants().Any(element => element.Name.LocalName is "path" or "rect" or "line" or "polyline" or "circle"))
            yield return "nothing is drawn in it";
        foreach (string axis in isChart ? MissingLabels(root, svg) : []) yield return $"its {axis} axis has no label";
        foreach (string label in isChart ? WithoutUnits(root, svg) : []) yield return $"its label '{label}' has no unit";
    }

    private XElement? Parse(out string? error)
    {
        try
        {
            error = null;
            return XElement.Parse(_text);
        }
        catch (XmlException wrong)
        {
            error = wrong.Message;
            return null;
        }
    }

    private static bool IsDescribed(XElement root, XNamespace svg)
    {
        if (!string.IsNullOrWhiteSpace((string?)root.Attribute("aria-label"))) return true;
        string[] named = ((string?)root.Attribute("aria-labelledby") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return named.Length > 0 && named.All(id =>
            root.Elements().Any(element => (element.Name == svg + "title" || element.Name == svg + "desc")
                && (string?)element.Attribute("id") == id && element.Value.Length > 0));
    }

    private static IEnumerable<string> NumberComplaints(XAttribute attribute)
    {
        if (!NumberAttributes.Contains(attribute.Name.LocalName)) yield break;
        string place = $"<{attribute.Parent!.Name.LocalName} {attribute.Name.LocalName}=\"{attribute.Value}\">";
        foreach (string number in Number().Matches(attribute.Value).Select(match => match.Value))
        {
            if (!double.IsFinite(double.Parse(number, CultureInfo.InvariantCulture)))
                yield return $"{place}: {number} is not finite";
        }
        // NaN, Infinity or a word: something that is neither a number nor what may stand between numbers.
        if (BetweenNumbers().Replace(Number().Replace(attribute.Value, ""), "") is { Length: > 0 } rest)
            yield return $"{place}: '{rest}' is not a number";
    }

    /// <summary>
    /// Axes whose numbers go unexplained. Where figures write them: the y label turned by 90 degrees, the x label in the same
    /// size in the middle below. Bars and other categories name themselves on one of the two; a picture of pixels shows neither
    /// numbers nor names, and a drawing without a single number, such as a circuit, has no axes.
    /// </summary>
    private static IEnumerable<string> MissingLabels(XElement root, XNamespace svg)
    {
        XElement[] texts = [.. root.Descendants(svg + "text")];
        bool namesY = texts.Any(text => (string?)text.Attribute("text-anchor") == "end" && !IsNumber(text));
        if (root.Descendants(svg + "image").Any() && !texts.Any(IsMiddle)) yield break;
        if (!texts.Any(IsNumber)) yield break;
        if (!texts.Any(IsTurned) && !namesY) yield return "y";
        if (!XLabels(texts).Any()) yield return "x";
    }

    /// <summary>Labels that name a quantity with a dimension, but not its unit.</summary>
    private static IEnumerable<string> WithoutUnits(XElement root, XNamespace svg)
    {
        XElement[] texts = [.. root.Descendants(svg + "text")];
        return texts.Where(IsTurned).Concat(XLabels(texts)).Select(text => text.Value)
            .Where(label => Quantity().IsMatch(label) && !Unit().IsMatch(label));
    }

    private static bool IsTurned(XElement text) =>
        ((string?)text.Attribute("transform"))?.Contains("rotate(-90", StringComparison.Ordinal) == true
            && text.Value.Trim().Length > 0;

    private static bool IsMiddle(XElement text) =>
        (string?)text.Attribute("text-anchor") == "middle" && text.Attribute("transform") is null;

    private static bool IsNumber(XElement text) =>
        double.TryParse(text.Value.Replace('−', '-'), CultureInfo.InvariantCulture, out _);

    private static IEnumerable<XElement> XLabels(XElement[] texts)
    {
        XElement[] middles = [.. texts.Where(IsMiddle)];
        return middles.Where(text => Y(text) >= middles.Max(Y) && !IsNumber(text) && text.Value.Trim().Length > 0);

        static double Y(XElement text) => double.Parse((string?)text.Attribute("y") ?? "0", CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("<svg\\b.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex SvgElement();

    [GeneratedRegex(@"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")]
    private static partial Regex Number();

    // Spaces, commas, path commands, names of transformations with their brackets, per cent.
    [GeneratedRegex(@"rotate|translate|scale|[\s,()%MmLlHhVvCcSsQqTtAaZz]")]
    private static partial Regex BetweenNumbers();

    // Quantities that lessons show; what has no dimension (loss, share, score, count) needs no unit.
    [GeneratedRegex(@"\b(mass|energy|momentum|time|frequency|wavelength|temperature|distance|velocity|speed|position|flux|angle)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quantity();

    [GeneratedRegex(@"\[.+\]|\(.+\)| in | per |/")]
    private static partial Regex Unit();
}
