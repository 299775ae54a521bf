using System.Globalization;
using HackLab.Data.Hosting;
using HackLab.Evaluation.Internals;
using HackLab.Simulation.Numerics;

namespace HackLab.Evaluation;

/// <summary>How far a metric might be off by chance.</summary>
public static partial class Metrics
{
    // Fewer redraws than this say nothing about the ends of an interval.
    private const int FewestResamples = 20;

    /// <summary>
    /// The percentile bootstrap (B. Efron, 1979): draws as many rows as there are, again and again, the same row more than once
    /// if it comes, and takes the middle of the metric's values. Redraws with one class only are drawn again.
    /// </summary>
    /// <param name="y">True classes 0 and 1, both present, shape [n].</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <param name="metric">What to measure on labels and scores; null for <see cref="Auc(ReadOnlySpan{int}, ReadOnlySpan{float})"/>.</param>
    /// <param name="resamples">How many redraws, at least 20.</param>
    /// <param name="level">How often the interval shall hold the true value, above 0 and below 1.</param>
    /// <param name="seed">Another seed gives slightly other ends.</param>
    /// <returns>The value on all rows with its interval. An interrupted cell keeps the redraws done, if they are at least 20.</returns>
    /// <exception cref="ArgumentException">Lengths differ, one class only, a score is not finite, or a setting is out of range.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before 20 redraws.</exception>
    /// <example><code>Metrics.BootstrapInterval(test.Y, score)   // 0.693 (95 % interval 0.647 to 0.739)</code></example>
    public static Interval BootstrapInterval(
        int[] y, float[] score, Func<int[], float[], double>? metric = null, int resamples = 1000, double level = 0.95, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(y);
        ArgumentNullException.ThrowIfNull(score);
        BinaryInput.Check(y, BinaryInput.Widen(score), []);
        if (resamples < FewestResamples) throw new ArgumentException($"At least {FewestResamples} redraws are needed, but resamples is {resamples}.", nameof(resamples));
        if (!(level > 0 && level < 1)) throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"level must lie between 0 and 1, but it is {level}."), nameof(level));
        metric ??= (labels, scores) => Auc(labels, scores);

        CancellationToken token = NotebookHost.Token;
        var random = new SeededRandom(seed);
        int[] drawnY = new int[y.Length];
        float[] drawnScore = new float[y.Length];
        var values = new List<double>(resamples);
        while (values.Count < resamples)
        {
            if (token.IsCancellationRequested && values.Count >= FewestResamples) break;
            token.ThrowIfCancellationRequested();
            Draw(y, score, random, drawnY, drawnScore);
            values.Add(metric(drawnY, drawnScore));
        }
        values.Sort();
        double tail = (1 - level) / 2;
        return new Interval(metric(y, score), Quantile(values, tail), Quantile(values, 1 - tail), level, values.Count);
    }

    private static void Draw(int[] y, float[] score, SeededRandom random, int[] drawnY, float[] drawnScore)
    {
        int positives;
        do
        {
            positives = 0;
            for (int i = 0; i < y.Length; i++)
            {
                int row = random.NextInt(y.Length);
                (drawnY[i], drawnScore[i]) = (y[row], score[row]);
                positives += y[row];
            }
        }
        while (positives == 0 || positives == y.Length);
    }

    /// <summary>Interpolates linearly between neighbours, as NumPy's default.</summary>
    private static double Quantile(List<double> sorted, double fraction)
    {
        double position = fraction * (sorted.Count - 1);
        int below = (int)position;
        if (below + 1 >= sorted.Count) return sorted[below];
        return sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }
}
