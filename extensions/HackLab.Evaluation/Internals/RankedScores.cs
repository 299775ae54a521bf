namespace HackLab.Evaluation.Internals;

/// <summary>
/// Scores from high to low, equal ones together: after each group, how much weight of either class lies at or above it. All
/// curves over thresholds come from this one pass.
/// </summary>
internal sealed class RankedScores
{
    private RankedScores(double[] thresholds, double[] falsePositives, double[] truePositives) =>
        (Thresholds, FalsePositives, TruePositives) = (thresholds, falsePositives, truePositives);

    /// <summary>The distinct scores, falling, shape [groups].</summary>
    public double[] Thresholds { get; }

    /// <summary>Weight of class 0 with at least that score, shape [groups].</summary>
    public double[] FalsePositives { get; }

    /// <summary>Weight of class 1 with at least that score, shape [groups].</summary>
    public double[] TruePositives { get; }

    public static RankedScores Of(ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights)
    {
        // Rows of weight 0 do not count, so their scores are no thresholds either.
        var rows = new List<int>(score.Length);
        for (int i = 0; i < score.Length; i++)
        {
            if (weights.IsEmpty || weights[i] > 0) rows.Add(i);
        }
        int[] order = [.. rows];
        double[] keys = new double[order.Length];
        for (int i = 0; i < keys.Length; i++) keys[i] = -score[order[i]];
        Array.Sort(keys, order);
        int groups = 1;
        for (int i = 1; i < keys.Length; i++) groups += keys[i] != keys[i - 1] ? 1 : 0;
        double[] thresholds = new double[groups], negative = new double[groups], positive = new double[groups];
        double fp = 0, tp = 0;
        for (int i = 0, g = 0; i < keys.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[order[i]];
            if (y[order[i]] == 1) tp += weight;
            else fp += weight;
            if (i + 1 < keys.Length && keys[i + 1] == keys[i]) continue;
            (thresholds[g], negative[g], positive[g]) = (-keys[i], fp, tp);
            g++;
        }
        return new RankedScores(thresholds, negative, positive);
    }

    /// <summary>
    /// The area under the curve by the trapezoidal rule: the chance that a random row of class 1 scores above one of class 0,
    /// ties counting half. With whole counts every term is a multiple of ½ below 2⁵³, so the sum is exact up to 94 million rows.
    /// </summary>
    public double Area()
    {
        double area = 0, fp = 0, tp = 0;
        for (int g = 0; g < Thresholds.Length; g++)
        {
            area += (FalsePositives[g] - fp) * (TruePositives[g] + tp) / 2;
            (fp, tp) = (FalsePositives[g], TruePositives[g]);
        }
        return area / fp / tp;
    }
}
