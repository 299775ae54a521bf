using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Metrics of predicted numbers. Any NaN among labels or predictions makes the result NaN.</summary>
public static partial class Metrics
{
    /// <summary>The mean squared error, mean (yHat − y)².</summary>
    /// <param name="y">True values, shape [n].</param>
    /// <param name="yHat">Predictions, shape [n], in the same unit.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>At least 0, in that unit squared; NaN if any input is NaN.</returns>
    /// <exception cref="ArgumentException">Lengths differ, n is 0, or weights that do not fit.</exception>
    /// <example><code>Metrics.MeanSquaredError([1f, 2f], [1f, 4f])   // 2</code></example>
    public static double MeanSquaredError(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, ReadOnlySpan<double> weights = default) =>
        Residuals.Of(y, yHat, weights).Mse;

    /// <inheritdoc cref="MeanSquaredError(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static double MeanSquaredError(
        ReadOnlySpan<double> y, ReadOnlySpan<double> yHat, ReadOnlySpan<double> weights = default) =>
        Residuals.Of(y, yHat, weights).Mse;

    /// <summary>The root of the mean squared error, √mean (yHat − y)², in the unit of the values.</summary>
    /// <inheritdoc cref="MeanSquaredError(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    /// <returns>At least 0, in that unit; NaN if any input is NaN.</returns>
    /// <example><code>Metrics.RootMeanSquaredError([1f, 2f], [1f, 4f])   // 1.414</code></example>
    public static double RootMeanSquaredError(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, ReadOnlySpan<double> weights = default) =>
        Math.Sqrt(Residuals.Of(y, yHat, weights).Mse);

    /// <inheritdoc cref="RootMeanSquaredError(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static double RootMeanSquaredError(
        ReadOnlySpan<double> y, ReadOnlySpan<double> yHat, ReadOnlySpan<double> weights = default) =>
        Math.Sqrt(Residuals.Of(y, yHat, weights).Mse);

    /// <summary>The mean absolute error, mean |yHat − y|.</summary>
    /// <inheritdoc cref="MeanSquaredError(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    /// <returns>At least 0, in that unit; NaN if any input is NaN.</returns>
    /// <example><code>Metrics.MeanAbsoluteError([1f, 2f], [1f, 4f])   // 1</code></example>
    public static double MeanAbsoluteError(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, ReadOnlySpan<double> weights = default) =>
        Residuals.Of(y, yHat, weights).Mae;

    /// <inheritdoc cref="MeanAbsoluteError(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static double MeanAbsoluteError(
        ReadOnlySpan<double> y, ReadOnlySpan<double> yHat, ReadOnlySpan<double> weights = default) =>
        Residuals.Of(y, yHat, weights).Mae;

    /// <summary>
    /// The coefficient of determination R² = 1 − Σ(y − yHat)² / Σ(y − mean y)²: 1 if all is right, 0 for always saying the mean,
    /// below 0 for worse. For constant y it is 1 if all is right and 0 otherwise, as in scikit-learn.
    /// </summary>
    /// <param name="y">True values, at least two, shape [n].</param>
    /// <param name="yHat">Predictions, shape [n], in the same unit.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>At most 1; NaN if any input is NaN.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, n is below 2 (one value has no spread), or weights that do not fit.
    /// </exception>
    /// <example><code>Metrics.R2([1f, 2f, 3f], [1f, 2f, 4f])   // 0.5</code></example>
    public static double R2(ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, ReadOnlySpan<double> weights = default) =>
        AtLeastTwo(y.Length, Residuals.Of(y, yHat, weights).R2);

    /// <inheritdoc cref="R2(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static double R2(ReadOnlySpan<double> y, ReadOnlySpan<double> yHat, ReadOnlySpan<double> weights = default) =>
        AtLeastTwo(y.Length, Residuals.Of(y, yHat, weights).R2);

    /// <summary>
    /// The explained variance, 1 − Var(y − yHat) / Var(y): R² that forgives a constant offset. For constant y it is 1 if the
    /// residual is constant too and 0 otherwise, as in scikit-learn.
    /// </summary>
    /// <inheritdoc cref="MeanSquaredError(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    /// <returns>At most 1; NaN if any input is NaN.</returns>
    /// <example><code>Metrics.ExplainedVariance([1f, 2f, 3f], [2f, 3f, 4f])   // 1: all off by the same</code></example>
    public static double ExplainedVariance(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, ReadOnlySpan<double> weights = default) =>
        Residuals.Of(y, yHat, weights).ExplainedVariance;

    /// <inheritdoc cref="ExplainedVariance(ReadOnlySpan{float}, ReadOnlySpan{float}, ReadOnlySpan{double})"/>
    public static double ExplainedVariance(
        ReadOnlySpan<double> y, ReadOnlySpan<double> yHat, ReadOnlySpan<double> weights = default) =>
        Residuals.Of(y, yHat, weights).ExplainedVariance;

    /// <summary>
    /// All of these for each of several targets, with the NMR challenge's normalised error: what to show of a regression.
    /// </summary>
    /// <param name="y">True values, row after row, at least two rows, shape [n, targets].</param>
    /// <param name="yHat">Predictions, likewise, in the same units.</param>
    /// <param name="targets">What each target is called.</param>
    /// <param name="scales">
    /// The standard deviation that each target's errors are divided by in the normalised error, above 0, shape [targets], for
    /// example of the training rows; null for that of y (Σ(y − mean y)² / n, as scikit-learn's StandardScaler).
    /// </param>
    /// <returns>A notebook shows it as a table.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, fewer than two rows, or scales that are not above 0.</exception>
    /// <example><code>Metrics.RegressionReport(echoes.Targets, yHat, ["alpha", "xi", "d"]).NormalizedError</code></example>
    public static RegressionReport RegressionReport(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, IReadOnlyList<string> targets, IReadOnlyList<double>? scales = null)
    {
        ArgumentNullException.ThrowIfNull(targets);
        int rows = Residuals.Rows(y.Length, yHat.Length, targets.Count);
        if (scales is not null && scales.Count != targets.Count)
        {
            throw new ArgumentException(
                $"There are {targets.Count} targets and {scales.Count} scales; each target needs one.", nameof(scales));
        }
        var found = new List<TargetScores>();
        for (int t = 0; t < targets.Count; t++)
        {
            Residuals one = Residuals.Of(y, yHat, [], targets.Count, t);
            double scale = scales?[t] ?? Math.Sqrt(one.Variance);
            if (scale <= 0)
            {
                throw new ArgumentException(
                    Words.Of($"The scale of {targets[t]} is {scale}, and nothing can be divided by it. ")
                    + "Are all its true values equal? Give scales of the training rows.",
                    nameof(scales));
            }
            found.Add(new TargetScores(
                targets[t], one.Mse, Math.Sqrt(one.Mse), one.Mae, AtLeastTwo(rows, one.R2), one.ExplainedVariance,
                one.Mse / (scale * scale)));
        }
        return new RegressionReport(found, rows);
    }

    /// <summary>
    /// The NMR challenge's normalised error, Σ ((yHat − y) / scale)² over all rows and targets. Always saying the mean gives
    /// about n per target, all right gives 0.
    /// </summary>
    /// <param name="y">True values, row after row, at least two rows, shape [n, targets].</param>
    /// <param name="yHat">Predictions, likewise, in the same units.</param>
    /// <param name="targets">How many targets, at least 1.</param>
    /// <param name="scales">As for <see cref="RegressionReport"/>.</param>
    /// <returns>At least 0; NaN if any input is NaN.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, fewer than two rows, or scales that are not above 0.</exception>
    /// <example><code>Metrics.NormalizedError(echoes.Targets, yHat, targets: 3)   // 6000 rows of means: 18000</code></example>
    public static double NormalizedError(
        ReadOnlySpan<float> y, ReadOnlySpan<float> yHat, int targets, IReadOnlyList<double>? scales = null)
    {
        if (targets < 1)
        {
            throw new ArgumentException(
                $"At least one target is needed, but targets is {targets}.", nameof(targets));
        }
        return RegressionReport(y, yHat, [.. Enumerable.Range(0, targets).Select(t => $"target {t}")], scales).NormalizedError;
    }

    private static double AtLeastTwo(int rows, double value)
    {
        if (rows >= 2) return value;
        throw new ArgumentException("There is one row only, which has no spread to explain; at least two are needed.", "y");
    }
}
