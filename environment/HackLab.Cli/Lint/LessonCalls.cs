using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint;

/// <summary>A place where a lesson names an exercise or a question.</summary>
/// <param name="Function">Check, Quiz, Hint or Solution.</param>
/// <param name="Id">The exercise or question.</param>
/// <param name="Cell">The cell.</param>
internal sealed partial record LessonCall(string Function, string Id, LessonCell Cell)
{
    /// <summary>All of a lesson, each once per cell, in order; in code and in what the text shows as code.</summary>
    public static IReadOnlyList<LessonCall> In(Lesson lesson) =>
        [.. lesson.Taught.SelectMany(cell => Call().Matches(cell.Source)
            .Select(match => new LessonCall(match.Groups[1].Value, match.Groups[2].Value, cell))).Distinct()];

    [GeneratedRegex("\\b(Check|Quiz|Hint|Solution)\\(\\s*\"([^\"]*)\"")]
    private static partial Regex Call();
}
