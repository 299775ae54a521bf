using System.Net;
using System.Text.RegularExpressions;

namespace HackLab.Lessons;

/// <summary>Writes an author's sentence as HTML: what stands between backticks is code.</summary>
internal static partial class SentenceHtml
{
    internal static string Of(string sentence) => Code().Replace(WebUtility.HtmlEncode(sentence), "<code>$1</code>");

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Code();
}
