using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint.Rules;

/// <summary>How a lesson ends: what to keep, where to go, and a minute for those who made it.</summary>
internal static partial class ClosingRules
{
    private const int Bullets = 3;

    private static readonly string[] Columns = ["idea", "helper", "by hand"], Ways = ["Read", "Do", "Data"];

    public static IEnumerable<LintRule> All =>
    [
        new("gives_three_things_to_take_home", TakesHome) { Part = LessonParts.TakeHome },
        new("tells_idea_helper_and_by_hand", HasIdeaTable) { Part = LessonParts.IdeaTable },
        new("shows_how_far_one_has_come", ShowsProgress) { Part = LessonParts.Progress },
        new("says_what_is_next", SaysNext) { Part = LessonParts.Next },
        new("points_to_something_to_read_and_do_and_to_data", GoesFurther) { Part = LessonParts.Further },
        new("asks_for_a_minute_of_feedback", AsksFeedback) { Part = LessonParts.Feedback },
    ];

    private static IEnumerable<Complaint> TakesHome(Lesson lesson)
    {
        if (lesson.Section(Home()) is not { } home)
        {
            yield return new("there is no section with what to take home",
                "Write '## N Take home' with three sentences, each a point that begins with *.");
            yield break;
        }
        int bullets = Bullet().Count(home.Text);
        if (bullets != Bullets)
            yield return new($"there are {bullets} points to take home, not {Bullets}",
                "Keep the three one should remember next month.", home.Cell);
    }

    private static IEnumerable<Complaint> HasIdeaTable(Lesson lesson)
    {
        Passage? home = lesson.Section(Home());
        bool found = home is not null && PlainText.TableRows(home.Text) is { Count: > 1 } rows
            && Columns.SequenceEqual(rows[0].Select(cell => cell.ToLowerInvariant()));
        return found ? [] : [new("there is no table of ideas to take home",
            "Below the three points add | idea | helper | by hand | and a row for each helper.", home?.Cell)];
    }

    private static IEnumerable<Complaint> ShowsProgress(Lesson lesson) =>
        lesson.Taught.Any(cell => cell.IsCode && cell.Source.Contains("Progress()", StringComparison.Ordinal)) ? []
        : [new("no cell shows how far one has come", "After what to take home add a cell with Progress().")];

    private static IEnumerable<Complaint> SaysNext(Lesson lesson) =>
        lesson.Section(Next()) is not null
            ? []
            : [new("there is no section that says how to go on", "Write '## N Next' with the lesson to open now.")];

    private static IEnumerable<Complaint> GoesFurther(Lesson lesson)
    {
        // From what to take home to the end: some have one section for all of it, some two.
        string end = string.Join('\n', lesson.Passages.SkipWhile(passage => !Home().IsMatch(passage.Heading.Text))
            .Select(passage => passage.Text));
        Passage? next = lesson.Section(Next());
        return Ways.Where(way => !end.Contains($"**{way}", StringComparison.OrdinalIgnoreCase))
            .Select(way => new Complaint($"nothing at the end is marked **{way}**",
                $"Add a point '* **{way}** …' for those who want to go further.", next?.Cell));
    }

    private static IEnumerable<Complaint> AsksFeedback(Lesson lesson) =>
        lesson.Code.LastOrDefault()?.Source.Contains("feedback", StringComparison.OrdinalIgnoreCase) == true ? []
        : [new("the last code cell does not ask for feedback",
            "End with the cell 'feedback' of higgs/1-beginner, which keeps a line in a file beside the notebook.",
            lesson.Code.LastOrDefault())];

    [GeneratedRegex(@"\btake[- ]home\b", RegexOptions.IgnoreCase)]
    internal static partial Regex Home();

    [GeneratedRegex(@"\bnext\b|\bgo on\b|\bgo further\b", RegexOptions.IgnoreCase)]
    private static partial Regex Next();

    [GeneratedRegex(@"^\s{0,1}[-*] ", RegexOptions.Multiline)]
    private static partial Regex Bullet();
}
