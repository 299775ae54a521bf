using System.Globalization;

namespace HackLab.Data.Display;

/// <summary>
/// Shows the parts of a split: how many rows of each class each part has, and whether rows of one are in another (a leak).
/// </summary>
internal static class SplitTable
{
    internal static Table Of(params ReadOnlySpan<(string Name, TabularData Data)> parts)
    {
        IReadOnlyList<string> classes = parts[0].Data.ClassNames;
        TableColumn[] columns = [new("part"), new("rows"), .. classes.Select(c => new TableColumn(c)), new($"{classes[^1]} share", Align.Right, "P1")];
        var rows = new List<object?[]>();
        foreach ((string name, TabularData data) in parts)
        {
            int[] counts = data.ClassCounts();
            rows.Add([name, data.Count, .. counts.Select(c => (object?)c), (double)counts[^1] / data.Count]);
        }
        int shared = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            for (int j = i + 1; j < parts.Length; j++) shared += Split.SharedRows(parts[i].Data, parts[j].Data);
        }
        string leak = shared == 0 ? "No row is in more than one part." : string.Create(
            CultureInfo.InvariantCulture, $"A leak: {shared:N0} rows have the same values as a row of another part.");
        return new Table(parts[0].Data.Name, columns, rows, leak);
    }
}
