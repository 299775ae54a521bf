using System.Globalization;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HackLab.Cli.Lint.Rules;

/// <summary>What the text of a lesson keeps to.</summary>
internal static partial class TextRules
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static IEnumerable<LintRule> All =>
    [
        new("has_one_title_and_numbered_headings", HasNumberedHeadings),
        new("describes_every_picture", DescribesPictures),
        new("closes_every_fold_out", ClosesFoldOuts),
    ];

    /// <summary>The text cells with their markdown.</summary>
    public static IEnumerable<(LessonCell Cell, MarkdownDocument Document)> Parsed(Lesson lesson) =>
        lesson.Markdown.Where(cell => !cell.IsForTutors).Select(cell => (cell, Markdown.Parse(cell.Source, Pipeline)));

    /// <summary>A heading's words.</summary>
    public static string Text(HeadingBlock heading) =>
        string.Concat(heading.Inline!.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            _ => "",
        }));

    private static IEnumerable<Complaint> HasNumberedHeadings(Lesson lesson)
    {
        (LessonCell Cell, int Level, string Text)[] headings = [.. Parsed(lesson)
            .SelectMany(cell => cell.Document.Descendants<HeadingBlock>()
                .Select(heading => (cell.Cell, heading.Level, Text(heading))))];
        int titles = headings.Count(heading => heading.Level == 1);
        if (titles != 1 || headings[0].Level != 1)
            yield return new($"there are {titles} titles", "Write one heading with a single #, at the top.");
        (LessonCell Cell, int Level, string Text)[] sections = [.. headings.Where(heading => heading.Level == 2)];
        for (int i = 0; i < sections.Length; i++)
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (!sections[i].Text.StartsWith(number + " ", StringComparison.Ordinal))
                yield return new($"the heading '{sections[i].Text}' is number {number}", $"Begin it with '{number} '.",
                    sections[i].Cell);
        }
        if (sections.Length == 0)
            yield return new("there are no numbered headings", "Begin each section with one such as '## 1 Start'.");
        int[] exercises = [.. headings.Select(heading => ExerciseNumber().Match(heading.Text)).Where(match => match.Success)
            .Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];
        if (!exercises.SequenceEqual(Enumerable.Range(1, exercises.Length)))
            yield return new($"exercises are numbered {string.Join(", ", exercises)}", "Number them from 1 without gaps.");
    }

    private static IEnumerable<Complaint> DescribesPictures(Lesson lesson) =>
        from cell in Parsed(lesson)
        from picture in cell.Document.Descendants<LinkInline>()
        where picture.IsImage && string.Concat(picture.Descendants<LiteralInline>()
            .Select(text => text.Content.ToString())).Trim().Length < 10
        select new Complaint($"{picture.Url} has no words for those who cannot see it",
            "Say between the square brackets what it shows.", cell.Cell);

    private static IEnumerable<Complaint> ClosesFoldOuts(Lesson lesson)
    {
        foreach (LessonCell cell in lesson.Markdown)
        {
            string text = PlainText.WithoutCode(cell.Source);
            int open = 0;
            foreach (Match tag in FoldOutTag().Matches(text))
            {
                open += tag.Value.StartsWith("</", StringComparison.Ordinal) ? -1 : 1;
                if (open is < 0 or > 1) break;
            }
            if (open != 0)
                yield return new("a <details> is not closed, or closed twice, or within another",
                    "Pair each with one </details>.", cell);
            if (Regex.Count(text, "<details") != Regex.Count(text, "<summary>[^<]+</summary>"))
                yield return new("a <details> has no <summary>", "Write <details><summary>What it hides</summary>.", cell);
            // Without an empty line, what follows is HTML and its markdown stays unread.
            if (Regex.IsMatch(text, "</summary>[^\n]*\n[^\n]"))
                yield return new("there is no empty line after </summary>", "Add one, or its markdown stays unread.", cell);
        }
    }

    [GeneratedRegex("</?details\\b")]
    private static partial Regex FoldOutTag();

    [GeneratedRegex(@"^Exercise (\d+)\b")]
    private static partial Regex ExerciseNumber();
}
