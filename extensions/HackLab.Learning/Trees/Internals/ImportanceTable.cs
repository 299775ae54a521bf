using HackLab.Data;

namespace HackLab.Learning.Internals;

/// <summary>Shows which features a model of trees asks for.</summary>
internal static class ImportanceTable
{
    private const int Most = 20;

    public static Table Of(string caption, IReadOnlyList<FeatureImportance> importances)
    {
        object?[][] rows = [.. importances.Take(Most).Select(i => new object?[] { i.Name, i.Value })];
        int more = importances.Count - rows.Length;
        return new Table(caption, ["feature", "share of the gain"], rows, more > 0 ? $"{more} more features" : "");
    }
}
