using HackLab.Learning.Internals;

namespace HackLab.Learning;

/// <summary>What the fitted model says about rows.</summary>
public sealed partial class GradientBoostingClassifier
{
    /// <inheritdoc/>
    public float[] PredictProbabilities(ReadOnlySpan<float> x) => Probabilities(_trees.Predict(x));

    /// <summary>The score of each row: the probability of class 1 of two.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n], each in [0, 1].</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    /// <exception cref="InvalidOperationException">The model has more than two classes.</exception>
    public float[] PredictScore(ReadOnlySpan<float> x)
    {
        if (_trees.Outputs > 1)
            throw new InvalidOperationException(
                $"One score is for two classes, but the model has {ClassNames.Count}: use PredictProbabilities.");
        float[] score = _trees.Predict(x);
        for (int i = 0; i < score.Length; i++) score[i] = (float)LogisticLoss.Sigmoid(score[i]);
        return score;
    }

    /// <summary>The most probable class of each row.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    public int[] Predict(ReadOnlySpan<float> x) => MostProbable.Of(PredictProbabilities(x), ClassNames.Count);

    /// <summary>The probabilities after each round, to see how the model came about.</summary>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>For each round a new array of shape [n, classes].</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    /// <example><code>double[] auc = [.. model.StagedProbabilities(test.X).Select(p => Metrics.Auc(test.Y, p.Where((_, i) => i % 2 == 1).ToArray()))];</code></example>
    public IEnumerable<float[]> StagedProbabilities(float[] x)
    {
        ArgumentNullException.ThrowIfNull(x);
        PredictionBlocks.Count(x, Features.Count);
        return _trees.Staged(x).Select(raw => Probabilities([.. raw]));
    }

    // Two classes have one raw prediction z: p = 1/(1 + e^−z). More have one each: the softmax of them, in place.
    private float[] Probabilities(float[] raw)
    {
        int k = _trees.Outputs;
        if (k == 1)
        {
            var both = new float[raw.Length * 2];
            for (int i = 0; i < raw.Length; i++)
            {
                double p = LogisticLoss.Sigmoid(raw[i]);
                (both[2 * i], both[(2 * i) + 1]) = ((float)(1 - p), (float)p);
            }
            return both;
        }
        for (int i = 0; i < raw.Length; i += k)
        {
            Span<float> row = raw.AsSpan(i, k);
            float largest = row[0];
            foreach (float z in row) largest = Math.Max(largest, z);
            double sum = 0;
            foreach (float z in row) sum += Math.Exp(z - largest);
            foreach (ref float z in row) z = (float)(Math.Exp(z - largest) / sum);
        }
        return raw;
    }
}
