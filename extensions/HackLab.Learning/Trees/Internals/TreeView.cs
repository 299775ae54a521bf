using System.Globalization;
using System.Net;
using System.Text;

namespace HackLab.Learning.Internals;

/// <summary>Writes a tree for people: a line for each question and leaf, as deep as can still be read.</summary>
internal sealed class TreeView(Tree tree, string caption, IReadOnlyList<string> features, Func<ReadOnlyMemory<float>, string> say)
{
    private const int Deepest = 5;

    public string ToText()
    {
        var text = new StringBuilder(caption).Append('\n');
        Write(text, 0, 0, "");
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The same lines in boxes that fold, the first levels open.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<div><div style=\"font-weight:600\">").Append(WebUtility.HtmlEncode(caption)).Append(
            "</div>");
        WriteHtml(html, 0, 0, "");
        return html.Append("</div>").ToString();
    }

    private void Write(StringBuilder text, int node, int depth, string answer)
    {
        text.Append(' ', 4 * depth).Append(answer).Append(Line(node, depth)).Append('\n');
        if (tree.Feature[node] < 0 || depth >= Deepest) return;
        Write(text, tree.Left[node], depth + 1, "yes: ");
        Write(text, tree.Left[node] + 1, depth + 1, "no:  ");
    }

    private void WriteHtml(StringBuilder html, int node, int depth, string answer)
    {
        string line = WebUtility.HtmlEncode(answer + Line(node, depth));
        if (tree.Feature[node] < 0 || depth >= Deepest)
        {
            html.Append("<div style=\"margin-left:2.2em\">").Append(line).Append("</div>");
            return;
        }
        html.Append("<details style=\"margin-left:1.2em\"").Append(depth < 3 ? " open" : "").Append("><summary>").Append(
            line).Append("</summary>");
        WriteHtml(html, tree.Left[node], depth + 1, "yes: ");
        WriteHtml(html, tree.Left[node] + 1, depth + 1, "no: ");
        html.Append("</details>");
    }

    private string Line(int node, int depth)
    {
        string rows = string.Create(
            CultureInfo.InvariantCulture, $"{tree.Weight[node]:#,0.##} {(tree.Weight[node] == 1 ? "row" : "rows")}");
        string prediction = $"{say(tree.Value.AsMemory(node * tree.Outputs, tree.Outputs))}, {rows}";
        if (tree.Feature[node] < 0) return prediction;
        if (depth >= Deepest) return $"… {Below(node)} more nodes; {prediction}";
        string feature = features[tree.Feature[node]];
        if (float.IsPositiveInfinity(tree.Threshold[node])) return $"{feature} is known?   ({prediction})";
        return string.Create(CultureInfo.InvariantCulture, $"{feature} ≤ {tree.Threshold[node]:G5}?   ({prediction})");
    }

    private int Below(int node) => tree.Feature[node] < 0 ? 0 : 2 + Below(tree.Left[node]) + Below(tree.Left[node] + 1);
}
