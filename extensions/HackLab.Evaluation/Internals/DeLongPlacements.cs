namespace HackLab.Evaluation.Internals;

/// <summary>
/// For each row of class 1 the share of class 0 that scores below it, and for each row of class 0 the share of class 1 above it,
/// ties counting half: the area's structural components, whose spread is its uncertainty (DeLong et al., 1988).
/// </summary>
internal sealed class DeLongPlacements
{
    private readonly double[] _ofPositives, _ofNegatives;

    private DeLongPlacements(double[] ofPositives, double[] ofNegatives) =>
        (_ofPositives, _ofNegatives, Area) = (ofPositives, ofNegatives, ofPositives.Average());

    public double Area { get; }

    public static DeLongPlacements Of(ReadOnlySpan<int> y, ReadOnlySpan<float> score)
    {
        double[] wide = BinaryInput.Widen(score);
        (double negatives, double positives) = BinaryInput.Totals(y, wide, []);
        if (negatives < 2 || positives < 2)
        {
            throw new ArgumentException(
                $"At least two rows of each class are needed; there are {negatives} of class 0 and {positives} of class "
                + "1.", nameof(y));
        }
        float[] zero = new float[(int)negatives], one = new float[(int)positives];
        int zeros = 0, ones = 0;
        for (int i = 0; i < y.Length; i++)
        {
            if (y[i] == 1) one[ones++] = score[i];
            else zero[zeros++] = score[i];
        }
        float[] sortedZero = [.. zero.Order()], sortedOne = [.. one.Order()];
        return new DeLongPlacements(
            [.. one.Select(s => Below(sortedZero, s) / negatives)], [.. zero.Select(s => 1 - (Below(sortedOne, s) / positives))]);
    }

    /// <summary>The covariance of this area and another on the same rows.</summary>
    public double Covariance(DeLongPlacements other) =>
        (Covariance(_ofPositives, other._ofPositives) / _ofPositives.Length)
        + (Covariance(_ofNegatives, other._ofNegatives) / _ofNegatives.Length);

    private static double Covariance(double[] a, double[] b)
    {
        double meanA = a.Average(), meanB = b.Average(), sum = 0;
        for (int i = 0; i < a.Length; i++) sum += (a[i] - meanA) * (b[i] - meanB);
        return sum / (a.Length - 1);
    }

    /// <summary>How many sorted values lie below one, those equal to it counting half.</summary>
    private static double Below(float[] sorted, float value) =>
        (First(sorted, value, orEqual: true) + First(sorted, value, orEqual: false)) / 2.0;

    /// <summary>The index of the first value that is not below (or, not below and not equal to) another.</summary>
    private static int First(float[] sorted, float value, bool orEqual)
    {
        int low = 0, high = sorted.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (sorted[middle] < value || (!orEqual && sorted[middle] == value)) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
