namespace HackLab.Charts.Internals;

/// <summary>Checks points with uncertainties.</summary>
internal static class ErrorInput
{
    /// <summary>The points whose values and errors are all finite; others are refused or dropped and counted.</summary>
    public static ErrorSeries Checked(ErrorSeries s, AxesOptions options, ref int dropped)
    {
        int n = s.X.Count;
        foreach ((IReadOnlyList<double>? errors, string name) in ((IReadOnlyList<double>?, string)[])[(s.YError, "YError"),
            (s.YErrorLow, "YErrorLow"), (s.XError, "XError")])
        {
            if (errors is null) continue;
            if (errors.Count != n) throw new ArgumentException($"'{s.Name}' has {errors.Count} values of {name} for {n} points.");
            int negative = errors.ToList().FindIndex(e => e < 0);
            if (negative >= 0)
            {
                throw new ArgumentException(
                    $"'{s.Name}': {name} of point {negative} is {Numbers.Short(errors[negative])}; errors are at least 0.");
            }
        }
        // An error that is not finite counts as a value that is not.
        double[] y =
            [.. s.Y.Select((v, i) => i >= n || (double.IsFinite(s.YError[i]) && double.IsFinite(s.YErrorLow?[i] ?? 0)
                && double.IsFinite(s.XError?[i] ?? 0)) ? v : double.NaN)];
        Series kept = Input.Points(new Series(s.Name, s.X, y), options, ref dropped);
        if (kept.X.Count == n) return s;
        int[] good = [.. Enumerable.Range(0, n).Where(i => double.IsFinite(s.X[i]) && double.IsFinite(y[i])
            && (options.XScale == Scale.Linear || s.X[i] > 0) && (options.YScale == Scale.Linear || y[i] > 0))];
        return new ErrorSeries(s.Name, kept.X, kept.Y, [.. good.Select(i => s.YError[i])])
        {
            YErrorLow = s.YErrorLow is null ? null : [.. good.Select(i => s.YErrorLow[i])],
                XError = s.XError is null ? null : [.. good.Select(i => s.XError[i])],
        };
    }

    /// <summary>
    /// Both ends of all bars; on a logarithmic axis only those above zero, so that a bar that reaches zero runs to the axis' end.
    /// </summary>
    public static IEnumerable<double> Reach(IReadOnlyList<double> values, IReadOnlyList<double>? low, IReadOnlyList<double>? high,
        Scale scale) =>
        values.SelectMany((v, i) => (double[])[v - (low?[i] ?? 0), v + (high?[i] ?? 0), v]).Where(v =>
            scale == Scale.Linear || v > 0);
}
