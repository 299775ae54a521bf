using HackLab.Charts.Internals;
using HackLab.Charts.Internals.Marks;

namespace HackLab.Charts;

/// <summary>Reliability diagrams.</summary>
public static partial class Chart
{
    /// <summary>Whether predicted probabilities come true, in bins of equal width; empty bins are left out.</summary>
    /// <param name="y">The class of each row, 0 or 1, shape [n].</param>
    /// <param name="probability">The predicted probability of class 1, from 0 to 1, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no rows, a class other than 0 and 1, or a probability outside 0 to 1.
    /// </exception>
    /// <example><code>Chart.Calibration(test.Y, model.PredictProbability(test))</code></example>
    public static Figure Calibration(IReadOnlyList<int> y, IReadOnlyList<float> probability, CalibrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(probability);
        options ??= new CalibrationOptions();
        if (y.Count != probability.Count)
            throw new ArgumentException($"There are {y.Count} classes for {probability.Count} probabilities.", nameof(y));
        if (y.Count == 0) throw new ArgumentException("There is nothing to draw: no rows.", nameof(y));
        if (options.Bins is < 2 or > 50)
            throw new ArgumentException($"Bins must lie between 2 and 50, but it is {options.Bins}.", nameof(options));
        var counts = new long[options.Bins];
        double[] promised = new double[options.Bins], came = new double[options.Bins];
        for (int i = 0; i < y.Count; i++)
        {
            if (y[i] is not (0 or 1)) throw new ArgumentException($"Row {i} has class {y[i]}; classes are 0 and 1.", nameof(y));
            if (!(probability[i] is >= 0 and <= 1))
            {
                throw new ArgumentException(
                    $"Row {i} has the probability {probability[i]}, outside 0 to 1.", nameof(probability));
            }
            int bin = Math.Min(options.Bins - 1, (int)(probability[i] * (double)options.Bins));
            (counts[bin], promised[bin], came[bin]) = (counts[bin] + 1, promised[bin] + probability[i], came[bin] + y[i]);
        }
        int[] filled = [.. Enumerable.Range(0, options.Bins).Where(b => counts[b] > 0)];
        return Calibration(
            [new("this score", [.. filled.Select(b => promised[b] / counts[b])], [.. filled.Select(b => came[b] / counts[b])],
                [.. filled.Select(b => counts[b])])], options);
    }

    /// <summary>
    /// Whether predicted probabilities come true: the share of the positive against the mean prediction of each bin, with the
    /// interval of
    /// E. B. Wilson (J. Am. Stat. Assoc. 22, 209, 1927) at one standard deviation, over the number of rows in each bin.
    /// </summary>
    /// <param name="series">At least one; a bin has at least one row.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">
    /// No series, lengths differ, no bins, a share outside 0 to 1, or a count below 1.
    /// </exception>
    /// <example><code>Chart.Calibration([new("forest", predicted, observed, counts)])</code></example>
    public static Figure Calibration(IReadOnlyList<CalibrationSeries> series, CalibrationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count == 0) throw new ArgumentException("There is nothing to draw: no series.", nameof(series));
        options ??= new CalibrationOptions();
        Input.Size(options);
        int dropped = 0;
        foreach (CalibrationSeries s in series)
        {
            Input.Points(new Series(s.Name, s.Predicted, s.Observed), NonFinite.Refuse, ref dropped);
            if (s.Counts.Count != s.Predicted.Count)
            {
                throw new ArgumentException(
                    $"'{s.Name}' has {s.Counts.Count} counts for {s.Predicted.Count} bins.", nameof(series));
            }
            if (s.Predicted.Concat(s.Observed).Any(share => share is < 0 or > 1))
                throw new ArgumentException($"'{s.Name}' has shares outside 0 to 1.", nameof(series));
            if (s.Counts.Any(count => count < 1))
                throw new ArgumentException($"'{s.Name}' has a bin with fewer than 1 row; leave empty bins out.", nameof(series));
        }
        List<Mark> upper = [new Reference(0, 0, 1, 1, "")], lower = [];
        for (int k = 0; k < series.Count; k++)
        {
            CalibrationSeries s = series[k];
            Look look = Palette.Of(k);
            (double Low, double High)[] intervals = [.. s.Observed.Select((p, i) => Wilson(p, s.Counts[i]))];
            upper.Add(new Whiskers(s.Predicted, [.. intervals.Select(i => i.Low)], [.. intervals.Select(i => i.High)], look,
                Upright: true));
            upper.Add(new Curve(s.Predicted, s.Observed, look, s.Name, Shaded: false, Points: false, 1));
            upper.Add(new Dots(s.Predicted, s.Observed, look, 4)
            {
                Hover = [.. s.Predicted.Select((p, i) =>
                    $"{s.Name}: promised {Numbers.Percent(p)}, came true {Numbers.Percent(s.Observed[i])} of {Numbers.Count(s.Counts[i])}")],
            });
            double shift = (k - ((series.Count - 1) / 2.0)) * 0.012;
            lower.Add(new Strokes([.. s.Predicted.Select((p, i) =>
                (IReadOnlyList<(double, double)>)[(p + shift, 0), (p + shift, s.Counts[i])])], look.Colour,
                series.Count == 1 ? 10 : 5) { Look = look });
        }
        // The mean gap between promise and outcome, weighted by rows (M. P. Naeini et al., AAAI 2015).
        string Gap(CalibrationSeries s) => Numbers.Percent(s.Predicted.Select((p, i) =>
            Math.Abs(p - s.Observed[i]) * s.Counts[i]).Sum() / s.Counts.Sum());
        string positive = options.PositiveName, title = options.Title ?? "Do predicted probabilities come true?";
        string said =
            string.Join(" ", series.Select(s =>
                $"{s.Name}: {s.Predicted.Count} bins, {Numbers.Count(s.Counts.Sum())} rows, mean gap {Gap(s)}."));
        double most = series.Max(s => s.Counts.Max());
        return new Figure(new FigureModel
        {
            Title = title,
            Description = options.Description
                ?? $"{title} Share of {positive} against predicted probability, with the number of rows per bin below. {said}",
            Panels =
            [
                new Panel(new Axis("", -0.02, 1.02) { TickLabels = false },
                    new Axis(options.YLabel ?? $"share that is {positive}", -0.02, 1.02), upper),
                new Panel(new Axis(options.XLabel ?? $"predicted probability of {positive}", -0.02, 1.02),
                    new Axis("rows per bin", 0, most * 1.08), lower),
            ],
            RowShares = [3, 1.35],
            Notes = ["Dashed: what is promised comes true"],
            Legend = [.. series.Select((s, k) => new LegendEntry(Palette.Of(k), $"{s.Name}: mean gap {Gap(s)}", false, true))],
            Text = $"{title}\n{string.Join("\n", series.Select(s => $"  {s.Name}: mean gap {Gap(s)}\n{string.Join("\n", s.Predicted.Select((p, i) => $"    {Numbers.Percent(p),7} → {Numbers.Percent(s.Observed[i]),7}  n = {Numbers.Count(s.Counts[i])}"))}"))}",
            Width = options.Width ?? 520,
            RowHeight = options.Height ?? 280,
        });
    }

    private static (double Low, double High) Wilson(double share, double n)
    {
        double centre = (share + (0.5 / n)) / (1 + (1 / n));
        double half = Math.Sqrt((share * (1 - share) / n) + (0.25 / (n * n))) / (1 + (1 / n));
        return (Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
