using System.Xml.Linq;
using HackLab.Charts;
using HackLab.Charts.Internals;
using Xunit;

namespace HackLab.Tests.Charts;

/// <summary>Figures show the numbers they were given.</summary>
public class ChartContentTests
{
    [Fact]
    public void Bins_count_every_value_once_in_the_bin_between_its_edges()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            double[] values = [.. Enumerable.Range(0, 500).Select(_ => Math.Round(random.NextDouble() * 10, random.Next(1, 4)))];
            Binning bins = Binning.For([values], new HistogramOptions { Bins = 1 + random.Next(60), Range = seed % 2 == 0 ? null : (2.1, 7.7) });
            (long[] counts, long outside) = bins.Count(values);
            for (int b = 0; b < counts.Length; b++)
            {
                bool last = b == counts.Length - 1;
                Assert.Equal(values.Count(v => v >= bins.Edges[b] && (v < bins.Edges[b + 1] || (last && v == bins.Edges[b + 1]))), counts[b]);
            }
            Assert.Equal(values.Length, counts.Sum() + outside);
        }
    }

    [Fact]
    public void A_density_has_area_one_and_counts_have_the_number_of_values()
    {
        int dropped = 0;
        Sample[] samples = [new("a", [1, 2, 3, 4, 4, 4]), new("b", [2, 2])];
        foreach (BinHeight heights in Enum.GetValues<BinHeight>())
        {
            var panel = new HistogramPanel(samples, "x", new HistogramOptions { Bins = 7, Heights = heights }, hover: false, ref dropped);
            var areas = panel.ToPanel("", "").Marks.OfType<HackLab.Charts.Internals.Marks.StepArea>().ToArray();
            Assert.Equal(2, areas.Length);
            double width = areas[0].Edges[1] - areas[0].Edges[0];
            Assert.Equal(areas[0].Edges, areas[1].Edges);
            Assert.Equal(heights == BinHeight.Density ? 1 : 6, areas[0].Heights.Sum() * (heights == BinHeight.Density ? width : 1), 9);
        }
    }

    [Fact]
    public void An_axis_that_stops_before_a_tail_says_what_lies_beyond()
    {
        float[] values = [.. Enumerable.Range(0, 1000).Select(i => i / 1000f), 500, 900];
        Figure figure = Chart.Histogram(values, new() { XLabel = "x [m]" });
        Assert.Contains("2 of 1,002 values (0.2 %) lie beyond the axis; they range from 0 to 900", figure.ToSvg(), StringComparison.Ordinal);
        Figure all = Chart.Histogram(values, new() { XLabel = "x [m]", Range = (0, 900) });
        Assert.DoesNotContain("beyond the axis", all.ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_are_not_finite_are_refused_or_left_out_with_a_note()
    {
        float[] values = [1, float.NaN, 3, float.PositiveInfinity];
        string message = Assert.Throws<ArgumentException>(() => Chart.Histogram(values)).Message;
        Assert.Contains("2 of 4 values are not finite, the first at index 1 (NaN)", message, StringComparison.Ordinal);
        Assert.Contains("2 values that are not finite left out", Chart.Histogram(values, new() { NonFinite = NonFinite.Drop }).ToSvg(), StringComparison.Ordinal);
        string line = Assert.Throws<ArgumentException>(() => Chart.Line([0, 1, 2], [0, double.NegativeInfinity, 2])).Message;
        Assert.Contains("1 of 3 values is not finite, the first at index 1 (−∞)", line, StringComparison.Ordinal);
        Assert.Contains("1 value that is not finite left out", Chart.Line([0, 1, 2], [0, double.NaN, 2], new() { NonFinite = NonFinite.Drop }).ToSvg(), StringComparison.Ordinal);
        Assert.Contains("Nothing is left", Assert.Throws<ArgumentException>(() => Chart.Histogram([float.NaN], new() { NonFinite = NonFinite.Drop })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Chart.Bar(["a"], [double.NaN]));
    }

    [Fact]
    public void Nothing_to_draw_and_settings_out_of_range_are_said_in_words()
    {
        Assert.Contains("no values", Throws(() => Chart.Histogram(Array.Empty<float>())), StringComparison.Ordinal);
        Assert.Contains("no samples", Throws(() => Chart.Histogram(Array.Empty<Sample>())), StringComparison.Ordinal);
        Assert.Contains("no lines", Throws(() => Chart.Line([])), StringComparison.Ordinal);
        Assert.Contains("no points", Throws(() => Chart.Line([], [])), StringComparison.Ordinal);
        Assert.Contains("2 horizontal and 1 vertical", Throws(() => Chart.Line([1, 2], [1])), StringComparison.Ordinal);
        Assert.Contains("no curves", Throws(() => Chart.Roc([])), StringComparison.Ordinal);
        Assert.Contains("not percentages", Throws(() => Chart.Roc([0, 100], [0, 100], 0.5)), StringComparison.Ordinal);
        Assert.Contains("all counts are 0", Throws(() => Chart.ConfusionMatrix(new long[2, 2], ["a", "b"])), StringComparison.Ordinal);
        Assert.Contains("found 2 × 3", Throws(() => Chart.ConfusionMatrix(new long[2, 3], ["a", "b"])), StringComparison.Ordinal);
        Assert.Contains("Bins must lie between 1 and 200", Throws(() => Chart.Histogram([1f], new() { Bins = 0 })), StringComparison.Ordinal);
        Assert.Contains("Width must lie", Throws(() => Chart.Histogram([1f], new() { Width = 10 })), StringComparison.Ordinal);
        Assert.Contains("no feature 'mas'", Throws(() => Chart.Histogram(Samples.Data(10), "mas")), StringComparison.Ordinal);
        Assert.Contains("no steps", Throws(() => Chart.LearningCurve([])).Replace("no training steps", "no steps", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("YRange is 0 to 1, but points lie from 2 to 3", Throws(() => Chart.Line([0, 1], [2, 3], new() { YRange = (0, 1) })), StringComparison.Ordinal);
    }

    [Fact]
    public void Bars_stand_in_order_of_length_with_their_sign_and_the_shortest_may_be_left_out()
    {
        string text = Chart.Bar(["a", "b", "c"], [0.5, -2, 1], new() { Top = 2 }).ToText();
        string[] lines = text.Split('\n')[1..];
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("  b −2.00 ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("  c +1.00 ", lines[1], StringComparison.Ordinal);
        Assert.Contains("1 shorter bar not shown", Chart.Bar(["a", "b", "c"], [0.5, -2, 1], new() { Top = 2 }).ToSvg(), StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_differ_by_more_than_colour()
    {
        XNamespace svg = "http://www.w3.org/2000/svg";
        XElement figure = XElement.Parse(Chart.Histogram([new Sample("a", [1, 2, 2]), new Sample("b", [2, 3]), new Sample("c", [4, 3]), new Sample("d", [4, 3])]).ToSvg());
        XElement[] areas = [.. figure.Elements(svg + "path")];
        Assert.Equal(4, areas.Select(p => p.Attribute("stroke-dasharray")?.Value ?? "").Distinct().Count());
        Assert.Equal(4, figure.Descendants(svg + "pattern").Select(p => p.Attribute("patternTransform")?.Value + p.Elements().LastOrDefault()?.Name.LocalName + p.Elements().Count()).Distinct().Count());
    }

    [Fact]
    public void A_million_points_stay_small_and_keep_their_extremes()
    {
        var random = new Random(3);
        double[] x = [.. Enumerable.Range(0, 1_000_000).Select(i => i * 1e-3)];
        double[] y = [.. x.Select(_ => random.NextDouble())];
        y[123_456] = 9;
        y[654_321] = -7;
        Assert.InRange(Chart.Line(x, y).ToSvg().Length, 5_000, 200_000);
        Assert.InRange(Chart.Line([.. Enumerable.Range(0, 10).Select(k => new Series($"{k}", x, y))]).ToSvg().Length, 5_000, 200_000);
        (double X, double Y)[] pixels = [.. x.Select((v, i) => (v * 0.7, y[i] * 30))];
        List<(double X, double Y)> thin = Thinning.Thin(pixels, 1);
        Assert.Contains(pixels[123_456], thin);
        Assert.Contains(pixels[654_321], thin);
        // In each column of pixels, or half a pixel beside it, the line still reaches the lowest and the highest point.
        foreach (IGrouping<double, (double X, double Y)> column in pixels.GroupBy(p => Math.Floor(p.X)))
        {
            double[] near = [.. thin.Where(p => p.X >= column.Key - 0.5 && p.X <= column.Key + 1.5).Select(p => p.Y)];
            Assert.InRange(near.Min(), -7 * 30, column.Min(p => p.Y) + 0.25);
            Assert.InRange(near.Max(), column.Max(p => p.Y) - 0.25, 9 * 30);
        }
    }

    private static string Throws(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;

    [Fact]
    public void Values_by_name_and_a_model_are_drawn_as_bars_under_what_they_measure()
    {
        Figure bars = Chart.Bar(new Dictionary<string, double> { ["short"] = 1, ["long"] = 3 }, "length [m]");
        Assert.Equal("Length [m]", bars.Title);
        Assert.Contains(">length [m]<", bars.ToSvg(), StringComparison.Ordinal);
        Assert.True(bars.ToText().IndexOf("long", StringComparison.Ordinal) < bars.ToText().IndexOf("short", StringComparison.Ordinal));
        var model = HackLab.Learning.LogisticRegression.Fit(Samples.Data(60).Select("mass", "angle"));
        Assert.Equal(Chart.Bar(model.Importances).ToSvg(), Chart.Bar(model).ToSvg());
    }

    [Fact]
    public void Four_histograms_stand_two_by_two_and_five_three_by_two()
    {
        string[] names = [.. Samples.Data(50, 5).Features.Select(f => f.Name)];
        Figure four = Chart.Histograms(Samples.Data(50, 5), names[..4]), five = Chart.Histograms(Samples.Data(50, 5), names);
        Assert.Equal(four.Width * 3, five.Width * 2);
        Assert.Equal(four.Height, five.Height);
    }
}
