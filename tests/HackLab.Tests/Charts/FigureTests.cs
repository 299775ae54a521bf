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

    private static readonly Dictionary<string, Func<Figure>> _figures = new()
    {
        ["histogram by class"] = () => Chart.Histogram(Samples.Data(900), "mass"),
        ["histogram with a tail"] = () => Chart.Histogram(Samples.Data(900), "tail", new() { Title = "A long title that has to go on for more than one line, because it says so much" }),
        ["histogram of one value"] = () => Chart.Histogram([3f, 3f, 3f], new() { XLabel = "length [m]" }),
        ["histogram of tiny values"] = () => Chart.Histogram([1e-7f, 3e-7f, 2.5e-7f]),
        ["counts of three classes"] = () => Chart.Histogram([new Sample("a & <b>", [1, 2, 2]), new Sample("ü \u0007 😀", [2, 3]), new Sample("c", [9])], new() { Heights = BinHeight.Count }),
        ["grid"] = () => Chart.Histograms(Samples.Data(900)),
        ["grid of 28"] = () => Chart.Histograms(Samples.Data(900, 28), options: new() { Columns = 4 }),
        ["line"] = () => Chart.Line([0, 1, 2], [1e9, 2.25e9, -1e9], new() { XLabel = "time [s]", YLabel = "counts per minute [1/min]" }),
        ["one point"] = () => Chart.Line([new Series("p", [5.0])]),
        ["seven lines"] = () => Chart.Line([.. Enumerable.Range(0, 7).Select(k => new Series($"line number {k}", [.. Enumerable.Range(0, 25).Select(i => Math.Sin((i * 0.3) + k))]))]),
        ["learning curve"] = () => Chart.LearningCurve([.. Enumerable.Range(0, 80).Select(i => new TrainingStep(i, 0.7 / (1 + i), 0.8 / (1 + i), TimeSpan.Zero))]),
        ["roc"] = () => Chart.Roc([0, 0.1, 0.4, 1], [0, 0.6, 0.9, 1], 0.82),
        ["three rocs"] = () => Chart.Roc([.. Enumerable.Range(1, 3).Select(k => new RocSeries($"model {k}", [0, 0.2, 1], [0, 0.2 * k, 1], 0.5 + (0.1 * k)))], new() { ClassNames = ["no", "yes"] }),
        ["bars"] = () => Chart.Bar([new("m_wwbb", -0.93), new("a feature with a name that is far too long to fit the margin of any figure", 0.638), new("zero", 0), new("jet", 0.001)]),
        ["bars below zero"] = () => Chart.Bar(["a", "b"], [-1e-9, -3e-9]),
        ["forty bars"] = () => Chart.Bar([.. Enumerable.Range(0, 40).Select(i => $"bar {i}")], [.. Enumerable.Range(0, 40).Select(i => (double)i * i)]),
        ["confusion"] = () => Chart.ConfusionMatrix(new long[,] { { 50, 23 }, { 25, 62 } }, ["background", "signal"]),
        ["confusion of ten"] = () => Chart.ConfusionMatrix(Samples.Counts(10), [.. Enumerable.Range(0, 10).Select(i => $"class number {i}")]),
    };

    public static TheoryData<string> Names => [.. _figures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_title_axes_alternative_text_and_finite_numbers_in_well_formed_svg(string name)
    {
        Figure figure = _figures[name]();
        string text = figure.ToSvg();
        XElement svg = XElement.Parse(text);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        string[] labels = svg.Attribute("aria-labelledby")!.Value.Split(' ');
        string[] ids = [svg.Element(_svg + "title")!.Attribute("id")!.Value, svg.Element(_svg + "desc")!.Attribute("id")!.Value];
        Assert.Equal(ids, labels);
        Assert.Equal(figure.Title.Length, svg.Element(_svg + "title")!.Value.Length);
        Assert.True(figure.Description.Length > figure.Title.Length + 20, figure.Description);
        Assert.InRange(text.Length, 500, 200_000);
        Assert.DoesNotContain("NaN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", text, StringComparison.Ordinal);
        Assert.All(Texts(svg), t => Assert.True(t.Size >= 13, $"'{t.Text}' is {t.Size} px"));
        Assert.NotEmpty(figure.ToText());
        Assert.Contains(text, figure.ToHtml(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_text_covers_another_or_leaves_the_picture(string name)
    {
        Figure figure = _figures[name]();
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
        XElement svg = XElement.Parse(_figures[name]().ToSvg());
        string[] ids = [.. svg.DescendantsAndSelf().Select(e => e.Attribute("id")?.Value).OfType<string>()];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(_figures[name]().ToSvg(), _figures[name]().ToSvg());
        string[] used = [.. svg.Descendants().Select(e => e.Attribute("fill")?.Value).OfType<string>().Where(f => f.StartsWith("url(#", StringComparison.Ordinal))];
        Assert.All(used, url => Assert.Contains(url[5..^1], ids));
        string[] others = [.. _figures.Where(f => f.Key != name).Select(f => f.Value().ToSvg())];
        Assert.All(ids, id => Assert.All(others, other => Assert.DoesNotContain($"\"{id}\"", other, StringComparison.Ordinal)));
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = string.Concat(_figures.Values.Select(f => f().ToSvg() + f().ToText()));
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NumberGroupSeparator, comma.NumberFormat.NegativeSign) = (",", ".", "~");
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, string.Concat(_figures.Values.Select(f => f().ToSvg() + f().ToText())));
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
