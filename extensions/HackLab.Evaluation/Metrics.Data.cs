using HackLab.Data;

namespace HackLab.Evaluation;

/// <summary>
/// The same metrics for labelled rows: labels and class names are taken from the data. Weights of rows are not, but by
/// <see cref="BestAms(TabularData, float[], double?, double?, double)"/>: give them to the methods that take labels.
/// </summary>
public static partial class Metrics
{
    /// <summary>The area under the ROC curve of a score for labelled rows.</summary>
    /// <param name="data">Rows of two classes, both present; n rows.</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <returns>Between 0 and 1; 0.5 for a score that knows nothing.</returns>
    /// <exception cref="ArgumentException">Lengths differ, not two classes, or a score is not finite.</exception>
    /// <example><code>Metrics.Auc(test, model.PredictScore(test))</code></example>
    public static double Auc(TabularData data, float[] score)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(score);
        return Auc(data.Y, score);
    }

    /// <summary>The area under the ROC curve with the interval that the bootstrap gives it, at a level of 95 %.</summary>
    /// <param name="data">Rows of two classes, both present; n rows.</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <param name="draws">How often n rows are drawn again, at least 20.</param>
    /// <returns>The area on all rows with its interval, as <see cref="BootstrapInterval"/>.</returns>
    /// <exception cref="ArgumentException">Lengths differ, not two classes, a score is not finite, or too few draws.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted before 20 redraws.</exception>
    /// <example><code>Metrics.Auc(test, score, draws: 1000)   // 0.693 (95 % interval 0.647 to 0.739)</code></example>
    public static Interval Auc(TabularData data, float[] score, int draws)
    {
        ArgumentNullException.ThrowIfNull(data);
        return BootstrapInterval(data.Y, score, resamples: draws);
    }

    /// <summary>The area under the ROC curve of each feature alone, its values taken as the score.</summary>
    /// <param name="data">Rows of two classes, both present, all values finite.</param>
    /// <returns>One area per feature name, in the order of the features; below 0.5 where lower values mean class 1.</returns>
    /// <exception cref="ArgumentException">Not two classes, or a value is not finite.</exception>
    /// <example><code>double alone = Metrics.Auc(train)["m_bb"];</code></example>
    public static IReadOnlyDictionary<string, double> Auc(TabularData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        var areas = new OrderedDictionary<string, double>(data.FeatureCount, StringComparer.Ordinal);
        foreach (Feature feature in data.Features) areas.Add(feature.Name, Auc(data, data.Column(feature.Name)));
        return areas;
    }

    /// <summary>The ROC curve of a score for labelled rows.</summary>
    /// <param name="data">Rows of two classes, both present; n rows.</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <exception cref="ArgumentException">Lengths differ, not two classes, or a score is not finite.</exception>
    /// <example><code>Metrics.Roc(test, model.PredictScore(test))</code></example>
    public static RocCurve Roc(TabularData data, float[] score)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(score);
        return Roc(data.Y, score);
    }

    /// <summary>The ROC curves of several scores for the same labelled rows, to compare.</summary>
    /// <param name="data">Rows of two classes, both present; n rows.</param>
    /// <param name="scores">
    /// Each with the name that the legend gives it; scores of shape [n], higher for class 1, all finite.
    /// </param>
    /// <returns>A notebook shows them in one figure.</returns>
    /// <exception cref="ArgumentException">No scores, lengths differ, not two classes, or a score is not finite.</exception>
    /// <example><code>Metrics.Roc(test, ("model", score), ("m_bb alone", test.Column("m_bb")))</code></example>
    public static RocComparison Roc(TabularData data, params (string Name, float[] Score)[] scores)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(scores);
        if (scores.Length == 0) throw new ArgumentException("There is nothing to compare: no scores.", nameof(scores));
        return new RocComparison(
            [.. scores.Select(one => one.Name)], [.. scores.Select(one => Roc(data, one.Score))], data.ClassNames);
    }

    /// <summary>How often each true class was called which, where a score of at least the threshold is called class 1.</summary>
    /// <param name="data">Rows of two classes; n rows.</param>
    /// <param name="score">Scores, higher for class 1, none NaN, shape [n].</param>
    /// <param name="threshold">The lowest score that counts as class 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, no rows, or a score is NaN.</exception>
    /// <example><code>Metrics.ConfusionMatrix(test, score, threshold: 0.7)</code></example>
    public static ConfusionMatrix ConfusionMatrix(TabularData data, float[] score, double threshold = 0.5)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(score);
        int nan = Array.FindIndex(score, float.IsNaN);
        if (nan >= 0) throw new ArgumentException($"Score {nan} is not a number, so row {nan} has no class.", nameof(score));
        return ConfusionMatrix(data.Y, score.Select(s => s >= threshold ? 1 : 0).ToArray(), data.ClassNames);
    }

    /// <summary>Precision against recall for every threshold of a score for labelled rows.</summary>
    /// <param name="data">Rows of two classes, class 1 present; n rows.</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, not two classes, no row of class 1, or a score is not finite.
    /// </exception>
    /// <example><code>Metrics.PrecisionRecall(test, model.PredictScore(test))</code></example>
    public static PrecisionRecallCurve PrecisionRecall(TabularData data, float[] score)
    {
        ArgumentNullException.ThrowIfNull(data);
        return PrecisionRecall(data.Y, score);
    }

    /// <summary>Whether the probabilities for labelled rows can be believed.</summary>
    /// <param name="data">Rows of two classes; n rows.</param>
    /// <param name="score">Probabilities of class 1, each in [0, 1], shape [n].</param>
    /// <param name="bins">How many bins, at least 1.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, not two classes, a probability is outside [0, 1], or no bins.
    /// </exception>
    /// <example><code>Metrics.Calibration(test, model.PredictScore(test))</code></example>
    public static CalibrationCurve Calibration(TabularData data, float[] score, int bins = 10)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Calibration(data.Y, score, bins);
    }

    /// <summary>Precision, recall and F1 of each class of labelled rows, with their averages.</summary>
    /// <param name="data">Labelled rows; n rows.</param>
    /// <param name="yHat">Predicted classes, shape [n].</param>
    /// <exception cref="ArgumentException">Lengths differ, no rows, or a class without a name.</exception>
    /// <example><code>Metrics.ClassificationReport(test, model.Predict(test))</code></example>
    public static ClassificationReport ClassificationReport(TabularData data, int[] yHat)
    {
        ArgumentNullException.ThrowIfNull(data);
        return ClassificationReport(data.Y, yHat, data.ClassNames);
    }
}
