namespace HackLab.Learning.Internals;

/// <summary>Makes importances of gains: shares of their sum, so that they can be compared from model to model.</summary>
internal static class GainShares
{
    /// <summary>Of one tree.</summary>
    public static FeatureImportance[] Of(IReadOnlyList<string> names, Tree tree)
    {
        var gains = new double[names.Count];
        tree.AddGains(gains);
        return Of(names, gains);
    }

    /// <summary>The largest first; all 0 if nothing gained anything.</summary>
    public static FeatureImportance[] Of(IReadOnlyList<string> names, double[] gains)
    {
        double sum = gains.Sum();
        return
        [
            .. names.Select((name, j) => new FeatureImportance(name, sum > 0 ? gains[j] / sum : 0)).OrderByDescending(
                i => i.Value),
        ];
    }
}
