using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Losses of probabilities.</summary>
public static partial class Metrics
{
    /// <summary>Mean of −log p(true class): 0 if every probability is right and certain, log 2 ≈ 0.693 for always ½.</summary>
    /// <param name="y">True classes 0 and 1, shape [n].</param>
    /// <param name="score">Probabilities of class 1, each in [0, 1], shape [n].</param>
    /// <returns>At least 0. A certain and wrong probability counts as wrong by the smallest step a float can show, 1.2·10⁻⁷.</returns>
    /// <exception cref="ArgumentException">Lengths differ, no labels, a label is not 0 or 1, or a probability is outside [0, 1].</exception>
    /// <example><code>Metrics.LogLoss([0, 1], [0.5f, 0.5f])   // 0.693</code></example>
    public static double LogLoss(ReadOnlySpan<int> y, ReadOnlySpan<float> score) => LogLoss(y, BinaryInput.Widen(score), [], FloatStep);

    /// <summary>Mean of −log p(true class): 0 if every probability is right and certain, log 2 ≈ 0.693 for always ½.</summary>
    /// <param name="y">True classes 0 and 1, shape [n].</param>
    /// <param name="score">Probabilities of class 1, each in [0, 1], shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>At least 0. Probabilities closer to 0 or 1 than 2.2·10⁻¹⁶ count as that far from it.</returns>
    /// <exception cref="ArgumentException">Lengths differ, no labels, a label is not 0 or 1, or a probability is outside [0, 1].</exception>
    public static double LogLoss(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights = default) =>
        LogLoss(y, score, weights, DoubleStep);

    // The distance from 1 to the next number of the type: scikit-learn clips probabilities to [step, 1 − step] likewise.
    private const double FloatStep = 1.1920928955078125e-7, DoubleStep = 2.220446049250313e-16;

    private static double LogLoss(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights, double step)
    {
        BinaryInput.Length(y.Length, score.Length, "probabilities");
        BinaryInput.Weights(y.Length, weights);
        double sum = 0, total = 0;
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] is not (0 or 1)) throw new ArgumentException($"Label {i} is {y[i]}; labels must be 0 or 1.", nameof(y));
            if (!(score[i] >= 0 && score[i] <= 1))
                throw new ArgumentException($"Probability {i} is {score[i]}; probabilities lie between 0 and 1. Is it a score before the sigmoid?", nameof(score));
            double p = Math.Clamp(score[i], step, 1 - step), weight = weights.IsEmpty ? 1 : weights[i];
            sum -= weight * Math.Log(y[i] == 1 ? p : 1 - p);
            total += weight;
        }
        if (total == 0) throw new ArgumentException("All weights are 0.", nameof(weights));
        return sum / total;
    }
}
