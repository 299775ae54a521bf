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
        int[] order = Falling(score, weights);
        double[] keys = new double[order.Length];
        for (int i = 0; i < keys.Length; i++) keys[i] = score[order[i]];
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
            (thresholds[g], negative[g], positive[g]) = (keys[i], fp, tp);
            g++;
        }
        return new RankedScores(thresholds, negative, positive);
    }

    /// <summary>The rows that count, from the highest score to the lowest.</summary>
    private static int[] Falling(ReadOnlySpan<double> score, ReadOnlySpan<double> weights)
    {
        // Scores are nearly always floats: then the bits of score and row fit into one whole number, sorted by its upper half.
        var keyed = new ulong[score.Length];
        int count = 0;
        for (int i = 0; i < score.Length; i++)
        {
            if (!weights.IsEmpty && weights[i] <= 0) continue;
            if ((float)score[i] != score[i]) return FallingDoubles(score, weights);
            keyed[count++] = ((ulong)~SortKey.Of((float)score[i]) << 32) | (uint)i;
        }
        keyed = RadixSort.Sort(keyed, count, fromBit: 32);
        var order = new int[count];
        for (int i = 0; i < count; i++) order[i] = (int)(uint)keyed[i];
        return order;
    }

    private static int[] FallingDoubles(ReadOnlySpan<double> score, ReadOnlySpan<double> weights)
    {
        var rows = new List<int>(score.Length);
        for (int i = 0; i < score.Length; i++)
        {
            if (weights.IsEmpty || weights[i] > 0) rows.Add(i);
        }
        int[] order = [.. rows];
        double[] keys = new double[order.Length];
        for (int i = 0; i < keys.Length; i++) keys[i] = -score[order[i]];
        Array.Sort(keys, order);
        return order;
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
