using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Histograms of one or many features, the classes laid over each other.</summary>
public static partial class Chart
{
    /// <summary>One feature's histogram, the classes laid over each other in shared bins.</summary>
    /// <param name="data">Labelled rows.</param>
    /// <param name="feature">The feature's exact name.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">No such feature, no rows, a value that is not finite, or a setting out of range.</exception>
    /// <example><code>Chart.Histogram(train, "m_bb")</code></example>
    public static Figure Histogram(TabularData data, string feature, HistogramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        options ??= new HistogramOptions();
        return Histogram(ByClass(data, feature), options with
        {
            Title = options.Title ?? $"{data.Name}: {feature}",
            XLabel = options.XLabel ?? data.Features[data.IndexOf(feature)].AxisLabel,
        });
    }

    /// <summary>The histogram of values by class.</summary>
    /// <param name="values">The values, shape [n].</param>
    /// <param name="y">The class of each, shape [n].</param>
    /// <param name="classNames">What each class number is called.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths differ, a class has no name, no values, or a value that is not finite.</exception>
    /// <example><code>Chart.Histogram(score, test.Y, test.ClassNames, new() { Title = "Score", XLabel = "p(signal)" })</code></example>
    public static Figure Histogram(float[] values, int[] y, IReadOnlyList<string> classNames, HistogramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(classNames);
        var column = new TabularData("values", [new Feature("value")], values, y, classNames);
        return Histogram(ByClass(column, "value"), options);
    }

    /// <summary>The histogram of one list of values.</summary>
    /// <param name="values">The values, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">No values, a value that is not finite, or a setting out of range.</exception>
    public static Figure Histogram(float[] values, HistogramOptions? options = null) => Histogram([new Sample("values", values)], options);

    /// <summary>Several samples' histograms laid over each other in shared bins.</summary>
    /// <param name="samples">At least one sample with at least one value.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">No samples, an empty one, a value that is not finite, or a setting out of range.</exception>
    /// <example><code>Chart.Histogram([new Sample("before", a), new Sample("after", b)], new() { XLabel = "time [s]" })</code></example>
    public static Figure Histogram(IReadOnlyList<Sample> samples, HistogramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count == 0) throw new ArgumentException("There is nothing to draw: no samples.", nameof(samples));
        options ??= new HistogramOptions();
        Input.Size(options);
        int dropped = 0;
        var panel = new HistogramPanel(samples, options.XLabel ?? "value", options, hover: true, ref dropped);
        string title = options.Title ?? (samples.Count == 1 ? $"Distribution of {samples[0].Name}" : $"Distribution of {string.Join(" and ", samples.Select(s => s.Name))}");
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description ?? $"{title}. {panel.Describe()}",
            Panels = [panel.ToPanel("", options.YLabel ?? HistogramPanel.HeightLabel(options))],
            Notes = [.. Input.Note(dropped, options.XScale == Scale.Log), .. panel.BeyondNote() is { Length: > 0 } beyond ? [beyond] : Array.Empty<string>()],
            Legend = samples.Count == 1 ? [] : HistogramPanel.Legend(samples),
            Text = $"{title}\n{panel.ToText()}",
            Width = options.Width ?? 720,
            RowHeight = options.Height ?? 340,
        });
    }

    /// <summary>A grid of histograms, one for each feature, the classes laid over each other.</summary>
    /// <param name="data">Labelled rows.</param>
    /// <param name="features">Which features, in order; null for all.</param>
    /// <param name="options">Settings; null for the defaults with 30 bins.</param>
    /// <exception cref="ArgumentException">No such feature, no rows, a value that is not finite, or a setting out of range.</exception>
    /// <example><code>Chart.Histograms(train, ["m_bb", "m_wbb", "m_wwbb"])</code></example>
    public static Figure Histograms(TabularData data, IReadOnlyList<string>? features = null, HistogramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        features ??= [.. data.Features.Select(f => f.Name)];
        if (features.Count == 0) throw new ArgumentException("Name at least one feature.", nameof(features));
        options ??= new HistogramOptions { Bins = 30 };
        if (options.Columns is < 1 or > 6) throw new ArgumentException($"Columns must lie between 1 and 6, but it is {options.Columns}.", nameof(options));
        Input.Size(options);
        int dropped = 0, columns = Math.Min(options.Columns ?? (features.Count == 4 ? 2 : 3), features.Count);
        HistogramPanel[] grid = [.. features.Select(name =>
            new HistogramPanel(ByClass(data, name), options.XLabel ?? AxisUnit(data, name), options, hover: false, ref dropped))];
        string title = options.Title ?? $"{data.Name}: {features.Count} features by class";
        string beyond = grid.Any(p => p.Outside > 0) ? "Axes stop before thin tails, each under 1 % of the values" : "";
        if (options.Range is not null && beyond.Length > 0) beyond = $"{Numbers.Count(grid.Sum(p => p.Outside))} values lie beyond the axes";
        bool density = options.Heights == BinHeight.Density;
        string heights = options.YLabel ?? (density ? "density" : "values per bin");
        string areas = density ? "Each class has area 1" : "";
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description ?? $"{title}. {string.Join(" ", grid.Select((p, i) => $"{features[i]}: {p.Describe()}"))}",
            Panels = [.. grid.Select((p, i) => p.ToPanel(features[i], i % columns == 0 ? heights : ""))],
            Notes = [.. Input.Note(dropped, options.XScale == Scale.Log), string.Join(". ", new[] { areas, beyond }.Where(note => note.Length > 0))],
            Legend = HistogramPanel.Legend(ByClass(data, features[0])),
            Columns = columns,
            Text = $"{title}\n{string.Join("\n", grid.Select((p, i) => $"{features[i]}\n{p.ToText()}"))}",
            Width = options.Width ?? Math.Max(400, 320 * columns),
            RowHeight = options.Height ?? 220,
        });
    }

    private static IReadOnlyList<Sample> ByClass(TabularData data, string feature)
    {
        data.IndexOf(feature);
        if (data.Count == 0) throw new ArgumentException($"{data.Name} has no rows to draw.", nameof(data));
        int[] counts = data.ClassCounts();
        return [.. data.ClassNames.Select((name, label) => new Sample(name, data.Column(feature, label))).Where((_, label) => counts[label] > 0)];
    }

    private static string AxisUnit(TabularData data, string feature)
    {
        string unit = data.Features[data.IndexOf(feature)].Unit;
        return unit.Length > 0 ? $"[{unit}]" : "value (no unit)";
    }
}
