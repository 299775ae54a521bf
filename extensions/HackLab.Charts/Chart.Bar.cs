using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Learning;

namespace HackLab.Charts;

/// <summary>Horizontal bars.</summary>
public static partial class Chart
{
    private const double BarRow = 25;

    /// <summary>How much a logistic regression leans on each feature, the most important at the top, with its sign.</summary>
    /// <param name="model">The fitted model; the bars are its <see cref="LogisticRegression.Importances"/>.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    /// <example><code>Chart.Bar(model)</code></example>
    public static Figure Bar(LogisticRegression model, BarOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        return Bar(model.Importances, options);
    }

    /// <summary>Values by name as horizontal bars from zero, the longest at the top.</summary>
    /// <param name="values">How long the bar of each name is, at least one.</param>
    /// <param name="quantity">What is measured, with its unit in brackets, for the axis and the title.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are none, a value is not finite, or a setting is out of range.</exception>
    /// <example><code>Chart.Bar(Metrics.Auc(train), "AUC of one feature alone")</code></example>
    public static Figure Bar(IReadOnlyDictionary<string, double> values, string quantity, BarOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentException.ThrowIfNullOrWhiteSpace(quantity);
        options ??= new BarOptions();
        return Bar([.. values.Keys], [.. values.Values], options with
        {
            Title = options.Title ?? char.ToUpperInvariant(quantity[0]) + quantity[1..],
            XLabel = options.XLabel ?? quantity,
        });
    }

    /// <summary>How much a model leans on each feature, the most important at the top, with its sign.</summary>
    /// <param name="importances">At least one, for example <c>model.Importances</c>.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are none, a value is not finite, or a setting is out of range.</exception>
    /// <example><code>Chart.Bar(model.Importances)</code></example>
    public static Figure Bar(IReadOnlyList<FeatureImportance> importances, BarOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(importances);
        options ??= new BarOptions();
        return Bar([.. importances.Select(i => i.Name)], [.. importances.Select(i => i.Value)], options with
        {
            Title = options.Title ?? "What the model looks at",
            XLabel = options.XLabel ?? "coefficient [per standard deviation of the feature]",
        });
    }

