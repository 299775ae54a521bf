using System.Globalization;
using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Precision, recall and F of predicted classes. Without a list of classes they are those that occur.</summary>
public static partial class Metrics
{
    /// <summary>Of the rows called a class, the share that is of it.</summary>
    /// <param name="y">True classes, shape [n].</param>
    /// <param name="yHat">Predicted classes, shape [n].</param>
    /// <param name="average">Of which class, or how several become one; for Binary all classes are 0 or 1.</param>
    /// <param name="zeroDivision">
    /// The value of a class that no row was called: 0, 1, or NaN, which means take no mean over it.
    /// </param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1, as scikit-learn's <c>precision_score</c>.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, classes that do not fit the average, or weights that do not fit.
    /// </exception>
    /// <example><code>Metrics.Precision([0, 1, 1, 0], [0, 1, 1, 1])   // 0.667</code></example>
    public static double Precision(
        ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, Average average = Average.Binary, double zeroDivision = 0,
        ReadOnlySpan<double> weights = default) => MeanOf(ClassRatios.PrecisionOf, y, yHat, average, zeroDivision, weights);

    /// <summary>Of the rows of a class, the share called so.</summary>
    /// <param name="y">True classes, shape [n].</param>
    /// <param name="yHat">Predicted classes, shape [n].</param>
    /// <param name="average">Of which class, or how several become one; for Binary all classes are 0 or 1.</param>
    /// <param name="zeroDivision">The value of a class without rows: 0, 1, or NaN, which means take no mean over it.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1, as scikit-learn's <c>recall_score</c>.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, classes that do not fit the average, or weights that do not fit.
    /// </exception>
    /// <example><code>Metrics.Recall([0, 1, 1, 0], [0, 1, 0, 1])   // 0.5</code></example>
    public static double Recall(
        ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, Average average = Average.Binary, double zeroDivision = 0,
        ReadOnlySpan<double> weights = default) => MeanOf(ClassRatios.RecallOf, y, yHat, average, zeroDivision, weights);

    /// <summary>
    /// F-beta, (1 + β²) · P · R / (β² P + R): precision P and recall R as one number, in which recall counts β times as much
    /// (C. J. van Rijsbergen, 1979).
    /// </summary>
    /// <param name="y">True classes, shape [n].</param>
    /// <param name="yHat">Predicted classes, shape [n].</param>
    /// <param name="beta">How much more recall counts, at least 0; 1 gives F1.</param>
    /// <param name="average">Of which class, or how several become one; for Binary all classes are 0 or 1.</param>
    /// <param name="zeroDivision">
    /// The value of a class that is neither there nor called: 0, 1, or NaN, which means take no mean over it.
    /// </param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>Between 0 and 1, as scikit-learn's <c>fbeta_score</c>.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, a negative β, classes that do not fit the average, or weights that do not fit.
    /// </exception>
    /// <example><code>Metrics.FBeta(y, yHat, beta: 2, Average.Macro)</code></example>
    public static double FBeta(
        ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, double beta, Average average = Average.Binary, double zeroDivision = 0,
        ReadOnlySpan<double> weights = default)
    {
        CheckBeta(beta);
        return MeanOf(ClassRatios.FOf(beta), y, yHat, average, zeroDivision, weights);
    }

    /// <summary>F1, the harmonic mean of precision and recall: <see cref="FBeta"/> with β = 1.</summary>
    /// <inheritdoc cref="FBeta"/>
    /// <example><code>Metrics.F1([0, 1, 1, 0], [0, 1, 1, 1])   // 0.8</code></example>
    public static double F1(
        ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, Average average = Average.Binary, double zeroDivision = 0,
        ReadOnlySpan<double> weights = default) => FBeta(y, yHat, 1, average, zeroDivision, weights);

    /// <summary>Precision, recall, F and the number of rows of each class.</summary>
    /// <param name="y">True classes 0 to classes − 1, shape [n].</param>
    /// <param name="yHat">Predicted classes, likewise, shape [n].</param>
    /// <param name="classes">How many classes, at least 2; not every one need occur.</param>
    /// <param name="beta">How much more recall counts in F, at least 0.</param>
    /// <param name="zeroDivision">The value of 0/0: 0, 1 or NaN.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>
    /// One record per class, its name being its number; as scikit-learn's <c>precision_recall_fscore_support</c>.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, a class out of range, or a setting out of range.
    /// </exception>
    /// <example><code>Metrics.PerClass(y, yHat, classes: 3)[2].Recall</code></example>
    public static IReadOnlyList<ClassScores> PerClass(
        ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, int classes, double beta = 1, double zeroDivision = 0,
        ReadOnlySpan<double> weights = default)
    {
        CheckBeta(beta);
        ClassRatios.CheckZeroDivision(zeroDivision);
        ClassTotals totals = ClassTotals.Of(y, yHat, classes, weights);
        var ratios = new ClassRatios(totals, zeroDivision);
        return
        [
            .. totals.Labels.Select(c => new ClassScores(
                c.ToString(CultureInfo.InvariantCulture), ratios.Precision(c), ratios.Recall(c), ratios.F(c, beta),
                totals.True[c])),
        ];
    }

    private static double MeanOf(
        ClassRatios.Ratio ratio, ReadOnlySpan<int> y, ReadOnlySpan<int> yHat, Average average, double zeroDivision,
        ReadOnlySpan<double> weights)
    {
        ClassRatios.CheckZeroDivision(zeroDivision);
        return new ClassRatios(ClassTotals.Of(y, yHat, weights), zeroDivision).Mean(ratio, average);
    }

    private static void CheckBeta(double beta)
    {
        if (beta >= 0) return;
        throw new ArgumentException(Words.Of($"beta must be at least 0, but it is {beta}."), nameof(beta));
    }
}
