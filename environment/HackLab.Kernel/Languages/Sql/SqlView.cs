using System.Globalization;
using System.Net;
using System.Text;
using HackLab.Kernel.Formatting;

namespace HackLab.Kernel.Languages;

/// <summary>Rows as a table, in HTML and in text; long ones are cut with a count.</summary>
internal static class SqlView
{
    private const int WidestText = 60;

    /// <summary>Both forms.</summary>
    public static MimeBundle Of(SqlTable table, int mostRows)
    {
        (SqlTable typed, _) = (table with { Rows = [.. table.Rows.Take(mostRows)] }).Typed();
        string note = typed.Rows.Count < table.Count
            ? string.Create(CultureInfo.InvariantCulture, $"{typed.Rows.Count} of {table.Count:N0} rows shown")
            : table.Count == 0 ? "no rows" : "";
        return new MimeBundle(new Dictionary<string, string> { ["text/html"] = Html(typed, note), ["text/plain"] = Text(typed, note) });
    }

    private static string Html(SqlTable table, string note)
    {
        var html = new StringBuilder(HtmlView.Style).Append("<table class=\"hacklab-view\"><thead><tr>");
        foreach (SqlColumn column in table.Columns) html.Append("<th>").Append(WebUtility.HtmlEncode(column.Name)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (object?[] row in table.Rows)
        {
            html.Append("<tr>");
            foreach (object? value in row)
            {
                html.Append(value is long or double ? "<td class=\"n\">" : "<td>");
                html.Append(value is null ? "<i>NULL</i>" : WebUtility.HtmlEncode(Word(value))).Append("</td>");
            }
            html.Append("</tr>");
        }
        html.Append("</tbody>");
        if (note.Length > 0) html.Append("<caption>").Append(note).Append("</caption>");
        return html.Append("</table>").ToString();
    }

    private static string Text(SqlTable table, string note)
    {
        string[][] lines =
        [
            [.. table.Columns.Select(column => column.Name)],
            .. table.Rows.Select(row => row.Select(value => value is null ? "NULL" : Short(Word(value))).ToArray()),
        ];
        int[] widths = [.. table.Columns.Select((_, i) => lines.Max(line => line[i].Length))];
        bool[] right = [.. table.Columns.Select((_, i) => table.Rows.Count > 0 && table.Rows.All(row => row[i] is null or long or double))];
        var text = new StringBuilder();
        for (int l = 0; l < lines.Length; l++)
        {
            var line = new StringBuilder();
            for (int i = 0; i < widths.Length; i++)
                line.Append(i == 0 ? "" : "  ").Append(right[i] ? lines[l][i].PadLeft(widths[i]) : lines[l][i].PadRight(widths[i]));
            text.Append(line.ToString().TrimEnd()).Append('\n');
            if (l == 0) text.AppendJoin("  ", widths.Select(width => new string('-', width))).Append('\n');
        }
        return text.Append(note.Length > 0 ? $"({note})" : "").ToString().TrimEnd('\n');
    }

    private static string Word(object value) => value is byte[] bytes
        ? string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexString(bytes.AsSpan(0, Math.Min(16, bytes.Length)))}{(bytes.Length > 16 ? "…" : "")} ({bytes.Length} bytes)")
        : Scalar.Text(value);

    private static string Short(string text)
    {
        string line = text.ReplaceLineEndings("⏎");
        return line.Length > WidestText ? line[..(WidestText - 1)] + "…" : line;
    }
}
