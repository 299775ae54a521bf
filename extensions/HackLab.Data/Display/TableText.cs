using System.Text;

namespace HackLab.Data.Display;

/// <summary>Writes a <see cref="Table"/> as text with aligned columns, two spaces apart.</summary>
internal static class TableText
{
    internal static string Write(Table table)
    {
        var cells = new TableCells(table);
        string[] headers = [.. table.Columns.Select(c => OneLine(c.Header))];
        int[] widths = [.. headers.Select(h => h.Length)];
        foreach (string[] row in cells.Text)
        {
            for (int j = 0; j < row.Length; j++) widths[j] = Math.Max(widths[j], OneLine(row[j]).Length);
        }
        var text = new StringBuilder();
        if (table.Caption.Length > 0) text.Append(table.Caption).Append('\n');
        Line(text, headers, widths, cells.Alignment);
        Line(text, [.. widths.Select(w => new string('-', w))], widths, cells.Alignment);
        foreach (string[] row in cells.Text) Line(text, [.. row.Select(OneLine)], widths, cells.Alignment);
        if (table.Note.Length > 0) text.Append(table.Note).Append('\n');
        return text.ToString().TrimEnd('\n');
    }

    private static void Line(StringBuilder text, string[] cells, int[] widths, Align[] alignment)
    {
        var line = new StringBuilder();
        for (int j = 0; j < cells.Length; j++)
        {
            if (j > 0) line.Append("  ");
            int left = alignment[j] switch
            {
                Align.Right => widths[j] - cells[j].Length,
                Align.Center => (widths[j] - cells[j].Length) / 2,
                _ => 0,
            };
            line.Append(' ', left).Append(cells[j]).Append(' ', widths[j] - cells[j].Length - left);
        }
        text.Append(line.ToString().TrimEnd()).Append('\n');
    }

    private static string OneLine(string cell) => cell.ReplaceLineEndings(" ");
}
