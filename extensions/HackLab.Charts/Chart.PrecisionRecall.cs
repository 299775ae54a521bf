using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>Precision-recall curves.</summary>
public static partial class Chart
{
    /// <summary>One precision-recall curve.</summary>
    /// <param name="recall">From 0 to 1, rising or falling, shape [n].</param>
    /// <param name="precision">From 0 to 1, shape [n].</param>
    /// <param name="averagePrecision">The area under the steps.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths differ, no points, or a share is not between 0 and 1.</exception>
    public static Figure PrecisionRecall(double[] recall, double[] precision, double averagePrecision,
        PrecisionRecallOptions? options = null) =>
        PrecisionRecall([new PrecisionRecallSeries("this score", recall, precision, averagePrecision)], options);

    /// <summary>
    /// Precision-recall curves to compare, drawn as the steps that average precision is the area of (J. Davis and M. Goadrich,
    /// ICML 2006:
    /// straight lines between points would promise too much).
    /// </summary>
    /// <param name="curves">At least one.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">No curves, lengths differ, no points, or a share is not between 0 and 1.</exception>
    /// <example><code>Chart.PrecisionRecall([new("forest", r, p, 0.83)], new() { Prevalence = 0.1 })</code></example>
    public static Figure PrecisionRecall(IReadOnlyList<PrecisionRecallSeries> curves, PrecisionRecallOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0) throw new ArgumentException("There is nothing to draw: no curves.", nameof(curves));
        options ??= new PrecisionRecallOptions();
        Input.Size(options);
        if (options.Prevalence is not null and not (>= 0 and <= 1))
            throw new ArgumentException($"Prevalence is a share from 0 to 1, but it is {options.Prevalence}.", nameof(options));
        int dropped = 0;
        Series[] drawn =
            [.. curves.Select(c => Input.Points(new Series(c.Name, c.Recall, c.Precision), options.NonFinite, ref dropped))];
        foreach (Series curve in drawn)
        {
            if (curve.X.Concat(curve.Y).Any(share => share is < 0 or > 1))
            {
                throw new ArgumentException(
                    $"'{curve.Name}' has values outside 0 to 1; recall and precision are shares, not percentages.",
                        nameof(curves));
            }
        }
        string Name(int i) => $"{curves[i].Name}: average precision {Numbers.Fixed(curves[i].AveragePrecision, 3)}";
        List<Mark> marks = [];
        if (options.Prevalence is { } share) marks.Add(new RuleLine(share, IsUpright: false,
            $"chance: {Numbers.Short(share)}") { Colour = Palette.Muted });
        for (int i = 0; i < drawn.Length; i++)
        {
            Series steps = Steps(drawn[i]);
            marks.Add(new Curve(steps.X, steps.Y, Palette.Of(i), Name(i), Shaded: false, Points: false, 1));
        }
        string positive = options.PositiveName;
        string title =
            options.Title ?? (curves.Count == 1
                ? $"Precision and recall: average precision {Numbers.Fixed(curves[0].AveragePrecision, 3)}"
                : "Precision and recall");
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}. Share of {positive} among those called {positive} against share of {positive} found, for every threshold. {string.Join(" ", curves.Select((_, i) => Name(i) + "."))}"
                + (options.Prevalence is { } p ? $" A score that knows nothing has precision {Numbers.Short(p)}." : ""),
            Panels =
            [
                new Panel(
                    new Axis(options.XLabel ?? $"{positive} found (recall)", 0, 1),
                    new Axis(options.YLabel ?? $"{positive} among those called so (precision)", 0, 1.02),
                        marks) { Square = true },
            ],
            Notes = [.. Input.Note(dropped)],
            Legend = [.. curves.Select((_, i) => new LegendEntry(Palette.Of(i), Name(i), IsArea: false))],
            Text = $"{title}\n{string.Join("\n", curves.Select((_, i) => "  " + Name(i)))}",
            Width = options.Width ?? 500,
            RowHeight = options.Height ?? 470,
        });
    }

    /// <summary>From each recall down to the next lower one at the same precision, then to that one's precision.</summary>
    private static Series Steps(Series curve)
    {
        int[] order = [.. Enumerable.Range(0, curve.X.Count)];
        if (curve.X[0] < curve.X[^1]) Array.Reverse(order);
        var x = new List<double>();
        var y = new List<double>();
        foreach (int i in order)
        {
            if (x.Count > 0)
            {
                x.Add(curve.X[i]);
                y.Add(y[^1]);
            }
            x.Add(curve.X[i]);
            y.Add(curve.Y[i]);
        }
        return new Series(curve.Name, x, y);
    }
}
