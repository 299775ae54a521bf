using System.Collections;
using System.Net;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace HackLab.Kernel.Formatting;

/// <summary>Values as HTML: objects and dictionaries as two-column tables, sequences of objects as tables with a head.</summary>
internal static class HtmlView
{
    private const int MostDepth = 3;

    /// <summary>The one style sheet of all built-in views: colours are the page's own, so light and dark themes both work.</summary>
    public const string Style =
        "<style>.hacklab-view{border-collapse:collapse;margin:.3em 0;font-size:.95em}.hacklab-view td,.hacklab-view th{border:1px solid " +
        "color-mix(in srgb,currentColor 25%,transparent);padding:.2em .6em;text-align:left;vertical-align:top;color:inherit;" +
        "background:transparent}.hacklab-view th{font-weight:600}.hacklab-view td.n{text-align:right;font-variant-numeric:tabular-nums}" +
        ".hacklab-view caption{caption-side:bottom;text-align:left;opacity:.7}</style>";

    /// <summary>A whole view, its style sheet included.</summary>
    public static string Of(object value)
    {
        if (Scalar.Is(value)) return $"<div>{Escape(Scalar.Text(value))}</div>";
        var html = new StringBuilder();
        Write(html, value, 0);
        return html.Length >= 6 && html.ToString(0, 6) == "<table" ? Style + html : html.ToString();
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static void Write(StringBuilder html, object value, int depth)
    {
        switch (value)
        {
            case Exception error:
                html.Append("<pre>").Append(Escape(error.ToString())).Append("</pre>");
                break;
            case Array { Rank: 2 } grid:
                WriteGrid(html, grid);
                break;
            case IDictionary dictionary:
                WritePairs(html, dictionary, depth);
                break;
            case IEnumerable sequence:
                WriteSequence(html, sequence, depth);
                break;
            case ITuple:
                html.Append("<pre>").Append(Escape(TextView.Of(value))).Append("</pre>");
                break;
            default:
                WriteObject(html, value, depth);
                break;
        }
    }

    private static void WriteCell(StringBuilder html, object? value, int depth)
    {
        bool number = value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;
        html.Append(number ? "<td class=\"n\">" : "<td>");
        if (value is null) html.Append("<i>null</i>");
        else if (Scalar.Is(value)) html.Append(Escape(Scalar.Text(value)));
        else if (FormatterRegistry.Find(value.GetType(), "text/html") is not null) html.Append(ValueFormatter.FormatAs(value, "text/html"));
        else if (depth >= MostDepth || value is ITuple || IsShortSequence(value)) html.Append(Escape(TextView.Inline(value)));
        else
        {
            html.Append("<details><summary>").Append(Escape(Summary(value))).Append("</summary>");
            Write(html, value, depth + 1);
            html.Append("</details>");
        }
        html.Append("</td>");
    }

    private static string Summary(object value)
    {
        string text = Members.IsAnonymous(value.GetType()) ? TextView.Inline(value)
            : Members.HasOwnText(value.GetType()) ? value.ToString() ?? "" : TypeName.Of(value.GetType());
        return text.Length > 80 ? text[..79] + "…" : text;
    }

    private static bool IsShortSequence(object value) =>
        value is ICollection { Count: <= 20 } sequence and not IDictionary && sequence.Cast<object?>().All(e => e is null || Scalar.Is(e));

    private static void WriteSequence(StringBuilder html, IEnumerable sequence, int depth)
    {
        (List<object?> shown, int? more) = TextView.Cut(sequence, Microsoft.DotNet.Interactive.Formatting.Formatter.ListExpansionLimit);
        IReadOnlyList<MemberInfo> columns = Columns(shown);
        if (columns.Count == 0)
        {
            html.Append("<pre>").Append(Escape(TextView.Of(more == 0 ? shown : sequence))).Append("</pre>");
            return;
        }
        html.Append("<table class=\"hacklab-view\"><thead><tr><th>index</th>");
        foreach (MemberInfo column in columns) html.Append("<th>").Append(Escape(column.Name)).Append("</th>");
        html.Append("</tr></thead><tbody>");
        for (int i = 0; i < shown.Count; i++)
        {
            html.Append("<tr><td class=\"n\">").Append(i).Append("</td>");
            foreach (MemberInfo column in columns) WriteCell(html, shown[i] is { } row ? Members.Value(column, row) : null, depth + 1);
            html.Append("</tr>");
        }
        html.Append("</tbody>");
        if (more is null or > 0) html.Append("<caption>").Append(TextView.More(more)).Append("</caption>");
        html.Append("</table>");
    }

    /// <summary>The columns of a sequence of like objects; none if its elements are single values or sequences.</summary>
    private static IReadOnlyList<MemberInfo> Columns(List<object?> shown)
    {
        Type[] types = [.. shown.Where(e => e is not null).Select(e => e!.GetType()).Distinct()];
        if (types is not [var type] || shown.First(e => e is not null) is var sample && (Scalar.Is(sample!) || sample is IEnumerable or ITuple))
            return [];
        return Members.Of(type);
    }

    private static void WritePairs(StringBuilder html, IDictionary dictionary, int depth)
    {
        (List<object?> keys, int? more) = TextView.Cut(dictionary.Keys, Microsoft.DotNet.Interactive.Formatting.Formatter.ListExpansionLimit);
        html.Append("<table class=\"hacklab-view\"><thead><tr><th>key</th><th>value</th></tr></thead><tbody>");
        foreach (object? key in keys)
        {
            html.Append("<tr><th>").Append(Escape(TextView.Inline(key).Trim('"'))).Append("</th>");
            WriteCell(html, dictionary[key!], depth + 1);
            html.Append("</tr>");
        }
        html.Append("</tbody>");
        if (more is null or > 0) html.Append("<caption>").Append(TextView.More(more)).Append("</caption>");
        html.Append("</table>");
    }

    private static void WriteObject(StringBuilder html, object value, int depth)
    {
        IReadOnlyList<MemberInfo> members = Members.Of(value.GetType());
        if (members.Count == 0)
        {
            html.Append("<pre>").Append(Escape(TextView.Of(value))).Append("</pre>");
            return;
        }
        html.Append("<table class=\"hacklab-view\"><thead><tr><th colspan=\"2\">").Append(Escape(TypeName.Of(value.GetType())))
            .Append("</th></tr></thead><tbody>");
        foreach (MemberInfo member in members)
        {
            html.Append("<tr><th>").Append(Escape(member.Name)).Append("</th>");
            WriteCell(html, Members.Value(member, value), depth + 1);
            html.Append("</tr>");
        }
        html.Append("</tbody></table>");
    }

    private static void WriteGrid(StringBuilder html, Array grid)
    {
        int limit = Microsoft.DotNet.Interactive.Formatting.Formatter.ListExpansionLimit;
        int rows = Math.Min(grid.GetLength(0), limit), columns = Math.Min(grid.GetLength(1), limit);
        html.Append("<table class=\"hacklab-view\"><tbody>");
        for (int r = 0; r < rows; r++)
        {
            html.Append("<tr>");
            for (int c = 0; c < columns; c++) WriteCell(html, grid.GetValue(r + grid.GetLowerBound(0), c + grid.GetLowerBound(1)), MostDepth);
            html.Append("</tr>");
        }
        html.Append("</tbody><caption>").Append(Escape(
            $"{TypeName.Of(grid.GetType().GetElementType()!)}[{grid.GetLength(0)}, {grid.GetLength(1)}]")).Append("</caption></table>");
    }
}
