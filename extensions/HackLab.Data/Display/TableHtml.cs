using System.Net;
using System.Text;

namespace HackLab.Data.Display;

/// <summary>
/// Writes a <see cref="Table"/> as HTML that fits light and dark pages: it inherits the text's colour and font, and its lines
/// are half-transparent grey. One style block per table keeps the output self-contained.
/// </summary>
internal static class TableHtml
{
    // !important only against the striping and right-alignment that Jupyter gives every table in an output.
    private const string Style =
        "<style>.hacklab-table{border-collapse:collapse;border:0;font-variant-numeric:tabular-nums;color:inherit}" +
        ".hacklab-table caption{caption-side:top;white-space:nowrap;text-align:left;font-weight:600;padding:2px 8px 6px 0;color:inherit}" +
        ".hacklab-table th,.hacklab-table td{padding:2px 10px;border:0;border-bottom:1px solid #8885;text-align:left!important;" +
        "white-space:nowrap;color:inherit;background:transparent!important}" +
        ".hacklab-table th{font-weight:600;border-bottom:1px solid #888a}" +
        ".hacklab-table .r{text-align:right!important}.hacklab-table .c{text-align:center!important}" +
        ".hacklab-note{opacity:.75;padding:4px 0}</style>";

    internal static string Write(Table table)
    {
        var cells = new TableCells(table);
        var html = new StringBuilder();
        // A wide table scrolls by itself instead of stretching the page.
        html.Append("<div style=\"overflow-x:auto\">").Append(Style).Append("<table class=\"hacklab-table\">");
        if (table.Caption.Length > 0) html.Append("<caption>").Append(Encode(table.Caption)).Append("</caption>");
        html.Append("<thead><tr>");
        for (int j = 0; j < table.Columns.Count; j++)
            html.Append("<th scope=\"col\"").Append(Class(cells.Alignment[j])).Append('>').Append(Encode(table.Columns[j].Header)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        foreach (string[] row in cells.Text)
        {
            html.Append("<tr>");
            for (int j = 0; j < row.Length; j++)
                html.Append("<td").Append(Class(cells.Alignment[j])).Append('>').Append(Encode(row[j])).Append("</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
        if (table.Note.Length > 0) html.Append("<div class=\"hacklab-note\">").Append(Encode(table.Note)).Append("</div>");
        return html.Append("</div>").ToString();
    }

    private static string Class(Align align) => align switch { Align.Right => " class=\"r\"", Align.Center => " class=\"c\"", _ => "" };

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
