using System.Globalization;
using System.Text.RegularExpressions;
using HackLab.Notebooks.Tests.Lessons;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>What the text of a lesson keeps to.</summary>
internal static partial class TextRules
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static IEnumerable<LessonRule> All =>
    [
        new("has_one_title_and_numbered_headings", HasNumberedHeadings),
        new("links_only_to_what_is_there", LinksResolve),
        new("describes_every_picture", DescribesPictures),
        new("closes_every_fold_out", ClosesFoldOuts),
    ];

    private static IEnumerable<string> HasNumberedHeadings(Lesson lesson)
    {
        (int Level, string Text)[] headings = [.. Parsed(lesson)
            .SelectMany(cell => cell.Document.Descendants<HeadingBlock>())
            .Select(heading => (heading.Level, Text(heading)))];
        int titles = headings.Count(heading => heading.Level == 1);
        if (titles != 1 || headings[0].Level != 1) yield return $"there are {titles} titles; expected one, at the top";
        string[] sections = [.. headings.Where(heading => heading.Level == 2).Select(heading => heading.Text)];
        for (int i = 0; i < sections.Length; i++)
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (!sections[i].StartsWith(number + " ", StringComparison.Ordinal)) yield return $"the heading '{sections[i]}' should begin with {number}";
        }
        if (sections.Length == 0) yield return "there are no numbered headings";
        int[] exercises = [.. headings.Select(heading => ExerciseNumber().Match(heading.Text)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];
        if (!exercises.SequenceEqual(Enumerable.Range(1, exercises.Length))) yield return $"exercises are numbered {string.Join(", ", exercises)}";
    }

    private static IEnumerable<string> LinksResolve(Lesson lesson)
    {
        HashSet<string> headings = [.. Parsed(lesson)
            .SelectMany(cell => cell.Document.Descendants<HeadingBlock>()).Select(heading => "#" + Text(heading).Replace(' ', '-'))];
        foreach ((LessonCell cell, MarkdownDocument document) in Parsed(lesson))
        {
            IEnumerable<string> inHtml = AddressInHtml().Matches(WithoutCode(cell.Source)).Select(match => match.Groups[1].Value);
            foreach (string address in document.Descendants<LinkInline>().Select(link => link.Url ?? "").Concat(inHtml))
            {
                if (address.StartsWith('#'))
                {
                    if (!headings.Contains(Uri.UnescapeDataString(address))) yield return $"cell {cell.Id}: there is no heading for {address}";
                }
                else if (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "https" or "mailto" or "attachment")
                {
                    continue;   // whether the web is there is not for a test without a network to say
                }
                else if (Problem(lesson, address) is { } problem)
                {
                    yield return $"cell {cell.Id}: {address} {problem}";
                }
            }
        }
    }

    private static string? Problem(Lesson lesson, string address)
    {
        if (address.Length == 0) return "is an empty link";
        string path = Uri.UnescapeDataString(address.Split('#')[0]);
        if (path.Contains("://", StringComparison.Ordinal)) return "should be https";
        if (Path.IsPathRooted(path)) return "is an absolute path";
        string full = Path.GetFullPath(Path.Combine(lesson.Folder, path));
        if (!full.StartsWith(HackLabRepository.Root, StringComparison.Ordinal)) return "leaves HackLab's folder";
        return File.Exists(full) || Directory.Exists(full) ? null : "is not there";
    }

    private static IEnumerable<string> DescribesPictures(Lesson lesson) =>
        from cell in Parsed(lesson)
        from picture in cell.Document.Descendants<LinkInline>()
        where picture.IsImage && string.Concat(picture.Descendants<LiteralInline>().Select(text => text.Content.ToString())).Trim().Length < 10
        select $"cell {cell.Cell.Id}: {picture.Url} has no words for those who cannot see it";

    private static IEnumerable<string> ClosesFoldOuts(Lesson lesson)
    {
        foreach (LessonCell cell in lesson.Markdown)
        {
            string text = WithoutCode(cell.Source);
            int open = 0;
            foreach (Match tag in FoldOutTag().Matches(text))
            {
                open += tag.Value.StartsWith("</", StringComparison.Ordinal) ? -1 : 1;
                if (open is < 0 or > 1) break;
            }
            if (open != 0) yield return $"cell {cell.Id}: a <details> is not closed, or closed twice, or within another";
            if (Regex.Count(text, "<details") != Regex.Count(text, "<summary>[^<]+</summary>")) yield return $"cell {cell.Id}: a <details> has no <summary>";
            // Without an empty line, what follows is HTML and its markdown stays unread.
            if (Regex.IsMatch(text, "</summary>[^\n]*\n[^\n]")) yield return $"cell {cell.Id}: no empty line after </summary>";
        }
    }

    private static IEnumerable<(LessonCell Cell, MarkdownDocument Document)> Parsed(Lesson lesson) =>
        lesson.Markdown.Select(cell => (cell, Markdown.Parse(cell.Source, Pipeline)));

    private static string Text(HeadingBlock heading) =>
        string.Concat(heading.Inline!.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        }));

    private static string WithoutCode(string markdown) => CodeInMarkdown().Replace(markdown, "code");

    [GeneratedRegex("```.*?```|`[^`\n]+`", RegexOptions.Singleline)]
    private static partial Regex CodeInMarkdown();

    [GeneratedRegex("</?details\\b")]
    private static partial Regex FoldOutTag();

    [GeneratedRegex("<(?:img|a)\\b[^>]*?(?:src|href)=\"([^\"]*)\"")]
    private static partial Regex AddressInHtml();

    [GeneratedRegex(@"^Exercise (\d+)\b")]
    private static partial Regex ExerciseNumber();
}
