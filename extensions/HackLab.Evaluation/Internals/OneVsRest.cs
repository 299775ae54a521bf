namespace HackLab.Evaluation.Internals;

/// <summary>What metrics of one class against the rest have in common.</summary>
internal static class OneVsRest
{
    /// <summary>Refuses classes without a row, whose curves are not defined.</summary>
    public static void EachPresent(ReadOnlySpan<int> y, int classes, ReadOnlySpan<double> weights)
    {
        double[] support = Support(y, classes, weights);
        int missing = Array.FindIndex(support, weight => weight == 0);
        if (missing < 0) return;
        throw new ArgumentException(
            $"No row{(weights.IsEmpty ? "" : " with a weight above 0")} is of class {missing}, so its curve is not defined. "
            + "Leave that class out, or take rows of every class.", nameof(y));
    }

    /// <summary>The mean of one value per class, plain (macro) or by the classes' rows (weighted).</summary>
    public static double Mean(double[] values, Average average, ReadOnlySpan<int> y, int classes, ReadOnlySpan<double> weights)
    {
        if (average == Average.Macro) return values.Average();
        double[] support = Support(y, classes, weights);
        double sum = 0;
        for (int c = 0; c < classes; c++) sum += support[c] * values[c];
        return sum / support.Sum();
    }

    private static double[] Support(ReadOnlySpan<int> y, int classes, ReadOnlySpan<double> weights)
    {
        BinaryInput.Weights(y.Length, weights);
        var support = new double[classes];
        for (int i = 0; i < y.Length; i++) support[y[i]] += weights.IsEmpty ? 1 : weights[i];
        return support;
    }
}
