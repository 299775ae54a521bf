using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint.Rules;

/// <summary>How an exercise stands in a lesson.</summary>
internal static partial class ExerciseRules
{
    private static readonly string[] Fields = ["Goal", "You get", "You return", "Example", "Budget"];

    public static IEnumerable<LintRule> All =>
    [
        new("has_as_many_exercises_as_its_level_asks_for", HasEnough),
        new("says_of_each_exercise_what_is_wanted", DescribesExercises),
        new("checks_at_the_end_of_a_cell_and_goes_on_in_words", ChecksLast),
        new("asks_for_answers_of_a_few_lines", AsksForLittle) { Editions = Editions.Authored },
        new("shows_learners_no_answer_marks", HidesAnswers) { Editions = Editions.Student | Editions.CodeOnly },
    ];

    private static IEnumerable<Complaint> HasEnough(Lesson lesson)
    {
        (int least, int most) = (lesson.Anatomy.LeastExercises, lesson.Anatomy.MostExercises);
        int found = Checks(lesson).Select(call => call.Id).Distinct().Count();
        if (found >= least && found <= most) yield break;
        string wanted = least == most ? $"{least}" : $"{least} to {most}";
        yield return new($"{found} exercises have a check; a lesson of this level has {wanted}",
            found < least ? "Write more, small ones." : "Join or drop some.");
    }

    private static IEnumerable<Complaint> DescribesExercises(Lesson lesson)
    {
        foreach (LessonCall check in Checks(lesson))
        {
            Passage? block = lesson.Passages.FirstOrDefault(passage => passage.Code.Contains(check.Cell));
            if (block is null || !Exercise().IsMatch(block.Heading.Text))
            {
                yield return new($"{check.Id} has no heading of its own",
                    "Write '### Exercise N · what it is about ★' above its cell.", check.Cell);
                continue;
            }
            if (!block.Heading.Text.Contains('★'))
                yield return new($"{check.Id} has no ★", "Put one to three ★ at the end of its heading.", block.Cell);
            // The faulty cell is its own example.
            IEnumerable<string> wanted = Bug().IsMatch(block.Heading.Text) ? Fields.Except(["Example"]) : Fields;
            string text = Space().Replace(block.Text, " ");   // a line may break between "You" and "return"
            string[] missing = [.. wanted.Where(field => !text.Contains($"**{field}", StringComparison.OrdinalIgnoreCase))];
            if (missing.Length > 0)
                yield return new($"{check.Id} does not say {string.Join(", ", missing)}",
                    $"Add {string.Join(" · ", missing.Select(field => $"**{field}** …"))} below its heading.", block.Cell);
        }
    }

    private static IEnumerable<Complaint> ChecksLast(Lesson lesson)
    {
        LessonCell[] taught = [.. lesson.Taught];
        for (int i = 0; i < taught.Length; i++)
        {
            LessonCell cell = taught[i];
            if (!cell.IsCode || !Check().IsMatch(cell.Source)) continue;
            if (Check().Count(cell.Source) > 1)
                yield return new("it holds more than one Check", "Give each exercise a cell of its own.", cell);
            string last = cell.Lines.Last(line => line.Trim().Length > 0
                && !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
            if (!Check().IsMatch(last))
                yield return new("its Check is not the last line", "Move what follows to a cell of its own.", cell);
            if (i + 1 == taught.Length || !taught[i + 1].IsMarkdown)
                yield return new("no text follows its Check", "Add a text cell: the hints go to its top.", cell);
        }
    }

    private static IEnumerable<Complaint> AsksForLittle(Lesson lesson) =>
        from check in Checks(lesson)
        let lines = check.Cell.Lines.Count(line => line.TrimEnd().EndsWith("//!", StringComparison.Ordinal))
        where lines > lesson.Anatomy.MostAnswerLines
        select new Complaint($"the answer to {check.Id} has {lines} lines; at this level at most {lesson.Anatomy.MostAnswerLines}", "Give some of them, or make two exercises of it.", check.Cell);

    private static IEnumerable<Complaint> HidesAnswers(Lesson lesson) =>
        from cell in lesson.Code
        where cell.Lines.Any(line => line.TrimEnd().EndsWith("//!", StringComparison.Ordinal)
            || line.TrimStart().StartsWith("//?", StringComparison.Ordinal))
        select new Complaint("it has a line marked //! or //?", "Those belong into solutions/ alone: run hacklab release.", cell);

    private static IEnumerable<LessonCall> Checks(Lesson lesson) =>
        LessonCall.In(lesson).Where(call => call.Function == "Check" && call.Cell.IsCode);

    [GeneratedRegex(@"\bExercise \d+\b|\bexercise\b|\bbug\b", RegexOptions.IgnoreCase)]
    private static partial Regex Exercise();

    [GeneratedRegex(@"\bbug\b", RegexOptions.IgnoreCase)]
    private static partial Regex Bug();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\bCheck\(\s*""")]
    private static partial Regex Check();
}
