using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>The Brier score of probabilities.</summary>
public static partial class Metrics
{
    /// <summary>
    /// The Brier score, mean (p − y)² (G. W. Brier, 1950): 0 if every probability is right and certain, ¼ for always ½.
    /// </summary>
    /// <param name="y">True classes 0 and 1, shape [n].</param>
    /// <param name="score">Probabilities of class 1, each in [0, 1], shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, a label is not 0 or 1, or a probability is outside [0, 1].
    /// </exception>
    /// <example><code>Metrics.BrierScore([0, 1], [0.1f, 0.8f])   // 0.025</code></example>
    public static double BrierScore(ReadOnlySpan<int> y, ReadOnlySpan<float> score, ReadOnlySpan<double> weights = default) =>
        BrierScore(y, BinaryInput.Widen(score), weights);

    /// <inheritdoc cref="BrierScore(ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static double BrierScore(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights = default)
    {
        BinaryInput.Length(y.Length, score.Length, "probabilities");
        var each = new RowWeights(y.Length, weights);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] is not (0 or 1)) throw new ArgumentException($"Label {i} is {y[i]}; labels must be 0 or 1.", nameof(y));
            BinaryInput.Probability(i, score[i]);
            sum += each[i] * (score[i] - y[i]) * (score[i] - y[i]);
        }
        return sum / each.Total;
    }

    /// <summary>
    /// The Brier score of several classes, mean Σ (p_c − [y = c])² over classes c, as Brier defined it; for two classes it is
    /// twice the score of class 1 alone.
    /// </summary>
    /// <param name="y">True classes 0 to classes − 1, shape [n].</param>
    /// <param name="probabilities">The probability of each class for each row, shape [n, classes]; each row adds up to 1.</param>
    /// <param name="classes">How many classes, at least 2.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 2.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, a label is out of range, or a row does not hold probabilities.
    /// </exception>
    /// <example><code>Metrics.BrierScore(test.Y, model.PredictProbabilities(test.X), classes: 3)</code></example>
    public static double BrierScore(
        ReadOnlySpan<int> y, ReadOnlySpan<float> probabilities, int classes, ReadOnlySpan<double> weights = default)
    {
        ClassInput.Probabilities(y, probabilities, classes);
        var each = new RowWeights(y.Length, weights);
        double sum = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            double off = probabilities[i] - (y[i / classes] == i % classes ? 1.0 : 0.0);
            sum += each[i / classes] * off * off;
        }
        return sum / each.Total;
    }
}
