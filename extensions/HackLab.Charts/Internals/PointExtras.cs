namespace HackLab.Charts.Internals;

/// <summary>What single points of a scatter plot carry besides their place.</summary>
/// <param name="Values">The value behind each point's colour; null for none.</param>
/// <param name="Names">What each is called; null for nothing.</param>
/// <param name="Colours">What the colours stand for; null for none.</param>
internal sealed record PointExtras(IReadOnlyList<double>? Values, IReadOnlyList<string>? Names, ColourAxis? Colours)
{
    /// <summary>What the settings give, checked against the points.</summary>
    public static PointExtras Of(IReadOnlyList<Series> groups, ScatterOptions options)
    {
        Check(groups, options.ColourBy?.Count, "ColourBy");
        Check(groups, options.Names?.Count, "Names");
        return new PointExtras(options.ColourBy, options.Names, null);
    }

    /// <summary>The same without the points that were left out; more coloured points than fit are every k-th.</summary>
    public PointExtras Without(Series before, Series after, ScatterOptions options)
    {
        if (Values is null && Names is null) return this;
        int[] kept = [.. Enumerable.Range(0, before.X.Count)];
        if (after.X.Count != before.X.Count)
        {
            bool Good(int i) => double.IsFinite(before.X[i]) && double.IsFinite(before.Y[i])
                && (options.XScale == Scale.Linear || before.X[i] > 0) && (options.YScale == Scale.Linear || before.Y[i] > 0);
            kept = [.. kept.Where(Good)];
        }
        double[]? values = Values is null ? null : [.. kept.Select(i => Values[i])];
        double[] finite = [.. values?.Where(double.IsFinite) ?? []];
        if (values is not null && finite.Length < values.Length && options.NonFinite == NonFinite.Refuse)
        {
            throw new ArgumentException(
                $"ColourBy has {values.Length - finite.Length} values that are not finite. Repair them, or draw those points in grey: NonFinite = NonFinite.Drop.");
        }
        ColourAxis? colours = values is null ? null
            : finite.Length == 0 ? throw new ArgumentException("ColourBy has no finite value.")
            : ColourAxis.Over(options.ColourMap, options.ColourLabel, finite.Min(), finite.Max());
        return new PointExtras(values, Names is null ? null : [.. kept.Select(i => Names[i])], colours);
    }

    private static void Check(IReadOnlyList<Series> groups, int? count, string setting)
    {
        if (count is null) return;
        if (groups.Count > 1)
            throw new ArgumentException($"{setting} belongs to the points of one group, but there are {groups.Count} groups.");
        if (count != groups[0].X.Count)
            throw new ArgumentException($"{setting} has {count} values for {groups[0].X.Count} points.");
    }
}
