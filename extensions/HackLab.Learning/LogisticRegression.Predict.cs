using HackLab.Data;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>What the fitted model says about rows.</summary>
public sealed partial class LogisticRegression
{
    /// <summary>The score of each row: the probability of class 1.</summary>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <returns>Shape [n], each in [0, 1]; NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on.</exception>
    public float[] PredictScore(TabularData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (!data.Features.Select(f => f.Name).SequenceEqual(Features))
        {
            throw new ArgumentException(
                $"{data.Name} has the features {string.Join(", ", data.Features.Select(f => f.Name))}; the model was fitted on "
                + $"{string.Join(", ", Features)}, in that order.", nameof(data));
        }
        return PredictScore(data.X);
    }

    /// <summary>The score of each row: the probability of class 1.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n], each in [0, 1]; NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public float[] PredictScore(float[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        int d = _weights.Length;
        if (x.Length % d != 0) throw new ArgumentException($"x holds {x.Length} values, which is no whole number of rows of {d} features.", nameof(x));
        var score = new float[x.Length / d];
        for (int i = 0; i < score.Length; i++)
            score[i] = (float)LogisticLoss.Sigmoid(LogisticLoss.Logit(x.AsSpan(i * d, d), _weights, Intercept));
        return score;
    }

    /// <summary>The class of each row: 1 where the score is at least the threshold, else 0.</summary>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <param name="threshold">The lowest score that counts as class 1.</param>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on, or a score is NaN.</exception>
    public int[] Predict(TabularData data, double threshold = 0.5) => Decide(PredictScore(data), threshold);

    /// <summary>The class of each row: 1 where the score is at least the threshold, else 0.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <param name="threshold">The lowest score that counts as class 1.</param>
    /// <exception cref="ArgumentException">The length is no multiple of d, or a score is NaN.</exception>
    public int[] Predict(float[] x, double threshold = 0.5) => Decide(PredictScore(x), threshold);

    /// <inheritdoc/>
    public float[] PredictProbabilities(ReadOnlySpan<float> x)
    {
        float[] score = PredictScore(x.ToArray());
        var p = new float[2 * score.Length];
        for (int i = 0; i < score.Length; i++) (p[2 * i], p[(2 * i) + 1]) = (1 - score[i], score[i]);
        return p;
    }

    private static int[] Decide(float[] score, double threshold)
    {
        int nan = Array.FindIndex(score, float.IsNaN);
        if (nan >= 0) throw new ArgumentException($"Row {nan} has a feature that is not a number, so it has no class.");
        return [.. score.Select(s => s >= threshold ? 1 : 0)];
    }
}