    /// <summary>Named values as horizontal bars from zero, the longest at the top.</summary>
    /// <param name="names">What each bar is called, shape [n].</param>
    /// <param name="values">How long it is, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, there are none, a value is not finite, or a setting is out of range.
    /// </exception>
    public static Figure Bar(IReadOnlyList<string> names, IReadOnlyList<double> values, BarOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(values);
        options ??= new BarOptions();
        Input.Size(options);
        if (names.Count != values.Count)
            throw new ArgumentException($"There are {names.Count} names for {values.Count} bars.", nameof(names));
        if (options.Top is < 1 or > 100)
            throw new ArgumentException($"Top must lie between 1 and 100, but it is {options.Top}.", nameof(options));
        int dropped = 0;
        // As points over their position, so that what is not finite is found, named and dropped as everywhere.
        Series kept = Input.Points(new Series("bars", values), options.NonFinite, ref dropped);
        CheckIntervals(options, values.Count);
        NamedBar[] bars = [.. kept.X.Select((i, k) => new NamedBar(names[(int)i], kept.Y[k], options.Intervals?[(int)i]))];
        if (options.Sorted) bars = [.. bars.OrderByDescending(b => Math.Abs(b.Value))];
        int hidden = Math.Max(0, bars.Length - options.Top);
        bars = [.. bars.Take(options.Top)];

        bool bothSides = bars.Any(b => b.Value > 0) && bars.Any(b => b.Value < 0);
        double largest = bars.Max(b => Math.Abs(b.Value));
        string[] labels = [.. bars.Select(b => (bothSides && b.Value > 0 ? "+" : "") + Label(b.Value, largest))];
        Look up = Palette.Of(0), down = Palette.Of(1);
        string title = options.Title ?? $"{options.XLabel ?? "Values"} by name";
        string xLabel = options.XLabel ?? "value";
        int width = options.Width ?? 720;
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}: {bars.Length} bars, {xLabel}. {string.Join(", ", bars.Take(10).Select((b, i) => $"{b.Name} {labels[i]}{b.Said}"))}{(bars.Length > 10 ? " and others" : "")}.",
            Panels =
            [
                new Panel(
                    BarAxis(xLabel, bars, labels, width), Axis.Of("", [.. bars.Select(b => b.Name)]) with { Reversed = true },
                    [new ZeroLine(), .. bars.Select((b, i) =>
                        new Bar(i, b.Value, b.Value < 0 ? down : up, labels[i],
                        $"{b.Name}: {labels[i]}{b.Said}") { Interval = b.Interval })]),
            ],
            Notes = [.. Input.Note(dropped),
                .. hidden > 0 ? [$"{hidden} {(options.Sorted ? "shorter" : "later")} {(hidden == 1 ? "bar" : "bars")} not shown"]
                : Array.Empty<string>()],
            Legend = bothSides ? [new(up, options.Positive, IsArea: true),
                new(down with { Dash = "" }, options.Negative, IsArea: true)] : [],
            Text = $"{title} ({xLabel})\n{BarText(bars, labels, largest)}",
            Width = width,
            RowHeight = options.Height ?? (int)(64 + (BarRow * Math.Max(2, bars.Length))),
        });
    }

    /// <summary>The axis reaches past the longest bars, so that the numbers behind their ends fit.</summary>
    private static Axis BarAxis(string label, NamedBar[] bars, string[] labels, int width)
    {
        double low = Math.Min(0, bars.Min(b => b.Lowest)), high = Math.Max(0, bars.Max(b => b.Highest));
        if (low == high) high = 1;
        double names = bars.Max(b => TextWidth.Of(b.Name, Style.Text));
        double plot = Math.Max(120, width - (2 * Style.Border) - 30 - Math.Min(names, width * 0.4));
        double text = labels.Max(l => TextWidth.Of(l, Style.Text)) + 12;
        double perPixel = (high - low) / Math.Max(60, plot - (text * (low < 0 && high > 0 ? 2 : 1)));
        return new Axis(label, low < 0 ? low - (text * perPixel) : 0, high > 0 ? high + (text * perPixel) : 0);
    }

    /// <summary>The decimals that show three digits of the largest value, the same for all bars.</summary>
    private static string Label(double value, double largest)
    {
        if (largest is 0 or >= 1e6 or < 1e-4) return Numbers.Short(value);
        return Numbers.Fixed(value, Math.Clamp(2 - (int)Math.Floor(Math.Log10(largest)), 0, 7));
    }

    private static string BarText(NamedBar[] bars, string[] labels, double largest)
    {
        int name = bars.Max(b => b.Name.Length), label = labels.Max(l => l.Length);
        return string.Join("\n",
            bars.Select((b, i) => $"  {b.Name.PadRight(name)} {labels[i].PadLeft(label)} {TextPlot.Bar(b.Value, largest)}"));
    }

    private static void CheckIntervals(BarOptions options, int count)
    {
        if (options.Intervals is not { } intervals) return;
        if (intervals.Count != count)
            throw new ArgumentException($"There are {intervals.Count} intervals for {count} bars.", nameof(options));
        int wrong = intervals.ToList().FindIndex(i => !(i.Low <= i.High) || !double.IsFinite(i.High - i.Low));
        if (wrong >= 0)
        {
            throw new ArgumentException(
                $"Interval {wrong} goes from {intervals[wrong].Low} to {intervals[wrong].High}; it must rise and be finite.",
                    nameof(options));
        }
    }

    /// <summary>A bar before it has a place.</summary>
    private readonly record struct NamedBar(string Name, double Value, (double Low, double High)? Interval)
    {
        public double Lowest => Math.Min(Value, Interval?.Low ?? Value);

        public double Highest => Math.Max(Value, Interval?.High ?? Value);

        public string Said => Interval is { } i ? $" ({Numbers.Short(i.Low)} to {Numbers.Short(i.High)})" : "";
    }
}
