using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Metrics of predicted classes.</summary>
public static partial class Metrics
{
    /// <summary>The share of predictions that are right.</summary>
    /// <param name="y">True classes, shape [n].</param>
    /// <param name="yHat">Predicted classes, shape [n].</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1.</returns>
    /// <exception cref="ArgumentException">Lengths differ, no labels, or weights that do not fit.</exception>
    /// <example><code>Metrics.Accuracy([0, 1, 1, 0], [0, 1, 0, 0])   // 0.75</code></example>
    public static double Accuracy(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, ReadOnlySpan<double> weights = default)
    {
        BinaryInput.Length(y.Length, yHat.Length, "predictions");
        BinaryInput.Weights(y.Length, weights);
        double right = 0, total = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i];
            total += weight;
            if (y[i] == yHat[i]) right += weight;
        }
        if (total == 0) throw new ArgumentException("All weights are 0.", nameof(weights));
        return right / total;
    }

    /// <summary>How often each true class was called which class.</summary>
    /// <param name="y">True classes, each at least 0 and below the number of names, shape [n].</param>
    /// <param name="yHat">Predicted classes, likewise, shape [n].</param>
    /// <param name="classNames">What each class is called, at least two; null for "0" and "1" and so on.</param>
    /// <exception cref="ArgumentException">Lengths differ, no labels, or a class without a name.</exception>
    /// <example><code>Metrics.ConfusionMatrix(test.Y, model.Predict(test), test.ClassNames)</code></example>
    public static ConfusionMatrix ConfusionMatrix(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, IReadOnlyList<string>? classNames = null)
    {
        BinaryInput.Length(y.Length, yHat.Length, "predictions");
        int largest = 1;
        for (int i = 0; i < y.Length; i++) largest = Math.Max(largest, Math.Max(y[i], yHat[i]));
        if (classNames is null && largest > 999) throw new ArgumentException($"Class {largest} is too large a number for a matrix.", nameof(y));
        classNames ??= [.. Enumerable.Range(0, largest + 1).Select(c => c.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        if (classNames.Count < 2) throw new ArgumentException("At least two class names are needed.", nameof(classNames));
        var counts = new long[classNames.Count, classNames.Count];
        for (int i = 0; i < y.Length; i++)
        {
            if ((uint)y[i] >= (uint)classNames.Count || (uint)yHat[i] >= (uint)classNames.Count)
            {
                throw new ArgumentException(
                    $"Row {i} has true class {y[i]} and predicted class {yHat[i]}; classes are numbered 0 to {classNames.Count - 1}.", nameof(y));
            }
            counts[y[i], yHat[i]]++;
        }
        return new ConfusionMatrix(counts, classNames);
    }
}
