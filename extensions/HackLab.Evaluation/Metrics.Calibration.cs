using HackLab.Evaluation.Internals;

namespace HackLab.Evaluation;

/// <summary>Whether probabilities can be believed.</summary>
public static partial class Metrics
{
    /// <summary>The mean probability of each bin against how often class 1 came true in it.</summary>
    /// <param name="y">True classes 0 and 1, shape [n].</param>
    /// <param name="score">Probabilities of class 1, each in [0, 1], shape [n].</param>
    /// <param name="bins">How many bins, at least 1. A probability on an edge belongs to the bin below.</param>
    /// <param name="strategy">Bins of equal width, or with equally many rows.</param>
    /// <param name="weights">
    /// How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same. Quantiles are of rows.
    /// </param>
    /// <exception cref="ArgumentException">
    /// Lengths differ, no labels, a label is not 0 or 1, a probability is outside [0, 1], or no bins.
    /// </exception>
    /// <example><code>Metrics.Calibration(test.Y, model.PredictScore(test)).ExpectedError</code></example>
    public static CalibrationCurve Calibration(
        ReadOnlySpan<int> y, ReadOnlySpan<float> score, int bins = 10, CalibrationBins strategy = CalibrationBins.Uniform,
        ReadOnlySpan<double> weights = default) => Calibration(y, BinaryInput.Widen(score), bins, strategy, weights);

    /// <inheritdoc cref="Calibration(ReadOnlySpan{int}, ReadOnlySpan{float}, int, CalibrationBins, ReadOnlySpan{double})"/>
    public static CalibrationCurve Calibration(
        ReadOnlySpan<int> y, ReadOnlySpan<double> score, int bins = 10, CalibrationBins strategy = CalibrationBins.Uniform,
        ReadOnlySpan<double> weights = default)
    {
        BinaryInput.Length(y.Length, score.Length, "probabilities");
        var each = new RowWeights(y.Length, weights);
        if (bins < 1) throw new ArgumentException($"At least one bin is needed, but bins is {bins}.", nameof(bins));
        double[] predicted = new double[bins], observed = new double[bins], total = new double[bins];
        var counts = new long[bins];
        double[] edges = Edges(score, bins, strategy);
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] is not (0 or 1)) throw new ArgumentException($"Label {i} is {y[i]}; labels must be 0 or 1.", nameof(y));
            BinaryInput.Probability(i, score[i]);
            int bin = BinOf(score[i], edges);
            predicted[bin] += each[i] * score[i];
            observed[bin] += each[i] * y[i];
            total[bin] += each[i];
            counts[bin]++;
        }
        int[] filled = [.. Enumerable.Range(0, bins).Where(b => total[b] > 0)];
        return new CalibrationCurve(
            [.. filled.Select(b => predicted[b] / total[b])], [.. filled.Select(b => observed[b] / total[b])],
            [.. filled.Select(b => total[b])], [.. filled.Select(b => counts[b])]);
    }

    /// <summary>
    /// The expected calibration error of several classes: the probability of the class that was called, against how often it was
    /// the right one (C. Guo et al., "On Calibration of Modern Neural Networks", 2017).
    /// </summary>
    /// <param name="y">True classes 0 to classes − 1, shape [n].</param>
    /// <param name="probabilities">The probability of each class for each row, shape [n, classes]; each row adds up to 1.</param>
    /// <param name="classes">How many classes, at least 2.</param>
    /// <param name="bins">How many bins of equal width, at least 1; the paper takes 15.</param>
    /// <param name="weights">How much each row counts, at least 0 and not all 0, shape [n]; empty if all count the same.</param>
    /// <returns>The curve of the called class; its <see cref="CalibrationCurve.ExpectedError"/> is the error.</returns>
    /// <exception cref="ArgumentException">
    /// Lengths do not fit, a label is out of range, or a row does not hold probabilities.
    /// </exception>
    /// <example><code>Metrics.CalledClassCalibration(test.Y, p, classes: 3).ExpectedError</code></example>
    public static CalibrationCurve CalledClassCalibration(
        ReadOnlySpan<int> y, ReadOnlySpan<float> probabilities, int classes, int bins = 15,
        ReadOnlySpan<double> weights = default)
    {
        ClassInput.Probabilities(y, probabilities, classes);
        var right = new int[y.Length];
        var sure = new double[y.Length];
        for (int i = 0; i < y.Length; i++)
        {
            ReadOnlySpan<float> row = probabilities.Slice(i * classes, classes);
            int called = 0;
            for (int c = 1; c < classes; c++) if (row[c] > row[called]) called = c;
            (right[i], sure[i]) = (called == y[i] ? 1 : 0, row[called]);
        }
        return Calibration(right, sure, bins, CalibrationBins.Uniform, weights);
    }

    /// <summary>The inner edges of the bins.</summary>
    private static double[] Edges(ReadOnlySpan<double> score, int bins, CalibrationBins strategy)
    {
        var edges = new double[bins - 1];
        double[] sorted = strategy == CalibrationBins.Quantile ? score.ToArray() : [];
        Array.Sort(sorted);
        for (int e = 1; e < bins; e++)
        {
            double share = e * (1.0 / bins);
            // Per cent and back, as scikit-learn asks NumPy: its rounding decides which bin a probability on an edge is in.
            edges[e - 1] = strategy == CalibrationBins.Uniform ? share : Quantile.Of(sorted, share * 100 / 100);
        }
        return edges;
    }

    /// <summary>How many edges lie below a value.</summary>
    private static int BinOf(double value, double[] edges)
    {
        int low = 0, high = edges.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (edges[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
