using HackLab.Data;
using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>What the fitted model says about rows.</summary>
public sealed partial class LogisticRegression
{
    /// <summary>The score of each row: the probability of class 1 of two.</summary>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <returns>Shape [n], each in [0, 1]; NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on, or there are more than two classes.</exception>
    public float[] PredictScore(TabularData data) => PredictScore(Prediction.Checked(data, Features));

    /// <summary>The score of each row: the probability of class 1 of two.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n], each in [0, 1]; NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d, or there are more than two classes.</exception>
    public float[] PredictScore(float[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        Prediction.CheckTwoClasses(this);
        var score = new float[PredictInput.Rows(x, Features.Count)];
        ForEachRow(x, (row, z) => score[row] = (float)LogisticLoss.Sigmoid(z[0]));
        return score;
    }

    /// <summary>How probable each class is, for each row.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n, classes]; each row sums to 1, or is NaN where a feature is NaN.</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public float[] PredictProbabilities(ReadOnlySpan<float> x)
    {
        int classes = ClassNames.Count;
        var p = new float[PredictInput.Rows(x, Features.Count) * classes];
        ForEachRow(x.ToArray(), (row, z) =>
        {
            if (z.Length == 1)
            {
                // Each from its own side: 1 − p would lose the last digits of a small one.
                (p[2 * row], p[(2 * row) + 1]) = ((float)LogisticLoss.Sigmoid(-z[0]), (float)LogisticLoss.Sigmoid(z[0]));
                return;
            }
            LogisticLoss.Softmax(z);
            for (int k = 0; k < classes; k++) p[(row * classes) + k] = (float)z[k];
        });
        return p;
    }

    /// <summary>The class of each row: of two, 1 where the score is at least the threshold; of more, the most probable.</summary>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <param name="threshold">The lowest score that counts as class 1; with more than two classes it has no meaning.</param>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on, or a score is NaN.</exception>
    public int[] Predict(TabularData data, double threshold = 0.5) => Predict(Prediction.Checked(data, Features), threshold);

    /// <summary>The class of each row: of two, 1 where the score is at least the threshold; of more, the most probable.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <param name="threshold">The lowest score that counts as class 1; with more than two classes it has no meaning.</param>
    /// <exception cref="ArgumentException">The length is no multiple of d, or a score is NaN.</exception>
    public int[] Predict(float[] x, double threshold = 0.5)
    {
        ArgumentNullException.ThrowIfNull(x);
        float[] score = ClassNames.Count == 2 ? PredictScore(x) : PredictProbabilities(x);
        int nan = Array.FindIndex(score, float.IsNaN);
        if (nan >= 0)
            throw new ArgumentException($"Row {nan / (score.Length / (x.Length / Features.Count))} has a feature that is not a number, so it has no class.");
        return ClassNames.Count == 2 ? [.. score.Select(s => s >= threshold ? 1 : 0)] : Prediction.MostProbable(score, ClassNames.Count);
    }

    private delegate void RowUse(int row, Span<double> z);

    private void ForEachRow(float[] x, RowUse use)
    {
        int d = Features.Count, sets = _intercepts.Length;
        RowBlocks.For(x.Length / d, 4096, (start, end) =>
        {
            double[] row = new double[d], z = new double[sets];
            for (int i = start; i < end; i++)
            {
                Vectors.Widen(x.AsSpan(i * d, d), row);
                LogisticLoss.Scores(row, _weights, z);
                for (int k = 0; k < sets; k++) z[k] += _intercepts[k];
                use(i, z);
            }
        });
    }
}
