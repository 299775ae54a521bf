using HackLab.Data;

namespace HackLab.Learning;

/// <summary>What fitted models say about the rows of a table, whose features must be those they were fitted on, in that order.</summary>
public static class Prediction
{
    /// <summary>How probable each class is, for each row.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <returns>Shape [n, classes]; each row sums to 1.</returns>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on.</exception>
    /// <example><code>float[] p = model.PredictProbabilities(test);</code></example>
    public static float[] PredictProbabilities(this IClassifier model, TabularData data)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.PredictProbabilities(Checked(data, model.Features));
    }

    /// <summary>The score of each row: the probability of class 1 of two.</summary>
    /// <param name="model">A model of two classes.</param>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <returns>Shape [n], each in [0, 1].</returns>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on, or there are more than two classes.</exception>
    /// <example><code>float[] score = model.PredictScore(test); Metrics.Auc(test.Y, score)</code></example>
    public static float[] PredictScore(this IClassifier model, TabularData data)
    {
        ArgumentNullException.ThrowIfNull(model);
        CheckTwoClasses(model);
        float[] p = model.PredictProbabilities(data);
        var score = new float[p.Length / 2];
        for (int i = 0; i < score.Length; i++) score[i] = p[(2 * i) + 1];
        return score;
    }

    /// <summary>The most probable class of each row; the first of those that are equally probable.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on.</exception>
    /// <example><code>Metrics.Accuracy(test.Y, model.Predict(test))</code></example>
    public static int[] Predict(this IClassifier model, TabularData data) =>
        MostProbable(model.PredictProbabilities(data), model.ClassNames.Count);

    /// <summary>The most probable class of each row; the first of those that are equally probable.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="x">Features, row after row, shape [n, d].</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The length is no multiple of d.</exception>
    /// <example><code>int[] yHat = model.Predict([0.5f, 1, 2, 3]);   // two rows of two features</code></example>
    public static int[] Predict(this IClassifier model, float[] x)
    {
        ArgumentNullException.ThrowIfNull(model);
        return MostProbable(model.PredictProbabilities(x), model.ClassNames.Count);
    }

    /// <summary>The predicted number of each row, in the unit of the targets.</summary>
    /// <param name="model">The fitted model.</param>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on.</exception>
    /// <example><code>float[] yHat = model.Predict(test);</code></example>
    public static float[] Predict(this IRegressor model, TabularData data)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.Predict(Checked(data, model.Features));
    }

    /// <summary>How unusual each row is: the higher, the more so.</summary>
    /// <param name="model">The fitted detector.</param>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on.</exception>
    /// <example><code>float[] anomaly = detector.PredictAnomaly(test); Metrics.Auc(isStrange, anomaly)</code></example>
    public static float[] PredictAnomaly(this IAnomalyDetector model, TabularData data)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.PredictAnomaly(Checked(data, model.Features));
    }

    /// <summary>The group of each row.</summary>
    /// <param name="model">The fitted groups.</param>
    /// <param name="data">Rows with the features it was fitted on.</param>
    /// <returns>Shape [n].</returns>
    /// <exception cref="ArgumentException">The features differ from those it was fitted on, or a value is not finite.</exception>
    /// <example><code>int[] group = KMeans.Fit(train).PredictCluster(test);</code></example>
    public static int[] PredictCluster(this IClusterer model, TabularData data)
    {
        ArgumentNullException.ThrowIfNull(model);
        return model.PredictCluster(Checked(data, model.Features));
    }

    internal static int[] MostProbable(float[] p, int classes)
    {
        var predicted = new int[p.Length / classes];
        for (int i = 0; i < predicted.Length; i++)
        {
            ReadOnlySpan<float> row = p.AsSpan(i * classes, classes);
            for (int c = 1; c < classes; c++) if (row[c] > row[predicted[i]]) predicted[i] = c;
        }
        return predicted;
    }

    internal static void CheckTwoClasses(IClassifier model)
    {
        if (model.ClassNames.Count == 2) return;
        throw new ArgumentException(
            $"One score is for two classes, but the model has {model.ClassNames.Count}: use PredictProbabilities.", nameof(model));
    }

    internal static float[] Checked(TabularData data, IReadOnlyList<string> features)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.Features.Select(f => f.Name).SequenceEqual(features)) return data.X;
        throw new ArgumentException(
            $"{data.Name} has the features {string.Join(", ", data.Features.Select(f => f.Name))}; the model was fitted on "
            + $"{string.Join(", ", features)}, in that order.", nameof(data));
    }
}
