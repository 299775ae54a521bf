using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Precision against recall, for classes of which one is rare.</summary>
public static partial class Metrics
{
    /// <summary>Precision against recall for every threshold of a score.</summary>
    /// <param name="y">True classes 0 and 1, class 1 present, shape [n].</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0, shape [n]; empty if all count the same.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a label is not 0 or 1, no row of class 1 (recall is not defined), or a score is not finite.
    /// </exception>
    /// <example><code>Metrics.PrecisionRecall(test.Y, model.PredictScore(test)).AveragePrecision</code></example>
    public static PrecisionRecallCurve PrecisionRecall(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, ReadOnlySpan<double> weights = default) =>
        PrecisionRecall(y, BinaryInput.Widen(score), weights);

    /// <inheritdoc cref="PrecisionRecall(ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static PrecisionRecallCurve PrecisionRecall(
        ReadOnlySpan<int> y, ReadOnlySpan<double> score,
        ReadOnlySpan<double> weights = default) => new(RankedWithClass1(y, score, weights));

    /// <summary>
    /// The area under the precision-recall curve as a staircase, Σ (Rₙ − Rₙ₋₁) Pₙ over falling thresholds: precision averaged
    /// over the rows of class 1. Without interpolation, as scikit-learn's <c>average_precision_score</c>.
    /// </summary>
    /// <param name="y">True classes 0 and 1, class 1 present, shape [n].</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1; the share of class 1 for a score that knows nothing.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a label is not 0 or 1, no row of class 1, or a score is not finite.
    /// </exception>
    /// <example><code>Metrics.AveragePrecision([0, 0, 1, 1], [0.1f, 0.4f, 0.35f, 0.8f])   // 0.833</code></example>
    public static double AveragePrecision(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, ReadOnlySpan<double> weights = default) =>
        AveragePrecision(y, BinaryInput.Widen(score), weights);

    /// <inheritdoc cref="AveragePrecision(ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static double AveragePrecision(
        ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights = default) =>
        RankedWithClass1(y, score, weights).AveragePrecision();

    private static RankedScores RankedWithClass1(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights)
    {
        (_, double positive) = BinaryInput.Totals(y, score, weights);
        if (positive > 0) return RankedScores.Of(y, score, weights);
        throw new ArgumentException(
            $"No label{(weights.IsEmpty ? "" : " with a weight above 0")} is 1, so there is nothing to find and recall is "
            + "not defined.", nameof(y));
    }
}
