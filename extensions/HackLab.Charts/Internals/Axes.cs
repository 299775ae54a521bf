namespace HackLab.Charts.Internals;

/// <summary>Makes the axes that settings ask for.</summary>
internal static class Axes
{
    public static Axis X(AxesOptions options, string label, IEnumerable<double> values) =>
        Of(label, values, options.XScale, options.XRange, "XRange");

    public static Axis Y(AxesOptions options, string label, IEnumerable<double> values) =>
        Of(label, values, options.YScale, options.YRange, "YRange");

    /// <summary>Whether an axis is logarithmic.</summary>
    public static bool HasLog(AxesOptions options) => options.XScale == Scale.Log || options.YScale == Scale.Log;

    /// <summary>The axis over some values, or between the ends asked for, which must not cut values off.</summary>
    public static Axis Of(string label, IEnumerable<double> values, Scale scale, (double From, double To)? range, string setting)
    {
        (double min, double max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (double value in values) (min, max) = (Math.Min(min, value), Math.Max(max, value));
        if (range is not { } ends) return scale == Scale.Log ? Axis.AroundLog(label, min, max) : Axis.Around(label, min, max);
        if (!(ends.From < ends.To) || !double.IsFinite(ends.To - ends.From))
            throw new ArgumentException($"{setting} must go from a smaller to a larger number.");
        if (scale == Scale.Log && ends.From <= 0)
        {
            throw new ArgumentException(
                $"{setting} starts at {Numbers.Short(ends.From)}, but a logarithmic axis starts above zero.");
        }
        if (min < ends.From || max > ends.To)
        {
            throw new ArgumentException(
                $"{setting} is {Numbers.Short(ends.From)} to {Numbers.Short(ends.To)}, but points lie from {Numbers.Short(min)} to {Numbers.Short(max)}.");
        }
        return new Axis(label, ends.From, ends.To) { Log = scale == Scale.Log };
    }
}
