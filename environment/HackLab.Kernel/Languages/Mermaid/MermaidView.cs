using System.Net;

namespace HackLab.Kernel.Languages;

/// <summary>
/// A diagram as HTML: its source, escaped, in an element, and a script that replaces it by the drawing. Where no script runs
/// the source stays readable.
/// </summary>
internal static class MermaidView
{
    private static readonly Lazy<string> Script = new(() =>
    {
        using Stream stream = typeof(MermaidView).Assembly.GetManifestResourceStream("mermaid.js")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    });

    /// <summary>The HTML of one diagram.</summary>
    /// <param name="source">The diagram.</param>
    /// <param name="library">The packed library, if this diagram brings it along.</param>
    /// <param name="installed">Whether this kernel has the library at all.</param>
    public static string Of(string source, string? library, bool installed)
    {
        // Several outputs share a page, also those of earlier sessions.
        string id = "hacklab-mermaid-" + Guid.NewGuid().ToString("N");
        string note = !installed ? "Shown as source: this kernel was built without the drawing library (web/mermaid/mermaid.min.js)."
            : library is null ? "Shown as source until the drawing library is on this page: run the first diagram's cell, or start this one with #!mermaid --library."
            : "Shown as source: this page runs no scripts.";
        string script = Script.Value.Replace("%ID%", id, StringComparison.Ordinal).Replace("%LIBRARY%", library ?? "", StringComparison.Ordinal);
        return $"<div id=\"{id}\" class=\"hacklab-mermaid\"><pre>{WebUtility.HtmlEncode(source)}</pre>" +
            $"<p style=\"opacity:.7\">{WebUtility.HtmlEncode(note)}</p></div>\n<script>\n{script}</script>";
    }
}
