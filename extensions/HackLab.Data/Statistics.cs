namespace HackLab.Data;

/// <summary>The numbers that describe a column, as pandas' <c>describe</c> gives them.</summary>
/// <param name="Count">How many values.</param>
/// <param name="Mean">Their mean, Σx / n.</param>
/// <param name="Std">Their sample standard deviation, √(Σ(x − mean)² / (n − 1)).</param>
/// <param name="Min">The smallest.</param>
/// <param name="Quartile1">A quarter of the values lies below it.</param>
/// <param name="Median">Half of the values lies below it.</param>
/// <param name="Quartile3">Three quarters lie below it.</param>
/// <param name="Max">The largest.</param>
public sealed record Statistics(
    int Count, double Mean, double Std, double Min, double Quartile1, double Median, double Quartile3, double Max)
{
    /// <summary>Describes values; quartiles interpolate linearly between neighbours, as NumPy's default.</summary>
    /// <param name="values">Shape [n]; any NaN makes every number but the count NaN.</param>
    /// <returns>NaN for everything but the count if n is 0; Std is NaN if n is 1.</returns>
    /// <example><code>Statistics.Of([1, 2, 3, 4]).Median   // 2.5</code></example>
    public static Statistics Of(ReadOnlySpan<float> values)
    {
        var copy = new double[values.Length];
        for (int i = 0; i < copy.Length; i++) copy[i] = values[i];
        return OfOwn(copy);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{float})"/>
    public static Statistics Of(ReadOnlySpan<double> values) => OfOwn(values.ToArray());

    private static Statistics OfOwn(double[] values)
    {
        int n = values.Length;
        double sum = 0;
        foreach (double value in values) sum += value;
        double mean = sum / n;
        if (double.IsNaN(mean)) return new Statistics(n, mean, mean, mean, mean, mean, mean, mean);
        double squares = 0;
        foreach (double value in values) squares += (value - mean) * (value - mean);
        Array.Sort(values);
        return new Statistics(
            n, mean, Math.Sqrt(squares / (n - 1)), values[0], Quantile(values, 0.25), Quantile(values, 0.5), Quantile(values, 0.75), values[^1]);
    }

    private static double Quantile(double[] sorted, double fraction)
    {
        double position = fraction * (sorted.Length - 1);
        int below = (int)position;
        if (below + 1 >= sorted.Length) return sorted[below];
        return sorted[below] + ((position - below) * (sorted[below + 1] - sorted[below]));
    }
}
