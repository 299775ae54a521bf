using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>Confusion matrices.</summary>
public static partial class Chart
{
    // Above this only the most frequent confusions are said in words, and above the other cells do not talk: they are one picture.
    private const int MostSaidClasses = 8, MostTalkingClasses = 20;

    private static readonly Rgb _none = Rgb.Parse("f2f6fa"), _all = Rgb.Parse("006098");

    /// <summary>How often each true class was called which class: counts, and shares of the true class as shades.</summary>
    /// <param name="counts">Rows of each true class (first index) by predicted class (second index), shape [classes, classes].</param>
    /// <param name="classNames">What each class is called, at least two.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">The shape does not fit the names, a count is negative, or all are 0.</exception>
    /// <example><code>Chart.ConfusionMatrix(new long[,] { { 50, 23 }, { 25, 62 } }, ["background", "signal"])</code></example>
    public static Figure ConfusionMatrix(long[,] counts, IReadOnlyList<string> classNames, ConfusionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(classNames);
        options ??= new ConfusionOptions();
        Input.Size(options);
        int n = classNames.Count;
        if (n < 2 || counts.GetLength(0) != n || counts.GetLength(1) != n)
            throw new ArgumentException($"{n} class names need {n} × {n} counts; found {counts.GetLength(0)} × {counts.GetLength(1)}.", nameof(counts));
        if (counts.Cast<long>().Any(c => c < 0)) throw new ArgumentException("A count is below 0.", nameof(counts));
        long total = counts.Cast<long>().Sum();
        if (total == 0) throw new ArgumentException("There is nothing to draw: all counts are 0.", nameof(counts));

        var cells = new List<Mark>();
        var lines = new List<string>();
        for (int truth = 0; truth < n; truth++)
        {
            long row = Enumerable.Range(0, n).Sum(p => counts[truth, p]);
            for (int predicted = 0; predicted < n; predicted++)
            {
                double share = row == 0 ? 0 : counts[truth, predicted] / (double)row;
                string said = $"true {classNames[truth]}, called {classNames[predicted]}: {Numbers.Count(counts[truth, predicted])} ({Numbers.Percent(share)})";
                cells.Add(new Cell(predicted, truth, Rgb.Between(_none, _all, share), Numbers.Count(counts[truth, predicted]), Numbers.Percent(share), said));
                lines.Add(said);
            }
        }
        if (n > MostSaidClasses) lines = MostConfused(counts, classNames);
        long right = Enumerable.Range(0, n).Sum(c => counts[c, c]);
        Matrix? shares = n > MostTalkingClasses ? Shares(counts) : null;
        ColourAxis? colours = shares is null ? null : new ColourAxis(ColourMap.Viridis, 0, 1, "share of the true class");
        // Cells as large as the page allows, at most 150 pixels, and the room that class names take at the left.
        int cell = Math.Clamp(800 / n, shares is null ? 40 : 18, 150);
        double names = Math.Min(200, classNames.Max(name => TextWidth.Of(name, Style.Text)));
        string title = options.Title ?? $"Confusion matrix: {Numbers.Percent(right / (double)total)} right";
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description ?? $"{title}. {string.Join("; ", lines)}.",
            Panels =
            [
                new Panel(
                    Axis.Of(options.XLabel ?? "predicted class", classNames),
                    Axis.Of(options.YLabel ?? "true class", classNames) with { Reversed = true },
                    shares is null ? cells : [new Raster(0, 0, n, n, Pictures.Of(shares.Values, n, n, colours!), "")]) { Square = true, Colours = colours },
            ],
            Notes =
            [
                .. n == 2 ? [Kept(counts, classNames)] : Array.Empty<string>(),
                shares is null ? "Shade: share of the true class (each row adds up to 100 %)" : "Each row adds up to 100 %",
            ],
            Text = $"{title}\n  {string.Join("\n  ", n == 2 ? [.. lines, Kept(counts, classNames)] : lines)}",
            Width = options.Width ?? (int)((shares is null ? 0 : 90) + (2 * Style.Border) + PanelMargins.LabelRoom + 26 + names + (n * cell)),
            RowHeight = options.Height ?? (n * cell) + 66 + (shares is null ? 0 : (int)names),
        });
    }

    /// <summary>The two numbers that a threshold trades against each other: recall and precision of class 1, in words.</summary>
    private static string Kept(long[,] counts, IReadOnlyList<string> classNames)
    {
        long called = counts[0, 1] + counts[1, 1], there = counts[1, 0] + counts[1, 1];
        string right = called == 0 ? "none called so" : Numbers.Percent(counts[1, 1] / (double)called);
        string kept = there == 0 ? "none there" : Numbers.Percent(counts[1, 1] / (double)there);
        return $"{classNames[1]} kept: {kept} · right among those called {classNames[1]}: {right}";
    }

    private static Matrix Shares(long[,] counts)
    {
        int n = counts.GetLength(0), dropped = 0;
        var shares = new double[n * n];
        for (int truth = 0; truth < n; truth++)
        {
            double row = Enumerable.Range(0, n).Sum(p => counts[truth, p]);
            for (int p = 0; p < n; p++) shares[(truth * n) + p] = row > 0 ? counts[truth, p] / row : 0;
        }
        return Matrix.Of(shares, n, n, "The confusion matrix", NonFinite.Refuse, ref dropped);
    }

    /// <summary>The ten most frequent confusions in words.</summary>
    private static List<string> MostConfused(long[,] counts, IReadOnlyList<string> classNames)
    {
        int n = classNames.Count;
        (int Truth, int Predicted)[] wrong = [.. Enumerable.Range(0, n * n).Select(i => (i / n, i % n)).Where(c => c.Item1 != c.Item2 && counts[c.Item1, c.Item2] > 0)];
        if (wrong.Length == 0) return [$"{n} classes, none confused"];
        return
        [
            $"{n} classes; most often confused",
            .. wrong.OrderByDescending(c => counts[c.Truth, c.Predicted]).Take(10).Select(c => $"true {classNames[c.Truth]}, called {classNames[c.Predicted]}: {Numbers.Count(counts[c.Truth, c.Predicted])}"),
        ];
    }
}
