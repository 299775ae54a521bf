namespace HackLab.Data.Display;

/// <summary>Shows the parts of a split: how many rows of each class each part has.</summary>
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
        return new Table(parts[0].Data.Name, columns, rows);
    }
}
