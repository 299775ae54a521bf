using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>
/// How far any metric might be off by chance: the percentile bootstrap (B. Efron, 1979). It draws as many rows as there are,
/// again and again, the same row more than once if it comes, and takes the middle of the metric's values.
/// </summary>
public static class Bootstrap
{
    /// <summary>The interval of a metric of rows.</summary>
    /// <param name="rows">How many rows there are, n, at least 1.</param>
    /// <param name="metric">
    /// What to measure on the rows whose numbers it is given, shape [n], the same number maybe more than once. It is called by
    /// several threads at once, and must not keep the array. Redraws for which it gives NaN (a class is missing, for example) are
    /// drawn again.
    /// </param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>
    /// The value on all rows with its interval. An interrupted cell keeps the redraws done, if they are at least 20.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A setting is out of range, strata do not fit, or the metric gives NaN 1,000 times in a row.
    /// </exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before 20 redraws.</exception>
    /// <example><code>
    /// float[] Of(float[] all, int[] rows) => [.. rows.Select(row => all[row])];
    /// Bootstrap.Interval(y.Length, rows => Metrics.MeanAbsoluteError(Of(y, rows), Of(yHat, rows)))
    /// </code></example>
    public static Interval Interval(int rows, Func<int[], double> metric, BootstrapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(metric);
        options ??= new BootstrapOptions();
        var redraws = new Redraws(rows, options);
        double[] values = [.. redraws.Run(drawn => (metric(drawn), 0)).Select(pair => pair.First)];
        return IntervalOf(metric(redraws.AllRows()), values, options.Level);
    }

    /// <summary>The interval of the mean of values, for example of one error per image.</summary>
    /// <param name="values">One value per row, all finite, shape [n].</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <exception cref="ArgumentException">No values, one is not finite, or a setting is out of range.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before 20 redraws.</exception>
    /// <example><code>Bootstrap.Mean(report.Ssim)   // the mean over images with its interval</code></example>
    public static Interval Mean(IReadOnlyList<double> values, BootstrapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (int i = 0; i < values.Count; i++)
        {
            if (!double.IsFinite(values[i]))
            {
                throw new ArgumentException(
                    Words.Of($"Value {i} is {values[i]}; every value must be finite."), nameof(values));
            }
        }
        return Interval(values.Count, rows => MeanOf(values, rows), options);
    }

    /// <summary>
    /// Whether one model is better than another on the same rows: both metrics are measured on the same redraws, so what makes
    /// rows easy or hard for both falls out of the difference.
    /// </summary>
    /// <param name="rows">How many rows there are, n, at least 1.</param>
    /// <param name="metricA">What to measure for the first model, as for <see cref="Interval"/>.</param>
    /// <param name="metricB">What to measure for the second.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    /// <returns>Both intervals and that of A − B. An interrupted cell keeps the redraws done, if they are at least 20.</returns>
    /// <exception cref="ArgumentException">
    /// A setting is out of range, strata do not fit, or a metric gives NaN 1,000 times in a row.
    /// </exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before 20 redraws.</exception>
    /// <example><code>
    /// double Auc(int[] rows, float[] score) => …;
    /// Bootstrap.Difference(y.Length, rows => Auc(rows, trees), rows => Auc(rows, linear))
    /// </code></example>
    public static PairedDifference Difference(
        int rows, Func<int[], double> metricA, Func<int[], double> metricB, BootstrapOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(metricA);
        ArgumentNullException.ThrowIfNull(metricB);
        options ??= new BootstrapOptions();
        var redraws = new Redraws(rows, options);
        List<(double First, double Second)> values = redraws.Run(drawn => (metricA(drawn), metricB(drawn)));
        int[] all = redraws.AllRows();
        (double a, double b) = (metricA(all), metricB((int[])all.Clone()));
        double[] differences = [.. values.Select(pair => pair.First - pair.Second)];
        // Twice the smaller tail; one is added to both counts because the rows at hand are one more draw (Davison and Hinkley,
        // 1997, 4.2).
        int low = differences.Count(d => d <= 0), high = differences.Count(d => d >= 0);
        double p = Math.Min(1, 2.0 * (1 + Math.Min(low, high)) / (1 + differences.Length));
        return new PairedDifference(
            IntervalOf(a, [.. values.Select(pair => pair.First)], options.Level),
            IntervalOf(b, [.. values.Select(pair => pair.Second)], options.Level),
            IntervalOf(a - b, differences, options.Level), p);
    }

    private static Interval IntervalOf(double value, double[] redrawn, double level)
    {
        Array.Sort(redrawn);
        double tail = (1 - level) / 2;
        return new Interval(value, Quantile.Of(redrawn, tail), Quantile.Of(redrawn, 1 - tail), level, redrawn.Length);
    }

    private static double MeanOf(IReadOnlyList<double> values, int[] rows)
    {
        double sum = 0;
        foreach (int row in rows) sum += values[row];
        return sum / rows.Length;
    }
}
