using System.Globalization;
using System.Text.Json.Nodes;
using HackLab.Cli.Engines;
using HackLab.Cli.Notebooks;
using HackLab.Cli.Running;
using HackLab.Kernel;
using HackLab.Lessons.Authoring;

namespace HackLab.Cli.Results;

/// <summary>What a metric of a solved lesson came to.</summary>
/// <param name="Band">The metric.</param>
/// <param name="Limits">Between which it should lie; null if there are no limits at this scale.</param>
/// <param name="Value">Its value; null if it could not be told.</param>
/// <param name="Low">The lower end of its interval; null if the expression gives a bare number.</param>
/// <param name="High">The upper end.</param>
/// <param name="Failure">Why there is no value, a sentence; null if there is.</param>
internal sealed record BandReading(MetricBand Band, double[]? Limits, double? Value, double? Low = null, double? High = null, string? Failure = null)
{
    /// <summary>What is not as it should be, a sentence; null if nothing.</summary>
    public string? Fault => Failure ?? (Limits is [var least, var most] && !(Value >= least && Value <= most)
        ? string.Create(CultureInfo.InvariantCulture, $"{Band.What} is {Value:0.####}; it should lie between {least} and {most}") : null);

    /// <summary>Evaluates the metric's expression where the lesson ran. It may give a number or an interval (a value with Low and High).</summary>
    public static async Task<BandReading> ReadAsync(ICellEngine engine, MetricBand band, string scale)
    {
        var output = new OutputRecorder(new DisplayRegistry(), 1);
        CellResult result = await engine.ExecuteAsync(new CellRequest(Question(band.Value)), output);
        double[]? limits = band.At(scale);
        if (result.Error is { } error) return new BandReading(band, limits, null, Failure: $"band '{band.What}': {band.Value}: {error.Message}");
        double[] numbers = [.. Written(output).Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture))];
        return numbers.Length == 3 ? new BandReading(band, limits, numbers[0], numbers[1], numbers[2]) : new BandReading(band, limits, numbers[0]);
    }

    /// <summary>Evaluates several, in their order.</summary>
    public static async Task<IReadOnlyList<BandReading>> ReadAllAsync(ICellEngine engine, IEnumerable<MetricBand> bands, string scale)
    {
        var readings = new List<BandReading>();
        foreach (MetricBand band in bands) readings.Add(await ReadAsync(engine, band, scale));
        return readings;
    }

    // By name, so that it works in lessons that load no room with intervals.
    private static string Question(string expression) => $$"""
        {
            object hacklabBand = {{expression}};
            var hacklabType = hacklabBand.GetType();
            object[] hacklabValues = hacklabType.GetProperty("Low") is null ? new[] { hacklabBand }
                : System.Linq.Enumerable.ToArray(System.Linq.Enumerable.Select(new[] { "Value", "Low", "High" }, name => hacklabType.GetProperty(name).GetValue(hacklabBand)));
            System.Console.Write(string.Join(" ", System.Linq.Enumerable.Select(hacklabValues,
                value => System.Convert.ToDouble(value).ToString("R", System.Globalization.CultureInfo.InvariantCulture))));
        }
        """;

    private static string Written(OutputRecorder output) => string.Concat(
        output.ToJson().Where(one => (string?)one!["name"] == "stdout").Select(one => MultilineText.Join(one!["text"])));
}
