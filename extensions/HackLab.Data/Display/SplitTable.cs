using System.Globalization;

namespace HackLab.Data.Display;

/// <summary>
/// Shows the parts of a split: how many rows of each class each part has, and whether rows or groups of one are in another (a leak).
/// </summary>
internal static class SplitTable
{
    internal static Table Of<T>(params ReadOnlySpan<(string Name, T Data)> parts)
        where T : IRowSet<T>
    {
        IReadOnlyList<string> classes = parts[0].Data is ILabelled labelled ? labelled.ClassNames : [];
        List<TableColumn> columns = [new("part"), new("rows"), .. classes.Select(c => new TableColumn(c))];
        if (classes.Count > 0) columns.Add(new($"{classes[^1]} share", Align.Right, "P1"));
        var rows = new List<object?[]>();
        foreach ((string name, T data) in parts)
        {
            List<object?> row = [name, data.Count];
            if (data is ILabelled { Y: var y } && classes.Count > 0)
            {
                int[] counts = [.. classes.Select((_, label) => y.Count(other => other == label))];
                row.AddRange([.. counts.Select(c => (object?)c), (double)counts[^1] / data.Count]);
            }
            rows.Add([.. row]);
        }
        return new Table(parts[0].Data.Name, columns, rows, Leak(parts));
    }

    private static string Leak<T>(ReadOnlySpan<(string Name, T Data)> parts)
        where T : IRowSet<T>
    {
        (int rows, int groups) = (0, 0);
        bool hasRows = parts[0].Data is TabularData, hasGroups = parts[0].Data is LabelledImages { Groups: not null };
        for (int i = 0; i < parts.Length; i++)
        {
            for (int j = i + 1; j < parts.Length; j++)
            {
                if (parts[i].Data is TabularData a && parts[j].Data is TabularData b) rows += Split.SharedRows(a, b);
                if (parts[i].Data is LabelledImages { Groups: { } c } && parts[j].Data is LabelledImages { Groups: { } d })
                    groups += c.Intersect(d).Count();
            }
        }
        return rows > 0 ? string.Create(CultureInfo.InvariantCulture, $"A leak: {rows:N0} rows have the same values as a row of another part.")
            : groups > 0 ? string.Create(CultureInfo.InvariantCulture, $"A leak: {groups:N0} groups have images in more than one part.")
            : hasRows ? "No row is in more than one part." : hasGroups ? "No group is in more than one part." : "";
    }
}
