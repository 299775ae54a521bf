using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint.Executed;

/// <summary>Makes outputs equal that differ in nothing but how long something took.</summary>
internal static partial class Times
{
    /// <summary>The text with # for every time: after a number its unit, in a table the whole column.</summary>
    public static string Hide(string text) =>
        Time().Replace(TextTable()
            .Replace(HtmlTable().Replace(text, table => HideColumns(table.Value)), table => HideLines(table.Value)), "#");

    private static string HideColumns(string table)
    {
        string[] heads = [.. Head().Matches(table).Select(head => head.Groups[1].Value)];
        HashSet<int> hidden = [.. Enumerable.Range(0, heads.Length).Where(i => TimeColumn().IsMatch(heads[i]))];
        if (hidden.Count == 0) return table;
        return Row().Replace(table, row =>
        {
            int column = 0;
            return Cell().Replace(row.Value, cell => hidden.Contains(column++) ? "<td>#</td>" : cell.Value);
        });
    }

    /// <summary>A table as text: a line of heads, a line of dashes that says how wide each column is, and the rows.</summary>
    private static string HideLines(string table)
    {
        string[] lines = table.Split('\n');
        Match[] columns = [.. Dashes().Matches(lines[1]).Where(column => TimeColumn().IsMatch(Cut(lines[0], column).Trim()))];
        for (int i = 2; i < lines.Length; i++)
        {
            foreach (Match column in columns)
            {
                int end = Math.Min(column.Index + column.Length, lines[i].Length);
                if (column.Index < end) lines[i] = lines[i][..column.Index] + new string('#', column.Length) + lines[i][end..];
            }
        }
        return string.Join('\n', lines);
    }

    private static string Cut(string line, Match column) =>
        column.Index >= line.Length ? "" : line[column.Index..Math.Min(column.Index + column.Length, line.Length)];

    [GeneratedRegex(@"\b\d+(\.\d+)?\s?(ms|s|seconds?|min|minutes?|h)\b|\b\d\d:\d\d(:\d\d)?\b")]
    private static partial Regex Time();

    [GeneratedRegex(@"^(seconds|minutes|ms|time|duration|wall.?clock)\b", RegexOptions.IgnoreCase)]
    private static partial Regex TimeColumn();

    [GeneratedRegex("<table\\b.*?</table>", RegexOptions.Singleline)]
    private static partial Regex HtmlTable();

    [GeneratedRegex("<th\\b[^>]*>(.*?)</th>", RegexOptions.Singleline)]
    private static partial Regex Head();

    [GeneratedRegex("<tr\\b.*?</tr>", RegexOptions.Singleline)]
    private static partial Regex Row();

    [GeneratedRegex("<td\\b.*?</td>", RegexOptions.Singleline)]
    private static partial Regex Cell();

    // Heads, dashes, then every line up to an empty one.
    [GeneratedRegex(@"^.*\S.*\n-{2,}[- ]*(?:\n.*\S.*)*", RegexOptions.Multiline)]
    private static partial Regex TextTable();

    [GeneratedRegex("-+")]
    private static partial Regex Dashes();
}
