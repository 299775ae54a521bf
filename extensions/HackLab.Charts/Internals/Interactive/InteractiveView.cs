using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HackLab.Charts.Internals.Interactive;

/// <summary>
/// An interactive figure as HTML: the still picture, and a script that puts the interactive one in its place. Where no script
/// runs, or plotly.js is missing, the picture stays.
/// </summary>
internal static class InteractiveView
{
    private static readonly Lazy<string> Script = new(() => EmbeddedScript.Read("interactive.js"));

    /// <summary>Names a figure by what it shows, so that it has the same name in every run.</summary>
    public static string Key(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)).AsSpan(0, 8));

    /// <summary>The HTML of one figure.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="json">Its Plotly JSON, free of characters that would end a script.</param>
    /// <param name="library">The packed library, if this figure brings it along.</param>
    public static string Of(Figure figure, string json, string? library)
    {
        string width = figure.Width.ToString(CultureInfo.InvariantCulture), key = Key(json);
        // The figure is put in last: it may contain the names of the other parts.
        string script = Script.Value.Replace("%LIBRARY%", library ?? "", StringComparison.Ordinal)
            .Replace("%KEY%", key, StringComparison.Ordinal)
            .Replace("%VERSION%", Version, StringComparison.Ordinal).Replace("%FIGURE%", json, StringComparison.Ordinal);
        string attributes = $"data-hacklab-plotly=\"{key}\" role=\"figure\" aria-label=\"{SvgWriter.Escape(figure.Description)}\"";
        string style = $"max-width:{width}px;overflow:hidden;border-radius:8px";
        return $"""
            <div class="hacklab-figure" {attributes} style="{style}">{figure.ToSvg()}<p style="opacity:.7;margin:0" hidden></p></div>
            <script>
            {script}</script>
            """;
    }

    /// <summary>What a page without plotly.js shows, and why.</summary>
    public static string Still(Figure figure) =>
        $"{figure.ToHtml()}<p style=\"opacity:.7\">A still picture: this build of HackLab has no plotly.js. "
        + "Run ./start once with a network connection.</p>";

    /// <summary>Pages keep plotly.js under this name: that of the library's own file, so that a new one is not mixed up with an
    /// old one.</summary>
    private static string Version { get; } = PlotlyLibrary.File is { } file
        ? new FileInfo(file).Length.ToString("x", CultureInfo.InvariantCulture) : "none";
}
