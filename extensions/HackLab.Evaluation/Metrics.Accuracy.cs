using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Shares of right predictions.</summary>
public static partial class Metrics
{
    /// <summary>The share of predictions that are right.</summary>
    /// <param name="y">True classes, shape [n].</param>
    /// <param name="yHat">Predicted classes, shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1.</returns>
    /// <exception cref="ArgumentException">Lengths differ, no labels, or weights that do not fit.</exception>
    /// <example><code>Metrics.Accuracy([0, 1, 1, 0], [0, 1, 0, 0])   // 0.75</code></example>
    public static double Accuracy(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, ReadOnlySpan<double> weights = default)
    {
        BinaryInput.Length(y.Length, yHat.Length, "predictions");
        var each = new RowWeights(y.Length, weights);
        double right = 0;
        for (int i = 0; i < y.Length; i++) if (y[i] == yHat[i]) right += each[i];
        return right / each.Total;
    }

    /// <summary>
    /// The mean of the classes' recalls: what the accuracy would be if all classes had equally many rows. Classes that are only
    /// predicted, without true rows, do not count, as in scikit-learn.
    /// </summary>
    /// <param name="y">True classes, shape [n].</param>
    /// <param name="yHat">Predicted classes, shape [n].</param>
    /// <param name="adjusted">Whether to scale it so that guessing gives 0 and all right gives 1; needs two true classes.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1; adjusted it may be below 0.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, weights that do not fit, or adjusted with one class only.
    /// </exception>
    /// <example><code>Metrics.BalancedAccuracy([0, 0, 0, 1], [0, 0, 0, 0])   // 0.5, where the accuracy is 0.75</code></example>
    public static double BalancedAccuracy(
        ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, bool adjusted = false, ReadOnlySpan<double> weights = default)
    {
        ClassTotals totals = ClassTotals.Of(y, yHat, weights);
        int classes = totals.True.Count(weight => weight > 0);
        double mean = totals.True.Select((weight, c) => weight > 0 ? totals.Hit[c] / weight : 0).Sum() / classes;
        if (!adjusted) return mean;
        if (classes < 2)
        {
            throw new ArgumentException(
                "With one true class only there is nothing to guess, so the adjusted value is not defined.", nameof(y));
        }
        double chance = 1.0 / classes;
        return (mean - chance) / (1 - chance);
    }

    /// <summary>
    /// The Matthews correlation coefficient: the correlation of true and predicted classes, for two classes
    /// (TP · TN − FP · FN) / √((TP+FP)(TP+FN)(TN+FP)(TN+FN)), for more the coefficient R_K (J. Gorodkin, 2004).
    /// </summary>
    /// <param name="y">True classes, shape [n].</param>
    /// <param name="yHat">Predicted classes, shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>
    /// Between −1 and 1; 1 if all is right, 0 for guessing, and 0 where the truth or the predictions are all one class.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths differ, no labels, or weights that do not fit.</exception>
    /// <example><code>Metrics.MatthewsCorrelation([1, 1, 1, 0], [1, 0, 1, 1])   // −0.333</code></example>
    public static double MatthewsCorrelation(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, ReadOnlySpan<double> weights = default)
    {
        ClassTotals totals = ClassTotals.Of(y, yHat, weights);
        double right = totals.Hit.Sum(), n = totals.Called.Sum();
        double both = 0, called = 0, truth = 0;
        for (int c = 0; c < totals.Labels.Length; c++)
        {
            both += totals.True[c] * totals.Called[c];
            called += totals.Called[c] * totals.Called[c];
            truth += totals.True[c] * totals.True[c];
        }
        double spread = ((n * n) - called) * ((n * n) - truth);
        return spread == 0 ? 0 : ((right * n) - both) / Math.Sqrt(spread);
    }

    /// <summary>The share of rows whose true class is among the k classes with the highest scores.</summary>
    /// <param name="y">True classes 0 to classes − 1, shape [n].</param>
    /// <param name="score">The score of each class for each row, all finite, shape [n, classes].</param>
    /// <param name="classes">How many classes, at least 2.</param>
    /// <param name="k">How many guesses each row has, at least 1.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>
    /// Between 0 and 1. Among equal scores the class with the higher number is taken first, as in scikit-learn.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, a label or k is out of range, or a score is not finite.
    /// </exception>
    /// <example><code>Metrics.TopKAccuracy(test.Y, p, classes: 5, k: 2)</code></example>
    public static double TopKAccuracy(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, int classes, int k = 2, ReadOnlySpan<double> weights = default)
    {
        ClassInput.Check(y, score, classes);
        var each = new RowWeights(y.Length, weights);
        if (k < 1) throw new ArgumentException($"k must be at least 1, but it is {k}.", nameof(k));
        double right = 0;
        for (int i = 0; i < y.Length; i++)
        {
            ReadOnlySpan<float> row = score.Slice(i * classes, classes);
            int before = 0;
            for (int c = 0; c < classes; c++) if (row[c] > row[y[i]] || (row[c] == row[y[i]] && c > y[i])) before++;
            if (before < k) right += each[i];
        }
        return right / each.Total;
    }
}
