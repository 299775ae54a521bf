using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;
using HackLab.Learning;

namespace HackLab.Charts;

/// <summary>Lines through points, and learning curves.</summary>
public static partial class Chart
{
    private const int MostMarkedPoints = 30;

    /// <summary>One line through points.</summary>
    /// <param name="x">Horizontal values, shape [n].</param>
    /// <param name="y">Vertical values, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths differ, no points, or a value that is not finite.</exception>
    /// <example><code>Chart.Line([0, 1, 2], [0, 1, 4], new() { Title = "Squares", XLabel = "x", YLabel = "x²" })</code></example>
    public static Figure Line(double[] x, double[] y, LineOptions? options = null) =>
        Line([new Series(options?.YLabel ?? "y", x, y)], options);

    /// <summary>Several lines in one pair of axes, told apart by colour, dashes and markers.</summary>
    /// <param name="lines">At least one line with at least one point. Up to a million points: what no eye can see is left out.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">No lines, lengths differ, a value that is not finite, or a range is empty or cuts points off.</exception>
    /// <example><code>Chart.Line([new("training", loss), new("validation", other)], new() { XLabel = "epoch", YLabel = "log loss" })</code></example>
    public static Figure Line(IReadOnlyList<Series> lines, LineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(lines);
        if (lines.Count == 0) throw new ArgumentException("There is nothing to draw: no lines.", nameof(lines));
        options ??= new LineOptions();
        Input.Size(options);
        int dropped = 0;
        Series[] drawn = [.. lines.Select(line => Input.Points(line, options, ref dropped))];
        bool points = options.Points ?? drawn.All(line => line.X.Count <= MostMarkedPoints);
        double grain = Math.Max(1, lines.Count / 4.0);
        string xLabel = options.XLabel ?? "x", yLabel = options.YLabel ?? "y";
        string title = options.Title ?? $"{yLabel} against {xLabel}";
        string said = string.Join(" ", drawn.Select(line =>
            $"{line.Name}: from {Numbers.Short(line.Y[0])} at {Numbers.Short(line.X[0])} to {Numbers.Short(line.Y[^1])} at {Numbers.Short(line.X[^1])}, "
            + $"lowest {Numbers.Short(line.Y.Min())}, highest {Numbers.Short(line.Y.Max())}."));
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description ?? $"{title}. {lines.Count} {(lines.Count == 1 ? "line" : "lines")}. {said}",
            Panels =
            [
                new Panel(
                    Axes.X(options, xLabel, drawn.SelectMany(l => l.X)) with { Grid = false },
                    Axes.Y(options, yLabel, drawn.SelectMany(l => l.Y)),
                    [.. drawn.Select((l, i) => new Curve(l.X, l.Y, Palette.Of(i), l.Name, Shaded: false, points, grain))]),
            ],
            Notes = [.. Input.Note(dropped)],
            Legend = lines.Count == 1 ? [] : [.. drawn.Select((l, i) => new LegendEntry(Palette.Of(i), l.Name, IsArea: false, points))],
            Text = $"{title}\n{string.Join("\n", drawn.Select(l => LineText(l, drawn.Max(o => o.Name.Length))))}",
            Width = options.Width ?? 720,
            RowHeight = options.Height ?? 340,
        });
    }

    /// <summary>The loss after every step of training, and that of the validation rows if there are any.</summary>
    /// <param name="log">The steps of a fit, at least one.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no steps, or a loss is not finite.</exception>
    /// <example><code>Chart.LearningCurve(model.Log)</code></example>
    public static Figure LearningCurve(IReadOnlyList<TrainingStep> log, LineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.Count == 0) throw new ArgumentException("There are no training steps to draw.", nameof(log));
        options ??= new LineOptions();
        double[] steps = [.. log.Select(s => (double)s.Iteration)];
        List<Series> lines = [new($"training, now {Numbers.Fixed(log[^1].Loss, 4)}", steps, [.. log.Select(s => s.Loss)])];
        if (log.All(s => s.ValidationLoss is not null))
            lines.Add(new Series($"validation, now {Numbers.Fixed(log[^1].ValidationLoss!.Value, 4)}", steps, [.. log.Select(s => s.ValidationLoss!.Value)]));
        return Line(lines, options with
        {
            Title = options.Title ?? $"Learning curve, {log[^1].Iteration} {(log[^1].Iteration == 1 ? "step" : "steps")}",
            XLabel = options.XLabel ?? "training step",
            YLabel = options.YLabel ?? "mean log loss",
            Points = options.Points ?? log.Count <= MostMarkedPoints,
        });
    }

    private static string LineText(Series line, int width) =>
        $"  {line.Name.PadRight(width)} {TextPlot.Sparkline(line.Y)}  {Numbers.Short(line.Y[0])} → {Numbers.Short(line.Y[^1])}";
}
