using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Losses of probabilities.</summary>
public static partial class Metrics
{
    // The distance from 1 to the next number of the type: scikit-learn clips probabilities to [step, 1 − step] likewise.
    private const double FloatStep = 1.1920928955078125e-7, DoubleStep = 2.220446049250313e-16;

    /// <summary>Mean of −log p(true class): 0 if every probability is right and certain, log 2 ≈ 0.693 for always ½.</summary>
    /// <param name="y">True classes 0 and 1, shape [n].</param>
    /// <param name="score">Probabilities of class 1, each in [0, 1], shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>
    /// At least 0. A certain and wrong probability counts as wrong by the smallest step a float can show, 1.2·10⁻⁷.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, a label is not 0 or 1, or a probability is outside [0, 1].
    /// </exception>
    /// <example><code>Metrics.LogLoss([0, 1], [0.5f, 0.5f])   // 0.693</code></example>
    public static double LogLoss(ReadOnlySpan<int> y, ReadOnlySpan<float> score, ReadOnlySpan<double> weights = default) =>
        LogLoss(y, BinaryInput.Widen(score), weights, FloatStep);

    /// <inheritdoc cref="LogLoss(ReadOnlySpan{int}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    /// <returns>At least 0. Probabilities closer to 0 or 1 than 2.2·10⁻¹⁶ count as that far from it.</returns>
    public static double LogLoss(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights = default) =>
        LogLoss(y, score, weights, DoubleStep);

    /// <summary>
    /// Mean of −log p(true class) over several classes; log(classes) if every class is always equally probable.
    /// </summary>
    /// <param name="y">True classes 0 to classes − 1, shape [n]; not every class need occur.</param>
    /// <param name="probabilities">The probability of each class for each row, shape [n, classes]; each row adds up to 1.</param>
    /// <param name="classes">How many classes, at least 2.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>
    /// At least 0. Probabilities are kept 1.2·10⁻⁷ away from 0 and 1 and then made to add up to 1, as in scikit-learn 1.2.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, a label is out of range, or a row does not hold probabilities.
    /// </exception>
    /// <example><code>Metrics.LogLoss(test.Y, model.PredictProbabilities(test.X), classes: 3)</code></example>
    public static double LogLoss(
        ReadOnlySpan<int> y, ReadOnlySpan<float> probabilities, int classes, ReadOnlySpan<double> weights = default)
    {
        ClassInput.Probabilities(y, probabilities, classes);
        var each = new RowWeights(y.Length, weights);
        double loss = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double sum = 0;
            for (int c = 0; c < classes; c++)
            {
                sum += Math.Clamp((double)probabilities[(i * classes) + c], FloatStep, 1 - FloatStep);
            }
            double own = Math.Clamp((double)probabilities[(i * classes) + y[i]], FloatStep, 1 - FloatStep);
            loss -= each[i] * Math.Log(own / sum);
        }
        return loss / each.Total;
    }

    private static double LogLoss(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights, double step)
    {
        BinaryInput.Length(y.Length, score.Length, "probabilities");
        var each = new RowWeights(y.Length, weights);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] is not (0 or 1)) throw new ArgumentException($"Label {i} is {y[i]}; labels must be 0 or 1.", nameof(y));
            BinaryInput.Probability(i, score[i]);
            double p = Math.Clamp(score[i], step, 1 - step);
            sum -= each[i] * Math.Log(y[i] == 1 ? p : 1 - p);
        }
        return sum / each.Total;
    }
}
