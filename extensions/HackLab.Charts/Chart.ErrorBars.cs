using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>Measurements with their uncertainties.</summary>
public static partial class Chart
{
    private const int MostErrorBars = 800, BandColumns = 300;

    /// <summary>One series of points with symmetric vertical error bars.</summary>
    /// <param name="x">Horizontal values, shape [n].</param>
    /// <param name="y">Vertical values, shape [n].</param>
    /// <param name="yError">One standard deviation, or whatever the caption says, shape [n], at least 0.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths differ, no points, or a value is not finite or an error below 0.</exception>
    /// <example><code>Chart.ErrorBars(t, rate, sigma, new() { XLabel = "time [s]", YLabel = "rate [1/s]" })</code></example>
    public static Figure ErrorBars(double[] x, double[] y, double[] yError, ErrorBarsOptions? options = null) =>
        ErrorBars([new ErrorSeries("measured", x, y, yError)], options);

    /// <summary>
    /// Series of points with error bars, told apart by colour and marker. Where there are too many bars to see, a band reaches
    /// from the
    /// lowest to the highest end in each of 300 columns.
    /// </summary>
    /// <param name="series">At least one, each with at least one point.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// No series, lengths differ, no points, or a value is not finite or an error below 0.
    /// </exception>
    /// <example><code>Chart.ErrorBars([new("run 1", t, a, da), new("run 2", t, b, db) { XError = dt }])</code></example>
    public static Figure ErrorBars(IReadOnlyList<ErrorSeries> series, ErrorBarsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count == 0) throw new ArgumentException("There is nothing to draw: no series.", nameof(series));
        options ??= new ErrorBarsOptions();
        Input.Size(options);
        int dropped = 0;
        ErrorSeries[] drawn = [.. series.Select(s => ErrorInput.Checked(s, options, ref dropped))];
        Series[] curves = [.. options.Curves.Select(c => Input.Points(c, options, ref dropped))];
        bool bands = drawn.Sum(s => s.X.Count) > MostErrorBars;
        var marks = new List<Mark>();
        for (int k = 0; k < curves.Length; k++)
            marks.Add(new Curve(curves[k].X, curves[k].Y, Palette.Of(k + drawn.Length), curves[k].Name, Shaded: false,
                Points: false, 1));
        for (int k = 0; k < drawn.Length; k++) marks.AddRange(bands ? ErrorBand(drawn[k], Palette.Of(k))
            : ErrorMarks(drawn[k], Palette.Of(k), options));
        string xLabel =
            options.XLabel ?? "x", yLabel = options.YLabel ?? "y", title = options.Title ?? $"{yLabel} against {xLabel}";
        string said = string.Join(" ", drawn.Select(s =>
            $"{s.Name}: {Numbers.Count(s.X.Count)} points, {yLabel} from {Numbers.Short(s.Y.Min())} to {Numbers.Short(s.Y.Max())}, mean error {Numbers.Short(s.YError.Average())}."));
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}, with error bars. {said}{string.Concat(curves.Select(c => $" Curve: {c.Name}."))}",
            Panels =
            [
                new Panel(
                    Axes.X(options, xLabel, drawn.SelectMany(s =>
                        ErrorInput.Reach(s.X, s.XError, s.XError, options.XScale)).Concat(curves.SelectMany(c => c.X))),
                    Axes.Y(options, yLabel, drawn.SelectMany(s =>
                        ErrorInput.Reach(s.Y, s.YErrorLow ?? s.YError, s.YError,
                        options.YScale)).Concat(curves.SelectMany(c => c.Y))),
                    marks),
            ],
            Notes = [.. Input.Note(dropped, Axes.HasLog(options)),
                .. bands ? ["Bands: from the lowest to the highest end of the error bars in each of 300 columns"]
                : Array.Empty<string>()],
            Legend = drawn.Length + curves.Length == 1 ? [] :
            [
                .. drawn.Select((s, k) => bands ? new LegendEntry(Palette.Of(k), s.Name, IsArea: true)
                    : new LegendEntry(Palette.Of(k), s.Name, false, true) { HasLine = options.Lines }),
                .. curves.Select((c, k) => new LegendEntry(Palette.Of(k + drawn.Length), c.Name, IsArea: false)),
            ],
            Text = $"{title}\n{string.Join("\n", drawn.Select(s => $"  {s.Name} {TextPlot.Sparkline(s.Y)}  mean error {Numbers.Short(s.YError.Average())}"))}",
            Width = options.Width ?? 720,
            RowHeight = options.Height ?? 360,
        });
    }

    private static IEnumerable<Mark> ErrorMarks(ErrorSeries s, Look look, ErrorBarsOptions options)
    {
        IReadOnlyList<double> low = s.YErrorLow ?? s.YError;
        if (s.XError is { } sideways) yield return new Whiskers(s.Y, [.. s.X.Zip(sideways, (v, e) => v - e)],
            [.. s.X.Zip(sideways, (v, e) => v + e)], look, Upright: false);
        yield return new Whiskers(s.X, [.. s.Y.Zip(low, (v, e) => v - e)], [.. s.Y.Zip(s.YError, (v, e) => v + e)], look,
            Upright: true);
        if (options.Lines) yield return new Curve(s.X, s.Y, look, s.Name, Shaded: false, Points: false, 1);
        string Error(int i) => s.YErrorLow is null ? $"± {Numbers.Short(s.YError[i])}"
            : $"+ {Numbers.Short(s.YError[i])} − {Numbers.Short(low[i])}";
        yield return new Dots(s.X, s.Y, look, 4)
        {
            Hover = [.. s.X.Select((x, i) =>
                $"{s.Name}: {Numbers.Short(x, 4)}{(s.XError is null ? "" : $" ± {Numbers.Short(s.XError[i])}")}, {Numbers.Short(s.Y[i], 4)} {Error(i)}")],
        };
    }

    private static IEnumerable<Mark> ErrorBand(ErrorSeries s, Look look)
    {
        IReadOnlyList<double> low = s.YErrorLow ?? s.YError;
        (double from, double to) = (s.X.Min(), s.X.Max());
        var columns = Enumerable.Range(0, s.X.Count).GroupBy(i =>
            to > from ? Math.Min(BandColumns - 1, (int)((s.X[i] - from) / (to - from) * BandColumns)) : 0)
            .OrderBy(g => g.Key).Select(g => (X: g.Average(i => s.X[i]), Low: g.Min(i => s.Y[i] - low[i]),
                High: g.Max(i => s.Y[i] + s.YError[i]), Mean: g.Average(i => s.Y[i]))).ToArray();
        if (columns.Length > 1)
            yield return new Shape([[.. columns.Select(c => (c.X, c.Low)), .. columns.Reverse().Select(c => (c.X, c.High))]],
                s.Name) { Look = look, Edge = 1 };
        yield return new Curve([.. columns.Select(c => c.X)], [.. columns.Select(c => c.Mean)], look, $"{s.Name}: mean",
            Shaded: false, Points: false, 1);
    }
}
