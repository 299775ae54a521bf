using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Data;

namespace HackLab.Charts;

/// <summary>Box plots.</summary>
public static partial class Chart
{
    /// <summary>One feature by class as boxes.</summary>
    /// <param name="data">Labelled rows.</param>
    /// <param name="feature">The feature's exact name.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// No such feature, no rows, a value that is not finite, or a setting out of range.
    /// </exception>
    /// <example><code>Chart.Box(train, "m_bb")</code></example>
    public static Figure Box(TabularData data, string feature, BoxOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Box(ByClass(data, feature), Named(data, feature, options));
    }

    /// <summary>
    /// Samples as boxes from the lower to the upper quartile with the median in them, whiskers to the farthest values within 1.5
    /// box lengths,
    /// single points beyond (J. W. Tukey, 1977), and a diamond at the mean. Quartiles lie between values as numpy has them.
    /// </summary>
    /// <param name="samples">1 to 60 samples, each with at least one value.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// No samples, an empty one, a value that is not finite, or a setting out of range.
    /// </exception>
    /// <example><code>Chart.Box([new Sample("before", a), new Sample("after", b)], new() { XLabel = "time [s]" })</code></example>
    public static Figure Box(IReadOnlyList<Sample> samples, BoxOptions? options = null)
    {
        options ??= new BoxOptions();
        var axis = new SampleAxis(samples, options);
        FiveNumbers[] boxes = [.. axis.Sorted.Select(v => new FiveNumbers(v))];
        string title = options.Title ?? $"{axis.Values.Label} by sample";
        string said =
            string.Join(". ", boxes.Select((b, i) => $"{b.Say(axis.Names[i])}, {Numbers.Count(b.Outliers.Count())} outliers"));
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description ?? $"{title}. Box plots. {said}.",
            Panels = [new Panel(axis.Values, axis.Places, [.. boxes.SelectMany((b, i) =>
                BoxMarks(b, i, axis, Palette.Of(i), 0.6, points: true))])],
            Notes = [.. axis.Notes, "Box: quartiles and median; whiskers: within 1.5 box lengths; diamond: mean"],
            Text = $"{title}\n{string.Join("\n", boxes.Select((b, i) => "  " + b.Say(axis.Names[i])))}",
            Width = axis.Width,
            RowHeight = axis.RowHeight,
        });
    }

    /// <summary>A box with whiskers at one place, its parts cut at the axis' ends.</summary>
    private static IEnumerable<Mark> BoxMarks(FiveNumbers box, int place, SampleAxis axis, Look look, double thickness,
        bool points)
    {
        double y = place + 0.5, top = y - (thickness / 2), bottom = y + (thickness / 2);
        (double low, double q1, double median, double q3, double high) =
            (axis.Within(box.Low), axis.Within(box.Q1), axis.Within(box.Median), axis.Within(box.Q3), axis.Within(box.High));
        double cap = thickness / 4;
        yield return new Strokes([[(low, y), (q1, y)], [(q3, y), (high, y)], [(low, y - cap), (low, y + cap)],
            [(high, y - cap), (high, y + cap)]], look.Colour, 1.6);
        yield return new Shape([[(q1, top), (q3, top), (q3, bottom), (q1, bottom)]],
            box.Say(axis.Names[place])) { Look = look with { Dash = "" } };
        yield return new Strokes([[(median, top), (median, bottom)]], Palette.Ink, 2.6);
        if (!points) yield break;
        // Outliers as near as half a pixel look like one.
        double[] beyond =
            [.. box.Outliers.Where(axis.Shows).GroupBy(v => Math.Round(axis.Values.Place(v) * 1400)).Select(g => g.First())];
        if (beyond.Length > 0) yield return new Dots(beyond, [.. beyond.Select(_ => y)], look with { Marker = Marker.Circle },
            2.2);
        if (axis.Shows(box.Mean))
        {
            yield return new Dots([box.Mean], [y], look with { Marker = Marker.Diamond, Colour = Palette.Ink },
                3.6) { Hover = [$"mean {Numbers.Short(box.Mean, 4)}"] };
        }
    }

    private static BoxOptions Named(TabularData data, string feature, BoxOptions? options)
    {
        options ??= new BoxOptions();
        return options with
        {
            Title = options.Title ?? $"{data.Name}: {feature} by class",
                XLabel = options.XLabel ?? data.Features[data.IndexOf(feature)].AxisLabel,
        };
    }
}
