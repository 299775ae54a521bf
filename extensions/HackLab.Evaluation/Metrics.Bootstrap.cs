using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How far a metric of scores might be off by chance.</summary>
public static partial class Metrics
{
    /// <summary>
    /// The percentile bootstrap of a metric of labels and scores; <see cref="Bootstrap"/> does the same for any metric. Redraws
    /// with one class only are drawn again.
    /// </summary>
    /// <param name="y">True classes 0 and 1, both present, shape [n].</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <param name="metric">
    /// What to measure on labels and scores, on one thread; null for
    /// <see cref="Auc(ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>.
    /// </param>
    /// <param name="resamples">How many redraws, at least 20.</param>
    /// <param name="level">How often the interval shall hold the true value, above 0 and below 1.</param>
    /// <param name="seed">Another seed gives slightly other ends.</param>
    /// <returns>
    /// The value on all rows with its interval. An interrupted cell keeps the redraws done, if they are at least 20.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, one class only, a score is not finite, or a setting is out of range.
    /// </exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before 20 redraws.</exception>
    /// <example><code>Metrics.BootstrapInterval(test.Y, score)   // 0.693 (95 % interval 0.647 to 0.739)</code></example>
    public static Interval BootstrapInterval(
        int[] y, float[] score, Func<int[], float[], double>? metric = null, int resamples = 1000, double level = 0.95,
        int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(score);
        BinaryInput.Check(y, BinaryInput.Widen(score), []);
        // A metric given by a notebook may count or collect; ours does not.
        int threads = metric is null ? 0 : 1;
        var options = new BootstrapOptions { Resamples = resamples, Level = level, Seed = seed, Threads = threads };
        metric ??= static (labels, scores) => Auc(labels, scores);
        return Bootstrap.Interval(y.Length, rows => OfRows(y, score, rows, metric), options);
    }

    private static double OfRows(int[] y, float[] score, int[] rows, Func<int[], float[], double> metric)
    {
        var drawnY = new int[rows.Length];
        var drawnScore = new float[rows.Length];
        int positives = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            (drawnY[i], drawnScore[i]) = (y[rows[i]], score[rows[i]]);
            positives += drawnY[i];
        }
        return positives == 0 || positives == rows.Length ? double.NaN : metric(drawnY, drawnScore);
    }
}
