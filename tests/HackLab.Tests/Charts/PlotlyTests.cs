using System.Globalization;
using System.Text.Json;
using HackLab.Charts;
using HackLab.Charts.Internals.Plotly;
using Xunit;

namespace HackLab.Tests.Charts;

/// <summary>Figures as Plotly JSON: what is in it. That plotly.js takes it is checked in a browser, over the whole
/// gallery.</summary>
public class PlotlyTests
{
    private static readonly double[] Times = [0, 0.1, 0.25, 1];

    private static JsonElement Json(Figure figure) => JsonDocument.Parse(figure.ToPlotlyJson()).RootElement;

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    private static JsonElement Trace(Figure figure, string name) =>
        Json(figure).GetProperty("data").EnumerateArray()
            .First(trace => trace.TryGetProperty("name", out JsonElement n) && n.GetString() == name);

    [Fact]
    public void A_line_carries_its_points_title_and_axes()
    {
        Figure figure = Chart.Line([new("up", Times, [1, 2, 3, 4]), new("down", Times, [4, 3, 2, 1])],
            new() { Title = "Ways", XLabel = "t [s]", YLabel = "x [m]" });
        JsonElement trace = Trace(figure, "down"), layout = Json(figure).GetProperty("layout");
        Assert.Equal(Times, Numbers(trace.GetProperty("x")));
        Assert.Equal([4, 3, 2, 1], Numbers(trace.GetProperty("y")));
        Assert.True(trace.GetProperty("showlegend").GetBoolean());
        Assert.Contains("Ways", layout.GetProperty("title").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("t [s]", layout.GetProperty("xaxis").GetProperty("title").GetProperty("text").GetString());
        Assert.Equal("x [m]", layout.GetProperty("yaxis").GetProperty("title").GetProperty("text").GetString());
        Assert.Equal(figure.Width, layout.GetProperty("width").GetInt32());
        Assert.Equal(figure.Description, layout.GetProperty("meta").GetProperty("description").GetString());
    }

    [Fact]
    public void A_histogram_steps_along_its_bins_heights()
    {
        float[] values = [0.5f, 1.5f, 1.5f, 1.6f, 3.5f];
        Figure figure = Chart.Histogram(values, new() { Bins = 4, Range = (0, 4), Heights = BinHeight.Count });
        JsonElement trace = Json(figure).GetProperty("data")[0];
        Assert.Equal([0, 0, 1, 2, 3, 4, 4], Numbers(trace.GetProperty("x")));
        Assert.Equal([0, 1, 3, 0, 1, 1, 0], Numbers(trace.GetProperty("y")));
        Assert.Equal("hv", trace.GetProperty("line").GetProperty("shape").GetString());
    }

    [Fact]
    public void A_matrix_says_its_cells_in_order()
    {
        JsonElement json = Json(Chart.ConfusionMatrix(new long[,] { { 5, 1 }, { 0, 4 } }, ["no", "yes"]));
        JsonElement spots = json.GetProperty("data").EnumerateArray().Single(trace => trace.TryGetProperty("hovertext", out _));
        Assert.Equal([0.5, 1.5, 0.5, 1.5], Numbers(spots.GetProperty("x")));
        Assert.Equal([0.5, 0.5, 1.5, 1.5], Numbers(spots.GetProperty("y")));
        Assert.Equal("true yes, called no: 0 (0.0 %)", spots.GetProperty("hovertext")[2].GetString());
        Assert.Equal([2, 0], Numbers(json.GetProperty("layout").GetProperty("yaxis").GetProperty("range")));
        Assert.Equal(4, json.GetProperty("layout").GetProperty("shapes").GetArrayLength());
    }

    [Fact]
    public void A_million_points_stay_small_and_keep_their_peaks()
    {
        double[] x = [.. Enumerable.Range(0, 1_000_000).Select(i => i * 1e-6)];
        double[] y = [.. x.Select(t => Math.Sin(2000 * t))];
        (y[123_456], y[654_321]) = (7, -9);
        string json = Chart.Line(x, y).ToPlotlyJson();
        Assert.InRange(json.Length, 1_000, 200_000);
        double[] kept = Numbers(JsonDocument.Parse(json).RootElement.GetProperty("data")[0].GetProperty("y"));
        Assert.Equal(7, kept.Max());
        Assert.Equal(-9, kept.Min());
    }

    [Fact]
    public void Many_long_noisy_lines_stay_small_together()
    {
        var random = new Random(3);
        Series[] lines = [.. Enumerable.Range(0, 12)
            .Select(k => new Series($"line {k}", [.. Enumerable.Range(0, 50_000).Select(_ => random.NextDouble())]))];
        Assert.InRange(Chart.Line(lines).ToPlotlyJson().Length, 10_000, 200_000);
    }

    [Fact]
    public void Contours_of_a_noisy_surface_stay_small()
    {
        var random = new Random(4);
        double[] along = [.. Enumerable.Range(0, 1000).Select(i => i / 160.0)];
        var heights = new double[1000, 1000];
        for (int i = 0; i < 1000; i++)
        {
            for (int j = 0; j < 1000; j++) heights[i, j] = (Math.Sin(2 * along[j]) * Math.Cos(3 * along[i]))
                + (0.03 * random.NextDouble());
        }
        Figure figure = Chart.Contour(heights, along, along);
        Assert.InRange(figure.ToPlotlyJson().Length, 1_000, 200_000);
        Assert.InRange(figure.ToSvg().Length, 1_000, 200_000);
    }

    [Theory]
    [InlineData(1.7e9, 60)]
    [InlineData(0, 1)]
    [InlineData(-1e-7, 2e-7)]
    [InlineData(1e11, 8)]
    public void Numbers_far_from_zero_stay_apart(double start, double range)
    {
        double[] x = [.. Enumerable.Range(0, 20).Select(i => start + (range * i / 20))];
        double[] written = Numbers(Trace(Chart.Line([new Series("line", x, [.. x.Select((_, i) => (double)i)])]), "line")
            .GetProperty("x"));
        for (int i = 0; i < x.Length; i++) Assert.InRange(written[i], x[i] - (1e-4 * range), x[i] + (1e-4 * range));
    }

    [Fact]
    public void Later_changes_of_the_numbers_do_not_reach_the_figure()
    {
        double[] y = [1, 2, 3];
        Figure figure = Chart.Line([new Series("line", y)]);
        string before = figure.ToPlotlyJson();
        y[1] = 99;
        Assert.Equal(before, figure.ToPlotlyJson());
    }

    [Fact]
    public void Names_with_markup_or_dollars_are_shown_as_they_are()
    {
        Figure figure = Chart.Line([new Series("</script><b>a & $b$", [1.0, 2]), new Series("other", [2.0, 1])]);
        string json = figure.ToPlotlyJson();
        Assert.DoesNotContain("<", json, StringComparison.Ordinal);
        Assert.Equal("&lt;/script&gt;&lt;b&gt;a &amp; &#36;b&#36;", JsonDocument.Parse(json)
            .RootElement.GetProperty("data")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void It_is_the_same_in_every_culture_and_every_time()
    {
        static string Draw() => Chart.Histogram(Samples.Data(900), "mass").ToPlotlyJson();
        CultureInfo before = CultureInfo.CurrentCulture;
        string expected = Draw();
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (comma.NumberFormat.NumberDecimalSeparator, comma.NumberFormat.NegativeSign) = (",", "~");
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(expected, Draw());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Values_that_are_not_finite_become_gaps()
    {
        string json = PlotlyJson.Write(new() { { "y", new PlotlyValues([1, double.NaN, double.PositiveInfinity, -0.0,
            1234567.89], 8) }, { "one", double.NaN } });
        Assert.Equal("{\"y\":[1,null,null,0,1234567.9],\"one\":null}", json);
    }

    [Fact]
    public void No_button_sends_data_away()
    {
        JsonElement config = Json(Chart.Line([0, 1], [0, 1])).GetProperty("config");
        string[] buttons = [.. config.GetProperty("modeBarButtons").EnumerateArray().SelectMany(group => group.EnumerateArray())
            .Select(button => button.GetString()!)];
        Assert.Equal(["toImage", "zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "resetScale2d"], buttons);
    }
}
