using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>How well scores and predictions fit the truth.</summary>
public static partial class Metrics
{
    /// <summary>The ROC curve of a score: for every threshold, what it finds and what it gets wrong.</summary>
    /// <param name="y">True classes 0 and 1, both present, shape [n].</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0, shape [n]; empty if all count the same.</param>
    /// <returns>The curve with its area; a notebook shows it as a figure.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a label is not 0 or 1, one class only, or a score is not finite.
    /// </exception>
    /// <example><code>Metrics.Roc(test.Y, model.PredictScore(test))</code></example>
    public static RocCurve Roc(ReadOnlySpan<int> y, ReadOnlySpan<float> score, ReadOnlySpan<double> weights = default) =>
        Roc(y, BinaryInput.Widen(score), weights);

    /// <inheritdoc cref="Roc(ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static RocCurve Roc(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights = default)
    {
        BinaryInput.Check(y, score, weights);
        return new RocCurve(RankedScores.Of(y, score, weights));
    }

    /// <summary>
    /// The area under the ROC curve: the chance that a row of class 1 scores above a row of class 0, ties counting half.
    /// </summary>
    /// <param name="y">True classes 0 and 1, both present, shape [n].</param>
    /// <param name="score">Scores, higher for class 1, all finite, shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1; 0.5 for a score that knows nothing.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, a label is not 0 or 1, one class only, or a score is not finite.
    /// </exception>
    /// <example><code>Metrics.Auc([0, 1, 0, 1], [0.1f, 0.4f, 0.4f, 0.8f])   // 0.875</code></example>
    public static double Auc(ReadOnlySpan<int> y, ReadOnlySpan<float> score, ReadOnlySpan<double> weights = default) =>
        weights.IsEmpty ? RankSum.Area(y, score) : Auc(y, BinaryInput.Widen(score), weights);

    /// <inheritdoc cref="Auc(ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static double Auc(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights = default)
    {
        if (weights.IsEmpty) return RankSum.Area(y, score);
        BinaryInput.Check(y, score, weights);
        return RankedScores.Of(y, score, weights).Area();
    }
}
