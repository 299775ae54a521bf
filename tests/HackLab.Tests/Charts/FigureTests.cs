using System.Globalization;
using System.Xml.Linq;
using HackLab.Charts;
using HackLab.Charts.Internals;
using HackLab.Data;
using HackLab.Learning;
using Xunit;

namespace HackLab.Tests.Charts;

/// <summary>What must hold for every figure.</summary>
public class FigureTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    private static readonly IReadOnlyDictionary<string, Func<Figure>> _figures = SampleFigures.All;

    // Drawn once: one test compares each with all others.
    private static readonly Lazy<Dictionary<string, Figure>> _drawn = new(() => SampleFigures.All.ToDictionary(f => f.Key, f => f.Value()));

    public static TheoryData<string> Names => [.. _figures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_title_axes_alternative_text_and_finite_numbers_in_well_formed_svg(string name)
    {
        Figure figure = _drawn.Value[name];
        string text = figure.ToSvg();
        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(text), 500, 200_000);
        XElement svg = XElement.Parse(text);
        foreach (XElement image in svg.Descendants(_svg + "image"))
        {
            string address = image.Attribute("href")!.Value;
            Assert.NotEqual(0, Png.Decode(Convert.FromBase64String(address["data:image/png;base64,".Length..])).Width);
            text = text.Replace(address, "", StringComparison.Ordinal);   // any letters may stand in a picture
        }
        Assert.Equal("img", svg.Attribute("role")!.Value);
        string[] labels = svg.Attribute("aria-labelledby")!.Value.Split(' ');
        string[] ids = [svg.Element(_svg + "title")!.Attribute("id")!.Value, svg.Element(_svg + "desc")!.Attribute("id")!.Value];
        Assert.Equal(ids, labels);
        Assert.Equal(figure.Title.Length, svg.Element(_svg + "title")!.Value.Length);
        Assert.True(figure.Description.Length > figure.Title.Length + 20, figure.Description);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
        Assert.All(Texts(svg), t => Assert.True(t.Size >= 13, $"'{t.Text}' is {t.Size} px"));
        Assert.NotEmpty(figure.ToText());
        Assert.Contains(figure.ToSvg(), figure.ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_covers_another_or_leaves_the_picture(string name)
    {
        Figure figure = _drawn.Value[name];
        Placed[] texts = [.. Texts(XElement.Parse(figure.ToSvg()))];
        foreach (Placed t in texts)
            Assert.True(t.Left >= -1 && t.Right <= figure.Width + 1 && t.Top >= -1 && t.Bottom <= figure.Height + 1, $"'{t.Text}' leaves the picture");
        for (int i = 0; i < texts.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (Placed a, Placed b) = (texts[i], texts[j]);
                bool apart = a.Right <= b.Left || b.Right <= a.Left || a.Bottom <= b.Top || b.Bottom <= a.Top;
                Assert.True(apart, $"'{a.Text}' covers '{b.Text}'");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Ids_are_its_own_the_same_on_every_run_and_all_references_resolve(string name)
    {
        XElement svg = XElement.Parse(_drawn.Value[name].ToSvg());
        string[] ids = [.. svg.DescendantsAndSelf().Select(e => e.Attribute("id")?.Value).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(_drawn.Value[name].ToSvg(), _figures[name]().ToSvg());
        string[] used = [.. svg.Descendants().Select(e => e.Attribute("fill")?.Value).OfType<string>().Where(f => f.StartsWith("url(#", StringComparison.Ordinal))];
        Assert.All(used, url => Assert.Contains(url[5..^1], ids));
        string[] others = [.. _drawn.Value.Where(f => f.Key != name).Select(f => f.Value.ToSvg())];
        Assert.All(ids, id => Assert.All(others, other => Assert.DoesNotContain($"\"{id}\"", other, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_small_and_well_formed_as_Plotly_JSON_with_finite_numbers(string name)
    {
        string json = _drawn.Value[name].ToPlotlyJson();
        Assert.InRange(json.Length, 500, 200_000);
        using var parsed = System.Text.Json.JsonDocument.Parse(json);
        Assert.NotEqual(0, parsed.RootElement.GetProperty("layout").GetProperty("xaxis").GetProperty("range").GetArrayLength());
        Assert.All(parsed.RootElement.GetProperty("layout").GetProperty("xaxis").GetProperty("range").EnumerateArray(), end => Assert.True(double.IsFinite(end.GetDouble())));
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = string.Concat(_drawn.Value.Values.Select(f => f.ToSvg() + f.ToText()));
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator, comma.NumberFormat.NegativeSign) = (",", ".", "~");
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, string.Concat(_figures.Values.Select(f => f()).Select(f => f.ToSvg() + f.ToText())));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Where the texts of a figure stand, as far as their widths can be known without a font.</summary>
    private static IEnumerable<Placed> Texts(XElement svg)
    {
        foreach (XElement t in svg.Descendants(_svg + "text"))
        {
            double Number(string attribute, double otherwise) =>
                double.Parse(t.Attribute(attribute)?.Value ?? otherwise.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            double size = Number("font-size", 13), x = Number("x", 0), y = Number("y", 0);
            double width = TextWidth.Of(t.Value, size, t.Attribute("font-weight") is not null);
            double shift = t.Attribute("text-anchor")?.Value switch { "middle" => width / 2, "end" => width, _ => 0 };
            string rotation = t.Attribute("transform")?.Value ?? "";
            if (rotation.StartsWith("rotate(-90", StringComparison.Ordinal)) yield return new(t.Value, size, x - (0.8 * size), x + (0.2 * size), y - width + shift, y + shift);
            else if (rotation.Length == 0) yield return new(t.Value, size, x - shift, x - shift + width, y - (0.75 * size), y + (0.2 * size));
        }
    }

    private sealed record Placed(string Text, double Size, double Left, double Right, double Top, double Bottom);
}
