namespace HackLab.Evaluation.Internals;

/// <summary>
/// Precision, recall and F of classes, and what their averages are. 0/0 becomes a stated value; NaN is left out of means.
/// </summary>
internal sealed class ClassRatios(ClassTotals totals, double zeroDivision)
{
    public delegate double Ratio(double hit, double truth, double called, double zeroDivision);

    public double Precision(int c) => PrecisionOf(totals.Hit[c], totals.True[c], totals.Called[c], zeroDivision);

    public double Recall(int c) => RecallOf(totals.Hit[c], totals.True[c], totals.Called[c], zeroDivision);

    public double F(int c, double beta) => FOf(beta)(totals.Hit[c], totals.True[c], totals.Called[c], zeroDivision);

    public static double PrecisionOf(double hit, double truth, double called, double zeroDivision) =>
        called == 0 ? zeroDivision : hit / called;

    public static double RecallOf(double hit, double truth, double called, double zeroDivision) =>
        truth == 0 ? zeroDivision : hit / truth;

    // (1 + β²) · hits / (β² · true + called): the weighted harmonic mean of precision and recall, without dividing twice.
    public static Ratio FOf(double beta) => (hit, truth, called, zeroDivision) =>
        double.IsPositiveInfinity(beta) ? RecallOf(hit, truth, called, zeroDivision)
        : (beta * beta * truth) + called == 0 ? zeroDivision
        : (1 + (beta * beta)) * hit / ((beta * beta * truth) + called);

    public double Mean(Ratio ratio, Average average)
    {
        switch (average)
        {
            case Average.Binary:
                if (Array.Exists(totals.Labels, label => label is not (0 or 1)))
                {
                    string found = string.Join(", ", totals.Labels.Take(10)) + (totals.Labels.Length > 10 ? " …" : "");
                    throw new ArgumentException(
                        $"The classes are {found}, and Average.Binary is for 0 and 1: choose Macro, Micro or Weighted.", nameof(average));
                }
                int one = Array.IndexOf(totals.Labels, 1);
                return one < 0 ? zeroDivision : ratio(totals.Hit[one], totals.True[one], totals.Called[one], zeroDivision);
            case Average.Micro:
                return ratio(totals.Hit.Sum(), totals.True.Sum(), totals.Called.Sum(), zeroDivision);
            default:
                double sum = 0, total = 0;
                for (int c = 0; c < totals.Labels.Length; c++)
                {
                    double value = ratio(totals.Hit[c], totals.True[c], totals.Called[c], zeroDivision);
                    if (double.IsNaN(value)) continue;
                    double weight = average == Average.Macro ? 1 : totals.True[c];
                    sum += weight * value;
                    total += weight;
                }
                return sum / total;
        }
    }

    public static void CheckZeroDivision(double zeroDivision)
    {
        if (zeroDivision is 0 or 1 or double.NaN) return;
        throw new ArgumentException("zeroDivision, the value of 0/0, must be 0, 1 or NaN.", nameof(zeroDivision));
    }
}
