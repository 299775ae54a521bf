namespace HackLab.Charts.Internals;

/// <summary>
/// What a box shows (J. W. Tukey, Exploratory Data Analysis, 1977): quartiles, and the farthest values within 1.5 boxes of them.
/// </summary>
internal sealed class FiveNumbers
{
    private const double Reach = 1.5;

    public FiveNumbers(double[] sorted)
    {
        Sorted = sorted;
        (Q1, Median, Q3) = (Quantile(sorted, 0.25), Quantile(sorted, 0.5), Quantile(sorted, 0.75));
        double reach = Reach * (Q3 - Q1);
        Low = sorted.First(v => v >= Q1 - reach);
        High = sorted.Last(v => v <= Q3 + reach);
        Mean = sorted.Average();
    }

    /// <summary>The values in order.</summary>
    public double[] Sorted { get; }

    public double Q1 { get; }

    public double Median { get; }

    public double Q3 { get; }

    public double Mean { get; }

    /// <summary>The lowest value that is no outlier.</summary>
    public double Low { get; }

    /// <summary>The highest value that is no outlier.</summary>
    public double High { get; }

    public IEnumerable<double> Outliers => Sorted.Where(v => v < Low || v > High);

    public string Say(string name) =>
        $"{name}: n = {Numbers.Count(Sorted.Length)}, median {Numbers.Short(Median)}, quartiles {Numbers.Short(Q1)} and {Numbers.Short(Q3)}, "
        + $"whiskers {Numbers.Short(Low)} to {Numbers.Short(High)}, mean {Numbers.Short(Mean)}";

    /// <summary>
    /// On the straight line between the two values beside it, as numpy does by default (R. J. Hyndman and Y. Fan, 1996, type 7).
    /// </summary>
    public static double Quantile(double[] sorted, double share)
    {
        double at = share * (sorted.Length - 1);
        int below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[^1];
    }
}
