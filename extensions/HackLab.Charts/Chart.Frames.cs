using System.Globalization;
using HackLab.Charts.Internals;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Distributions of a table's columns.</summary>
public static partial class Chart
{
    private const int MostFrameGroups = 30;

    /// <summary>The histogram of a table's column, laid over each other by another column; missing values are left out.</summary>
    /// <param name="frame">The table.</param>
    /// <param name="column">The column of numbers.</param>
    /// <param name="by">The column that divides the rows, with at most 30 different values; null for all rows together.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no such column, nothing to draw, or there are too many groups.</exception>
    /// <exception cref="InvalidOperationException">The column does not hold numbers.</exception>
    /// <example><code>Chart.Histogram(planets, "koi_depth", "koi_disposition", new() { XScale = Scale.Log })</code></example>
    public static Figure Histogram(DataFrame frame, string column, string? by = null, HistogramOptions? options = null)
    {
        options ??= new HistogramOptions();
        return Histogram(FrameSamples(frame, column, by), options with { NonFinite = NonFinite.Drop,
            XLabel = options.XLabel ?? column });
    }

    /// <summary>Boxes of a table's column by another column; missing values are left out.</summary>
    /// <param name="frame">The table.</param>
    /// <param name="column">The column of numbers.</param>
    /// <param name="by">The column that divides the rows, with at most 30 different values; null for all rows together.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no such column, nothing to draw, or there are too many groups.</exception>
    /// <exception cref="InvalidOperationException">The column does not hold numbers.</exception>
    /// <example><code>Chart.Box(planets, "koi_depth", "koi_disposition")</code></example>
    public static Figure Box(DataFrame frame, string column, string? by = null, BoxOptions? options = null) =>
        Box(FrameSamples(frame, column, by), OfColumn(options, column));

    /// <summary>Violins of a table's column by another column; missing values are left out.</summary>
    /// <param name="frame">The table.</param>
    /// <param name="column">The column of numbers.</param>
    /// <param name="by">The column that divides the rows, with at most 30 different values; null for all rows together.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no such column, nothing to draw, or there are too many groups.</exception>
    /// <exception cref="InvalidOperationException">The column does not hold numbers.</exception>
    public static Figure Violin(DataFrame frame, string column, string? by = null, BoxOptions? options = null) =>
        Violin(FrameSamples(frame, column, by), OfColumn(options, column));

    private static BoxOptions OfColumn(BoxOptions? options, string column)
    {
        options ??= new BoxOptions();
        return options with { NonFinite = NonFinite.Drop, XLabel = options.XLabel ?? column };
    }

    /// <summary>The rows of a table by the text of a column, in the order of first appearance.</summary>
    private static List<Sample> FrameSamples(DataFrame frame, string column, string? by)
    {
        ArgumentNullException.ThrowIfNull(frame);
        float[] values = [.. frame[column].ToDoubles().Select(v => (float)v)];
        if (by is null) return [new Sample(column, values)];
        DataFrameColumn groups = frame[by];
        var samples = new Dictionary<string, List<float>>();
        for (int row = 0; row < values.Length; row++)
        {
            string name = Convert.ToString(groups[row], CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : "missing";
            if (!samples.TryGetValue(name, out List<float>? sample))
            {
                if (samples.Count == MostFrameGroups)
                {
                    throw new ArgumentException(
                        $"'{by}' has more than {MostFrameGroups} different values; divide the rows by fewer.", nameof(by));
                }
                samples[name] = sample = [];
            }
            sample.Add(values[row]);
        }
        // A group whose values are all missing has nothing to draw.
        return [.. samples.Where(s => s.Value.Any(float.IsFinite)).Select(s => new Sample(s.Key, s.Value))];
    }
}
