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
        (double[] sorted, double[] mass) = Falling(y, score, weights);
        int groups = 1;
        for (int i = 1; i < sorted.Length; i++) groups += sorted[i] != sorted[i - 1] ? 1 : 0;
        double[] thresholds = new double[groups], negative = new double[groups], positive = new double[groups];
        double fp = 0, tp = 0;
        for (int i = 0, g = 0; i < sorted.Length; i++)
        {
            // One of the two adds 0: no branch that depends on the label, which a processor could only guess.
            tp += Math.Max(mass[i], 0);
            fp += Math.Max(-mass[i], 0);
            if (i + 1 < sorted.Length && sorted[i + 1] == sorted[i]) continue;
            (thresholds[g], negative[g], positive[g]) = (sorted[i], fp, tp);
            g++;
        }
        return new RankedScores(thresholds, negative, positive);
    }

    /// <summary>
    /// The scores that count from high to low, and beside each its row's weight, below 0 for class 0. Rows of weight 0 do not
    /// count, so their scores are no thresholds either.
    /// </summary>
    private static (double[] Sorted, double[] Mass) Falling(
        ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights)
    {
        // Scores are nearly always floats: then score (32 bits), row (31) and label (1) fit into one whole number, sorted by its
        // upper half, and nothing has to be fetched from all over the memory afterwards but the weights.
        var keyed = new ulong[score.Length];
        int count = 0;
        for (int i = 0; i < score.Length; i++)
        {
            if (!weights.IsEmpty && weights[i] <= 0) continue;
            if ((float)score[i] != score[i]) return FallingDoubles(y, score, weights);
            keyed[count++] = ((ulong)~SortKey.Of((float)score[i]) << 32) | ((uint)i << 1) | (uint)y[i];
        }
        keyed = RadixSort.Sort(keyed, count, fromBit: 32);
        double[] sorted = new double[count], mass = new double[count];
        for (int i = 0; i < count; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[(int)((uint)keyed[i] >> 1)];
            (sorted[i], mass[i]) = (SortKey.ToSingle(~(uint)(keyed[i] >> 32)), (keyed[i] & 1) == 1 ? weight : -weight);
        }
        return (sorted, mass);
    }

    private static (double[] Sorted, double[] Mass) FallingDoubles(
        ReadOnlySpan<int> y, ReadOnlySpan<double> score, ReadOnlySpan<double> weights)
    {
        double[] sorted = new double[score.Length], mass = new double[score.Length];
        int count = 0;
        for (int i = 0; i < score.Length; i++)
        {
            double weight = weights.IsEmpty ? 1 : weights[i];
            if (weight > 0) (sorted[count], mass[count++]) = (-score[i], y[i] == 1 ? weight : -weight);
        }
        (sorted, mass) = (sorted[..count], mass[..count]);
        Array.Sort(sorted, mass);
        for (int i = 0; i < count; i++) sorted[i] = -sorted[i];
        return (sorted, mass);
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

    /// <summary>Σ (Rₙ − Rₙ₋₁) Pₙ over falling thresholds.</summary>
    public double AveragePrecision()
    {
        double sum = 0, before = 0;
        for (int g = 0; g < Thresholds.Length; g++)
        {
            double found = TruePositives[g];
            sum += (found - before) * (found / (found + FalsePositives[g]));
            before = found;
        }
        return sum / TruePositives[^1];
    }

    /// <summary>The share of class 1 at or above a threshold; before the first (−1) nothing is.</summary>
    public double EfficiencyAt(int g) => g < 0 ? 0 : TruePositives[g] / TruePositives[^1];

    /// <summary>The share of class 0 below a threshold.</summary>
    public double RejectionAt(int g) => g < 0 ? 1 : (FalsePositives[^1] - FalsePositives[g]) / FalsePositives[^1];

    /// <summary>The cut at a threshold.</summary>
    public WorkingPoint PointAt(int g) => new(g < 0 ? double.PositiveInfinity : Thresholds[g], EfficiencyAt(g), RejectionAt(g));
}
