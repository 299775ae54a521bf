using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Pages;

/// <summary>Turns a cell's outputs into HTML, each in the richest form that a page can show.</summary>
internal sealed partial class PageOutputs(PageMarkdown markdown)
{
    // In a page without a kernel. text/plain is last because everything has it.
    private static readonly string[] Preferred =
    [
        "text/html", "image/svg+xml", "image/png", "image/jpeg", "image/gif", "image/webp", "text/markdown", "text/latex",
        "text/vnd.mermaid", "application/javascript", "application/json", "text/plain",
    ];

    /// <summary>Whether a diagram has been met.</summary>
    public bool HasDiagram { get; private set; }

    public string ToHtml(JsonArray outputs, int cellNumber)
    {
        var html = new StringBuilder();
        foreach (JsonObject output in outputs.OfType<JsonObject>())
        {
            switch ((string?)output["output_type"])
            {
                case "stream":
                    string stream = (string?)output["name"] == "stderr" ? "stderr" : "stdout";
                    html.Append($"<pre class=\"output {stream}\">{AnsiText.ToHtml(MultilineText.Join(output["text"]))}</pre>\n");
                    break;
                case "error":
                    html.Append(Error(output));
                    break;
                default:
                    if (output["data"] is JsonObject data) html.Append(Shown(data, output["metadata"] as JsonObject, cellNumber));
                    break;
            }
        }
        return html.ToString();
    }

    private static string Error(JsonObject output)
    {
        string name = (string?)output["ename"] ?? "Error", message = (string?)output["evalue"] ?? "";
        string traceback = string.Join('\n', (output["traceback"] as JsonArray ?? []).Select(line => (string?)line));
        if (traceback.Length == 0) traceback = $"{name}: {message}";
        return $"<div class=\"output error\" role=\"note\"><p><strong>Error</strong> {WebUtility.HtmlEncode(name)}</p><pre>{AnsiText.ToHtml(traceback)}</pre></div>\n";
    }

    private string Shown(JsonObject data, JsonObject? metadata, int cellNumber)
    {
        string mimeType = Preferred.FirstOrDefault(data.ContainsKey) ?? data.Select(form => form.Key).FirstOrDefault() ?? "";
        if (mimeType.Length == 0) return "";
        string content = data[mimeType] is JsonObject or JsonArray && IsJson(mimeType)
            ? NotebookJson.Write(data[mimeType]!) : MultilineText.Join(data[mimeType]);
        string alternative = WebUtility.HtmlEncode(MultilineText.Join(data["text/plain"]).Trim());
        return mimeType switch
        {
            "text/html" => Html(content),
            "image/svg+xml" => Picture(mimeType, Convert.ToBase64String(Encoding.UTF8.GetBytes(content)), SvgTitle(content) ?? alternative, ""),
            "image/png" or "image/jpeg" or "image/gif" or "image/webp" => Picture(mimeType, Unbroken(content), alternative, Size(metadata?[mimeType] as JsonObject)),
            "text/markdown" => $"<div class=\"output markdown\">{markdown.ToHtml(content, cellNumber)}</div>\n",
            "text/latex" => Latex(content),
            "text/vnd.mermaid" => Diagram(content),
            "application/javascript" => $"<script>{InScript(content)}</script>\n",
            _ => $"<pre class=\"output result\">{AnsiText.ToHtml(content)}</pre>\n",
        };
    }

    private static bool IsJson(string mimeType) => mimeType == "application/json" || mimeType.EndsWith("+json", StringComparison.Ordinal);

    private string Html(string content)
    {
        HasDiagram |= content.Contains("class=\"mermaid\"", StringComparison.Ordinal);
        return $"<div class=\"output html\">{content}</div>\n";
    }

    private string Diagram(string content)
    {
        HasDiagram = true;
        return $"<pre class=\"mermaid\">{WebUtility.HtmlEncode(content)}</pre>\n";
    }

    private string Latex(string content)
    {
        string tex = content.Trim();
        bool inline = tex.StartsWith('$') && !tex.StartsWith("$$", StringComparison.Ordinal);
        tex = tex.Trim('$').Trim();
        if (tex.StartsWith("\\[", StringComparison.Ordinal) || tex.StartsWith("\\(", StringComparison.Ordinal)) (inline, tex) = (tex[1] == '(', tex[2..^2].Trim());
        markdown.Formulas.Add(tex);
        (string open, string close) = inline ? ("\\(", "\\)") : ("\\[", "\\]");
        return $"<div class=\"output\"><span class=\"math{(inline ? "" : " display")}\">{open}{WebUtility.HtmlEncode(tex)}{close}</span></div>\n";
    }

    // As <img>: scripts in it do not run, and ids of two figures cannot meet.
    private static string Picture(string mimeType, string base64, string alternative, string size) =>
        $"<div class=\"output picture\"><img src=\"data:{mimeType};base64,{base64}\" alt=\"{alternative}\"{size}></div>\n";

    private static string Unbroken(string base64) => Base64Noise().Replace(base64, "");

    // Nothing but base64 may stand in the attribute.
    [GeneratedRegex("[^A-Za-z0-9+/=]")]
    private static partial Regex Base64Noise();

    [GeneratedRegex("<title[^>]*>([^<]*)</title>")]
    private static partial Regex Title();

    private static string? SvgTitle(string svg) => Title().Match(svg) is { Success: true } match ? match.Groups[1].Value.Replace("\"", "&quot;").Trim() : null;

    private static string Size(JsonObject? hints)
    {
        var size = new StringBuilder();
        foreach (string side in new[] { "width", "height" })
        {
            if (hints?[side] is JsonValue value && value.TryGetValue(out int pixels)) size.Append($" {side}=\"{pixels}\"");
        }
        return size.ToString();
    }

    /// <summary>A script's text ends at the first "&lt;/script", wherever it stands, even in a string.</summary>
    internal static string InScript(string code) =>
        code.Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase).Replace("<!--", "<\\!--", StringComparison.Ordinal);
}
