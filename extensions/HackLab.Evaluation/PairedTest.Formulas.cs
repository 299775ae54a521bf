using HackLab.Evaluation.Internals;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace HackLab.Evaluation;

/// <summary>Tests of two classifiers by a formula.</summary>
public static partial class PairedTest
{
    /// <summary>
    /// McNemar's test (1947) of two classifiers' right and wrong predictions. Only rows that one has right and the other wrong
    /// tell them apart; if they are equally good, each such row is a fair coin. The p-value is the exact binomial one, twice the
    /// smaller tail.
    /// </summary>
    /// <param name="y">True classes, shape [n].</param>
    /// <param name="yHatA">Predictions of the first, shape [n].</param>
    /// <param name="yHatB">Predictions of the second for the same rows, shape [n].</param>
    /// <returns>The accuracies and p; 1 if no row tells them apart.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or no labels.</exception>
    /// <example><code>PairedTest.McNemar(test.Y, trees.Predict(test), linear.Predict(test))</code></example>
    public static McNemarResult McNemar(ReadOnlySpan<int> y, ReadOnlySpan<int> yHatA, ReadOnlySpan<int> yHatB)
    {
        BinaryInput.Length(y.Length, yHatA.Length, "predictions of the first");
        BinaryInput.Length(y.Length, yHatB.Length, "predictions of the second");
        int onlyA = 0, onlyB = 0;
        for (int i = 0; i < y.Length; i++)
        {
            bool a = yHatA[i] == y[i], b = yHatB[i] == y[i];
            if (a && !b) onlyA++;
            if (b && !a) onlyB++;
        }
        int split = onlyA + onlyB;
        double p = split == 0 ? 1 : Math.Min(1, 2 * Binomial.CDF(0.5, split, Math.Min(onlyA, onlyB)));
        double gap = Math.Max(0, Math.Abs(onlyA - onlyB) - 1);
        double chiSquared = split == 0 ? 0 : gap * gap / split;
        return new McNemarResult(Metrics.Accuracy(y, yHatA), Metrics.Accuracy(y, yHatB), onlyA, onlyB, p, chiSquared);
    }

    /// <summary>
    /// DeLong's test of two areas under ROC curves on the same rows (E. DeLong, D. DeLong, D. Clarke-Pearson, 1988), in the fast
    /// form of X. Sun and W. Xu (2014): their covariance from ranks, then a normal distribution.
    /// </summary>
    /// <param name="y">True classes 0 and 1, at least two of each, shape [n].</param>
    /// <param name="scoreA">Scores of the first, higher for class 1, all finite, shape [n].</param>
    /// <param name="scoreB">Scores of the second for the same rows, shape [n].</param>
    /// <param name="level">How often the intervals shall hold the true value, above 0 and below 1.</param>
    /// <returns>Both areas, their difference, its interval and p; p is 1 if the scores order the rows alike.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths differ, fewer than two rows of a class, a score is not finite, or level is out of range.
    /// </exception>
    /// <example><code>PairedTest.DeLong(test.Y, trees, linear).PValue</code></example>
    public static PairedDifference DeLong(
        ReadOnlySpan<int> y, ReadOnlySpan<float> scoreA, ReadOnlySpan<float> scoreB, double level = 0.95)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentException(
                Words.Of($"level must lie between 0 and 1, but it is {level}."), nameof(level));
        }
        DeLongPlacements a = DeLongPlacements.Of(y, scoreA), b = DeLongPlacements.Of(y, scoreB);
        double varianceA = a.Covariance(a), varianceB = b.Covariance(b), variance = varianceA + varianceB - (2 * a.Covariance(b));
        // Equal orders give 0 up to rounding.
        if (variance <= 1e-14 * (varianceA + varianceB)) variance = 0;
        double width = Math.Sqrt(2) * SpecialFunctions.ErfInv(level), difference = a.Area - b.Area;
        double p = variance > 0 ? SpecialFunctions.Erfc(Math.Abs(difference) / Math.Sqrt(2 * variance)) : difference == 0 ? 1 : 0;
        Interval Around(double value, double spread)
        {
            double half = width * Math.Sqrt(spread);
            return new Interval(value, value - half, value + half, level, Resamples: 0);
        }
        return new PairedDifference(Around(a.Area, varianceA), Around(b.Area, varianceB), Around(difference, variance), p);
    }
}
