using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint.Rules;

/// <summary>All lessons follow one order, so that who knows one finds the way in the next.</summary>
internal static partial class OrderRules
{
    private static readonly (string Name, LessonParts Part, Func<Lesson, int?> Place)[] Order =
    [
        ("the question", LessonParts.Question, lesson => HeadingAt(lesson, OpeningRules.Question())),
        ("the task as a machine", LessonParts.Machine, lesson => HeadingAt(lesson, OpeningRules.Task())),
        ("the split", LessonParts.Split, lesson => CodeAt(lesson, MethodRules.Split())),
        ("the baseline", LessonParts.Baseline, lesson => CodeAt(lesson, MethodRules.Baseline())),
        ("the score with its interval", LessonParts.Interval, lesson => CodeAt(lesson, MethodRules.Interval())),
        ("what to take home", LessonParts.TakeHome, lesson => HeadingAt(lesson, ClosingRules.Home())),
        ("how to go on", LessonParts.Next, lesson => HeadingAt(lesson, NextSection())),
    ];

    public static IEnumerable<LintRule> All => [new("keeps_to_the_order_of_all_lessons", KeepsOrder)];

    private static IEnumerable<Complaint> KeepsOrder(Lesson lesson)
    {
        (string Name, int Place)[] found = [.. Order.Where(part => lesson.Anatomy.Has(part.Part))
            .Select(part => (part.Name, Place: part.Place(lesson))).Where(part => part.Place is not null)
            .Select(part => (part.Name, part.Place!.Value))];
        return found.Zip(found.Skip(1)).Where(pair => pair.Second.Place < pair.First.Place).Select(pair => new Complaint(
            $"{pair.Second.Name} stands before {pair.First.Name}", "Change the order: it is the same in all lessons.",
            lesson.Cells[pair.Second.Place - 1]));
    }

    private static int? HeadingAt(Lesson lesson, Regex title) => lesson.Section(title)?.Cell.Number;

    private static int? CodeAt(Lesson lesson, Regex code) =>
        lesson.Taught.FirstOrDefault(cell => cell.IsCode && code.IsMatch(cell.Source))?.Number;

    // With its number: the word alone may begin other headings too, such as "Next to the beam".
    [GeneratedRegex(@"^\d+ (next|go further|how to go on)", RegexOptions.IgnoreCase)]
    private static partial Regex NextSection();
}
