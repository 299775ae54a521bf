using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>Receiver operating characteristics.</summary>
public static partial class Chart
{
    /// <summary>One ROC curve over its shaded area, with the diagonal of a score that knows nothing.</summary>
    /// <param name="fpr">False positive rates, from 0 to 1, shape [n].</param>
    /// <param name="tpr">True positive rates, from 0 to 1, shape [n].</param>
    /// <param name="area">The area under the curve.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">Lengths differ, no points, or a rate is not between 0 and 1.</exception>
    public static Figure Roc(double[] fpr, double[] tpr, double area, RocOptions? options = null) =>
        Roc([new RocSeries("this score", fpr, tpr, area)], options);

    /// <summary>ROC curves to compare, with the diagonal of a score that knows nothing.</summary>
    /// <param name="curves">At least one; a single one has its area shaded.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">No curves, lengths differ, no points, or a rate is not between 0 and 1.</exception>
    public static Figure Roc(IReadOnlyList<RocSeries> curves, RocOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(curves);
        if (curves.Count == 0) throw new ArgumentException("There is nothing to draw: no curves.", nameof(curves));
        options ??= new RocOptions();
        Input.Size(options);
        int dropped = 0;
        Series[] drawn = [.. curves.Select(c => Input.Points(new Series(c.Name, c.Fpr, c.Tpr), options.NonFinite, ref dropped))];
        foreach (Series curve in drawn)
        {
            if (curve.X.Concat(curve.Y).Any(rate => rate is < 0 or > 1))
                throw new ArgumentException($"'{curve.Name}' has rates outside 0 to 1; fpr and tpr are shares, not percentages.", nameof(curves));
        }
        string background = options.ClassNames?[0] ?? "background", signal = options.ClassNames?[^1] ?? "signal";
        string title = options.Title ?? (curves.Count == 1 ? $"ROC curve: area {Numbers.Fixed(curves[0].Area, 3)}" : "ROC curves");
        string said = string.Join(" ", curves.Select(c => $"{c.Name}: area {Numbers.Fixed(c.Area, 3)}."));
        List<Mark> marks = [new Reference(0, 0, 1, 1, "chance: area 0.5")];
        marks.AddRange(drawn.Select((c, i) => new Curve(c.X, c.Y, Palette.Of(i), $"{c.Name}: area {Numbers.Fixed(curves[i].Area, 3)}", curves.Count == 1, false, 1)));
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title}. Share of {signal} found against share of {background} wrongly called {signal}, for every threshold. {said} A score that knows nothing has area 0.5.",
            Panels =
            [
                new Panel(
                    new Axis(options.XLabel ?? $"{background} called {signal} (false positive rate)", 0, 1),
                    new Axis(options.YLabel ?? $"{signal} found (true positive rate)", 0, 1), marks) { Square = true },
            ],
            Notes = [.. Input.Note(dropped)],
            Legend = [.. curves.Select((c, i) => new LegendEntry(Palette.Of(i), $"{c.Name}: area {Numbers.Fixed(c.Area, 3)}", IsArea: false))],
            Text = $"{title}\n{string.Join("\n", curves.Select((c, i) => RocText(drawn[i], c.Area)))}",
            Width = options.Width ?? 500,
            RowHeight = options.Height ?? 470,
        });
    }

    private static string RocText(Series curve, double area)
    {
        double[] rates = [0.01, 0.1, 0.25, 0.5];
        string found = string.Join(", ", rates.Select(rate => $"{Numbers.Percent(TprAt(curve, rate))} at {Numbers.Short(100 * rate)} %"));
        return $"  {curve.Name}: area {Numbers.Fixed(area, 3)}; found at false positive rate: {found}";
    }

    /// <summary>The true positive rate at a false positive rate, on the straight line between the points beside it.</summary>
    private static double TprAt(Series curve, double fpr)
    {
        int after = 0;
        while (after < curve.X.Count && curve.X[after] <= fpr) after++;
        if (after == 0) return curve.Y[0];
        if (after == curve.X.Count) return curve.Y[^1];
        double share = (fpr - curve.X[after - 1]) / (curve.X[after] - curve.X[after - 1]);
        return curve.Y[after - 1] + (share * (curve.Y[after] - curve.Y[after - 1]));
    }
}
