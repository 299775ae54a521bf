using System.Text.Json;
using HackLab.Charts;
using HackLab.Charts.Internals;
using Xunit;

namespace HackLab.Tests.Charts;

/// <summary>What figures compute equals what numpy, scipy and matplotlib compute, stored in Reference/charts.json.</summary>
public class ChartReferenceTests
{
    private static readonly JsonElement _reference = Read();

    [Fact]
    public void Quartiles_and_mean_are_those_of_numpy()
    {
        var box = new FiveNumbers([.. Numbers("values").Order()]);
        double[] expected = Numbers("quartiles");
        Assert.Equal(expected[0], box.Q1, 12);
        Assert.Equal(expected[1], box.Median, 12);
        Assert.Equal(expected[2], box.Q3, 12);
        Assert.Equal(_reference.GetProperty("mean").GetDouble(), box.Mean, 12);
    }

    [Fact]
    public void A_kernel_density_is_that_of_scipy()
    {
        double[] sorted = [.. Numbers("values").Order()];
        Assert.Equal(_reference.GetProperty("bandwidth").GetDouble(), KernelDensity.Bandwidth(sorted), 12);
        double[] density = KernelDensity.At(sorted, Numbers("points")), expected = Numbers("density");
        for (int i = 0; i < expected.Length; i++) Assert.Equal(expected[i], density[i], 12);
    }

    [Fact]
    public void Counting_many_values_into_cells_first_changes_a_density_by_less_than_a_thousandth_of_its_peak()
    {
        var random = new Random(2);
        double[] sorted = [.. Enumerable.Range(0, 20_000).Select(_ =>
            random.NextDouble() + random.NextDouble() + random.NextDouble()).Order()];
        double[] points = [.. Enumerable.Range(0, 31).Select(i => 0.1 * i)];
        double[] fast = KernelDensity.At(sorted, points);
        double h = KernelDensity.Bandwidth(sorted);
        for (int k = 0; k < points.Length; k++)
        {
            double exact = sorted.Sum(v => Math.Exp(-0.5 * Math.Pow((points[k] - v) / h,
                2))) / (sorted.Length * h * Math.Sqrt(2 * Math.PI));
            Assert.InRange(Math.Abs(fast[k] - exact), 0, 1e-3 * fast.Max());
        }
    }

    [Fact]
    public void Amplitudes_over_time_and_frequency_are_those_of_scipy()
    {
        double[,] amplitudes = ShortTime.Amplitudes(Numbers("signal"), 64, 16, TestContext.Current.CancellationToken);
        JsonElement rows = _reference.GetProperty("amplitude");
        Assert.Equal(rows.GetArrayLength(), amplitudes.GetLength(0));
        for (int f = 0; f < amplitudes.GetLength(0); f++)
        {
            double[] row = [.. rows[f].EnumerateArray().Select(a => a.GetDouble())];
            Assert.Equal(row.Length, amplitudes.GetLength(1));
            for (int t = 0; t < row.Length; t++) Assert.Equal(row[t], amplitudes[f, t], 1e-9);
        }
        // The sine of amplitude 1.5 lies in the middle of frequency 8 of 64, 32 Hz.
        Assert.Equal(1.5, amplitudes[8, 3], 1);
    }

    [Theory]
    [InlineData(ColourMap.Viridis, "viridis")]
    [InlineData(ColourMap.Cividis, "cividis")]
    [InlineData(ColourMap.Inferno, "inferno")]
    public void Colours_differ_from_the_published_ones_by_no_more_than_6_of_255(ColourMap map, string name)
    {
        JsonElement colours = _reference.GetProperty("maps").GetProperty(name);
        for (int i = 0; i < colours.GetArrayLength(); i++)
        {
            Rgb ours = ColourTable.Of(map, 5 * i / 255.0);
            int[] theirs = [.. colours[i].EnumerateArray().Select(c => c.GetInt32())];
            Assert.InRange(Math.Abs(ours.R - theirs[0]), 0, 6);
            Assert.InRange(Math.Abs(ours.G - theirs[1]), 0, 6);
            Assert.InRange(Math.Abs(ours.B - theirs[2]), 0, 6);
        }
    }

    [Theory]
    [InlineData(ColourMap.Viridis)]
    [InlineData(ColourMap.Cividis)]
    [InlineData(ColourMap.Inferno)]
    [InlineData(ColourMap.Grey)]
    public void Brightness_grows_along_a_map_for_one_direction_of_values(ColourMap map)
    {
        double[] brightness = [.. Enumerable.Range(0, 101).Select(i => ColourTable.Of(map, i / 100.0).Luminance)];
        Assert.All(Enumerable.Range(1, 100), i => Assert.True(brightness[i] > brightness[i - 1] - 0.004, $"{map} at {i}"));
    }

    [Fact]
    public void Diverging_colours_are_brightest_in_the_middle_and_equally_dark_at_the_ends()
    {
        Rgb low = ColourTable.Of(ColourMap.Diverging, 0), middle = ColourTable.Of(ColourMap.Diverging, 0.5),
            high = ColourTable.Of(ColourMap.Diverging, 1);
        Assert.True(middle.Luminance > 0.85);
        Assert.InRange(low.Luminance / high.Luminance, 0.6, 1.6);
    }

    private static double[] Numbers(string name) => [.. _reference.GetProperty(name).EnumerateArray().Select(v => v.GetDouble())];

    private static JsonElement Read()
    {
        using Stream json = typeof(ChartReferenceTests).Assembly.GetManifestResourceStream("HackLab.Tests.Charts.Reference.charts.json")!;
        return JsonDocument.Parse(json).RootElement;
    }
}
