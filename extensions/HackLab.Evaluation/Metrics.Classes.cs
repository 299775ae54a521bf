using System.Globalization;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Tables of predicted classes.</summary>
public static partial class Metrics
{
    // More classes than this make no table that anyone reads.
    private const int MostClasses = 1000;

    /// <summary>How often each true class was called which class.</summary>
    /// <param name="y">True classes, each at least 0 and below the number of names, shape [n].</param>
    /// <param name="yHat">Predicted classes, likewise, shape [n].</param>
    /// <param name="classNames">What each class is called, at least two; null for "0" and "1" and so on.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, a class without a name, or weights that do not fit.
    /// </exception>
    /// <example><code>Metrics.ConfusionMatrix(test.Y, model.Predict(test), test.ClassNames)</code></example>
    public static ConfusionMatrix ConfusionMatrix(
        ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, IReadOnlyList<string>? classNames = null,
        ReadOnlySpan<double> weights = default)
    {
        BinaryInput.Length(y.Length, yHat.Length, "predictions");
        var each = new RowWeights(y.Length, weights);
        classNames ??= Numbered(y, yHat);
        if (classNames.Count < 2) throw new ArgumentException("At least two class names are needed.", nameof(classNames));
        var counts = new long[classNames.Count, classNames.Count];
        double[,]? weighted = weights.IsEmpty ? null : new double[classNames.Count, classNames.Count];
        for (int i = 0; i < y.Length; i++)
        {
            if ((uint)y[i] >= (uint)classNames.Count || (uint)yHat[i] >= (uint)classNames.Count)
            {
                throw new ArgumentException(
                    $"Row {i} has true class {y[i]} and predicted class {yHat[i]}; classes are numbered 0 to "
                    + $"{classNames.Count - 1}.", nameof(y));
            }
            counts[y[i], yHat[i]]++;
            if (weighted is not null) weighted[y[i], yHat[i]] += each[i];
        }
        return new ConfusionMatrix(counts, weighted, classNames);
    }

    /// <summary>Precision, recall and F1 of each class, with their averages: what to show of a classifier.</summary>
    /// <param name="y">True classes, each at least 0 and below the number of names, shape [n].</param>
    /// <param name="yHat">Predicted classes, likewise, shape [n].</param>
    /// <param name="classNames">What each class is called, at least two; null for "0" and "1" and so on.</param>
    /// <param name="zeroDivision">
    /// The value of 0/0, as for a class that was never called: 0, 1, or NaN, which means take no mean over it.
    /// </param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>A notebook shows it as a table.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, a class without a name, or weights that do not fit.
    /// </exception>
    /// <example><code>Metrics.ClassificationReport(test.Y, model.Predict(test), test.ClassNames)</code></example>
    public static ClassificationReport ClassificationReport(
        ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, IReadOnlyList<string>? classNames = null, double zeroDivision = 0,
        ReadOnlySpan<double> weights = default)
    {
        BinaryInput.Length(y.Length, yHat.Length, "predictions");
        ClassRatios.CheckZeroDivision(zeroDivision);
        classNames ??= Numbered(y, yHat);
        ClassTotals totals = ClassTotals.Of(y, yHat, classNames.Count, weights);
        var ratios = new ClassRatios(totals, zeroDivision);
        ClassScores Mean(string name, Average average) => new(
            name, ratios.Mean(ClassRatios.PrecisionOf, average), ratios.Mean(ClassRatios.RecallOf, average),
            ratios.Mean(ClassRatios.FOf(1), average), totals.Total);
        return new ClassificationReport
        {
            Classes =
            [
                .. totals.Labels.Select(
                    c => new ClassScores(classNames[c], ratios.Precision(c), ratios.Recall(c), ratios.F(c, 1), totals.True[c])),
            ],
            Accuracy = Accuracy(y, yHat, weights),
            BalancedAccuracy = BalancedAccuracy(y, yHat, weights: weights),
            MatthewsCorrelation = MatthewsCorrelation(y, yHat, weights),
            Macro = Mean("macro average", Average.Macro),
            Weighted = Mean("weighted average", Average.Weighted),
        };
    }

    private static string[] Numbered(ReadOnlySpan<int> y, ReadOnlySpan<int> yHat)
    {
        int largest = 1;
        for (int i = 0; i < y.Length; i++) largest = Math.Max(largest, Math.Max(y[i], yHat[i]));
        if (largest >= MostClasses) throw new ArgumentException($"Class {largest} is too large a number for a table.", nameof(y));
        return [.. Enumerable.Range(0, largest + 1).Select(c => c.ToString(CultureInfo.InvariantCulture))];
    }
}
