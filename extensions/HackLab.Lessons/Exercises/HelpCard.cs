using System.Net;
using HackLab.Data.Display;

namespace HackLab.Lessons;

/// <summary>A hint, or a solution with its why.</summary>
/// <param name="Sentence">What to say.</param>
/// <param name="Code">Lines of code that come before it; null if there are none.</param>
[TypeFormatterSource(typeof(RichDisplaySource), PreferredMimeTypes = ["text/html", "text/plain"])]
public sealed record HelpCard(string Sentence, string? Code = null) : IRichDisplay
{
    /// <inheritdoc/>
    public string ToHtml()
    {
        string code = Code is null ? "" : $"<pre style=\"margin:4px 0 8px\"><code>{WebUtility.HtmlEncode(Code)}</code></pre>\n";
        return $"<div class=\"hacklab-help\" style=\"border-left:3px solid #8888;padding:2px 12px;max-width:48em\">{code}{SentenceHtml.Of(Sentence)}</div>";
    }

    /// <inheritdoc/>
    public string ToText() => Code is null ? Sentence : $"{Code}\n\n{Sentence}";

    /// <summary>The same as text.</summary>
    public override string ToString() => ToText();
}
