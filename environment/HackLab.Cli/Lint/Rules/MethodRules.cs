using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint.Rules;

/// <summary>What makes a challenge's lesson a lesson in method, and not only in a library.</summary>
internal static partial class MethodRules
{
    public static IEnumerable<LintRule> All =>
    [
        new("asks_for_a_prediction_first", Predicts) { Part = LessonParts.Prediction },
        new("splits_with_a_leak_check", Splits) { Part = LessonParts.Split },
        new("sets_a_baseline", SetsBaseline) { Part = LessonParts.Baseline },
        new("has_a_break", HasBreak) { Part = LessonParts.Break },
        new("puts_an_interval_beside_the_score", HasInterval) { Part = LessonParts.Interval },
        new("has_a_bug_to_find", HasBug) { Part = LessonParts.Bug },
        new("shows_three_failures", ShowsFailures) { Part = LessonParts.Gallery },
    ];

    private static IEnumerable<Complaint> Predicts(Lesson lesson) =>
        Says(lesson, Prediction()) || Does(lesson, QuizCall()) ? []
        : [new("nothing is to be predicted",
            "Before the first plot write '### Predict first' with options, and a cell Quiz(\"…\", '?').")];

    private static IEnumerable<Complaint> Splits(Lesson lesson)
    {
        LessonCell? split = lesson.Taught.FirstOrDefault(cell => cell.IsCode && Split().IsMatch(cell.Source));
        if (split is null)
            yield return new("the data are not split",
                "Use Split.Stratified or Split.Grouped, and show the split as the cell's last line.");
        if (!Says(lesson, Leak()))
            yield return new("no leak is looked for", "Say what a leak would be, and where one sees that there is none.", split);
    }

    private static IEnumerable<Complaint> SetsBaseline(Lesson lesson) =>
        Says(lesson, Baseline()) && Does(lesson, Baseline()) ? []
        : [new("there is no baseline to beat",
            "Before the model compute the simplest thing that could work, keep it as 'baseline', and name it in the text.")];

    private static IEnumerable<Complaint> HasBreak(Lesson lesson) =>
        Says(lesson, Break())
            ? []
            : [new("there is no break", "Half way through write '☕ **Break.** …' and say what has been reached.")];

    private static IEnumerable<Complaint> HasInterval(Lesson lesson) =>
        Does(lesson, Interval()) ? []
        : [new("no score has an interval",
            "Print one beside the baseline: Metrics.Auc(test, score, draws: 1000), or Bootstrap with your metric.")];

    private static IEnumerable<Complaint> HasBug(Lesson lesson) =>
        lesson.Passages.Any(passage => Bug().IsMatch(passage.Heading.Text)) ? []
        : [new("there is no bug to find",
            "Write '### Exercise N · Find the bug ★★' with a cell that runs and gives a wrong answer.")];

    private static IEnumerable<Complaint> ShowsFailures(Lesson lesson)
    {
        if (lesson.Section(Gallery()) is not { } gallery)
            return [new("there is no gallery of failures",
                "Write a section such as '## 10 Three curves that should make you suspicious' with the causes **a**, **b**, **c**.")];
        string[] missing = [.. new[] { "a", "b", "c" }.Where(letter =>
            !Regex.IsMatch(PlainText.Unfolded(gallery.Text), $@"\*\*{letter}[.):]?\*\*|^\s*[-*]?\s*{letter}[.)]\s",
            RegexOptions.Multiline))];
        if (gallery.Code.Count == 0)
            return [new("the gallery of failures shows nothing", "Add the cell that draws the three.", gallery.Cell)];
        return missing.Length == 0
            ? []
            : [new($"the gallery of failures lacks {string.Join(", ", missing)}",
                "Offer three causes, marked **a**, **b** and **c**.", gallery.Cell)];
    }

    private static bool Says(Lesson lesson, Regex words) =>
        lesson.Taught.Any(cell => cell.IsMarkdown && words.IsMatch(cell.Source));

    private static bool Does(Lesson lesson, Regex code) => lesson.Taught.Any(cell => cell.IsCode && code.IsMatch(cell.Source));

    [GeneratedRegex(@"\bpredict\b.{0,20}(first|before)|\bpredict\W|before you run", RegexOptions.IgnoreCase)]
    private static partial Regex Prediction();

    [GeneratedRegex(@"\bQuiz\(")]
    private static partial Regex QuizCall();

    [GeneratedRegex(@"\bSplit\.|\b(KFold|GroupKFold|CrossValid\w*)\b")]
    internal static partial Regex Split();

    [GeneratedRegex(@"\bleak", RegexOptions.IgnoreCase)]
    private static partial Regex Leak();

    [GeneratedRegex(@"baseline", RegexOptions.IgnoreCase)]
    internal static partial Regex Baseline();

    [GeneratedRegex(@"☕|\*\*Break\b", RegexOptions.IgnoreCase)]
    private static partial Regex Break();

    [GeneratedRegex(@"\bdraws:|\bBootstrap|\bInterval\b|\bPairedTest\b|\bMeanPsnr\b")]
    internal static partial Regex Interval();

    [GeneratedRegex(@"\bbug\b", RegexOptions.IgnoreCase)]
    private static partial Regex Bug();

    [GeneratedRegex(@"suspicious|failure|wrong-looking|look(s)? wrong|went wrong|goes wrong", RegexOptions.IgnoreCase)]
    private static partial Regex Gallery();
}
