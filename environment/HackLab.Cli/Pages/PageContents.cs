using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace HackLab.Cli.Pages;

/// <summary>A page's table of contents: its headings down to the third level, without the title.</summary>
internal static partial class PageContents
{
    /// <summary>Puts the contents behind the title, if the page begins with one, else in front of everything.</summary>
    public static string BelowTitle(string page, string contents)
    {
        Match title = Title().Match(page);
        return title.Success ? page.Insert(title.Index + title.Length, contents) : contents + page;
    }

    public static string ToHtml(IReadOnlyList<PageHeading> headings)
    {
        List<PageHeading> shown = [.. headings.Where(heading => heading.Level <= 3)];
        if (shown.Count > 0 && shown[0].Level == 1) shown.RemoveAt(0);
        if (shown.Count < 2) return "";
        int top = shown.Min(heading => heading.Level);
        var html = new StringBuilder("<nav class=\"contents\" aria-label=\"Contents\"><details open><summary>Contents</summary><ol>\n");
        foreach (PageHeading heading in shown)
        {
            html.Append($"<li class=\"l{heading.Level - top + 1}\"><a href=\"#{Uri.EscapeDataString(heading.Anchor)}\">{WebUtility.HtmlEncode(heading.Text)}</a></li>\n");
        }
        return html.Append("</ol></details></nav>\n").ToString();
    }

    // Only what opens the first text counts: a level-1 heading further down is not the page's title.
    [GeneratedRegex(@"\A\s*<section class=""cell text"" id=""cell-\d+"">\s*<h1[^>]*>.*?</h1>\n?", RegexOptions.Singleline)]
    private static partial Regex Title();
}
