using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace HackLab.Cli.Lint.Rules;

/// <summary>How a challenge's lesson begins: its question, and the task as a machine.</summary>
internal static partial class OpeningRules
{
    private const int MostWords = 150;

    private static readonly (string Label, Regex Row)[] TaskRows =
    [
        ("Goes in", GoesIn()), ("Comes out", ComesOut()), ("Judged by", JudgedBy()), ("To beat", ToBeat()), ("Level 3", Level3()),
    ];

    public static IEnumerable<LintRule> All =>
    [
        new("asks_its_question_in_few_words_with_a_picture", AsksQuestion) { Part = LessonParts.Question },
        new("shows_the_task_as_a_machine", ShowsTask) { Part = LessonParts.Machine },
    ];

    private static IEnumerable<Complaint> AsksQuestion(Lesson lesson)
    {
        if (lesson.Section(Question()) is not { } question)
        {
            yield return new("there is no section with the question",
                "Write '## 2 The question': at most 150 words, a picture, and the physics folded out.");
            yield break;
        }
        int words = PlainText.Words(PlainText.Of(PlainText.WithoutTables(PlainText.Unfolded(question.Text))));
        if (words > MostWords)
            yield return new($"the question takes {words} words; at most {MostWords}", "Shorten it, or fold a part out.",
                question.Cell);
        bool pictures = Markdown.Parse(question.Text).Descendants<LinkInline>().Any(link => link.IsImage)
            || question.Text.Contains("<img", StringComparison.Ordinal);
        if (!pictures)
            yield return new("the question has no picture", "Show one: ![what it shows](images/name.svg).", question.Cell);
        if (!question.Text.Contains("<details", StringComparison.Ordinal))
            yield return new("the question folds out no physics",
                "Add <details><summary>More physics, for the curious</summary> with two or three sentences and a source.",
                question.Cell);
    }

    private static IEnumerable<Complaint> ShowsTask(Lesson lesson)
    {
        if (lesson.Section(Task()) is not { } task)
        {
            yield return new("there is no section with the task as a machine",
                "Write '## 3 The task as a machine' with a table: Goes in, Comes out, Judged by, To beat, Level 3.");
            yield break;
        }
        IReadOnlyList<string[]> rows = PlainText.TableRows(task.Text);
        foreach ((string label, _) in TaskRows.Where(expected =>
            !rows.Any(row => row.Length > 1 && row[1].Length > 0 && expected.Row.IsMatch(row[0]))))
            yield return new($"the task's table has no row '{label}'", $"Add | **{label}** | … |.", task.Cell);
    }

    [GeneratedRegex(@"\bquestion\b", RegexOptions.IgnoreCase)]
    internal static partial Regex Question();

    [GeneratedRegex(@"\bmachine$|\btask\b", RegexOptions.IgnoreCase)]
    internal static partial Regex Task();

    [GeneratedRegex(@"goes in|input", RegexOptions.IgnoreCase)]
    private static partial Regex GoesIn();

    [GeneratedRegex(@"comes out|output", RegexOptions.IgnoreCase)]
    private static partial Regex ComesOut();

    [GeneratedRegex(@"judged|metric|measured", RegexOptions.IgnoreCase)]
    private static partial Regex JudgedBy();

    [GeneratedRegex(@"beat|baseline", RegexOptions.IgnoreCase)]
    private static partial Regex ToBeat();

    [GeneratedRegex(@"level 3|hackathon|scored|scoring", RegexOptions.IgnoreCase)]
    private static partial Regex Level3();
}
