using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>How much a beginner's lesson may ask for.</summary>
internal static class BeginnerRules
{
    private const int MostCells = 40, MostLines = 12, MostColumns = 110, MostNames = 15;

    public static IEnumerable<LessonRule> All =>
    [
        new("has_a_sentence_between_code_cells", HasSentencesBetween),
        new("is_short_enough_for_beginners", IsShort),
        new("introduces_few_names", IntroducesFewNames),
    ];

    private static IEnumerable<string> HasSentencesBetween(Lesson lesson) =>
        lesson.IsForBeginners
            ? lesson.Cells.Zip(lesson.Cells.Skip(1)).Where(pair => pair.First.IsCode && pair.Second.IsCode)
                .Select(pair => $"nothing is said between the cells {pair.First.Id} and {pair.Second.Id}")
            : [];

    /// <summary>Names that an earlier lesson has introduced are known.</summary>
    private static IEnumerable<string> IntroducesFewNames(Lesson lesson)
    {
        if (!lesson.IsForBeginners) yield break;
        string[] names = [.. ApiNames.Of(lesson).Except(LessonFinder.Before(lesson).SelectMany(ApiNames.Of))];
        if (names.Length > MostNames) yield return $"{names.Length} new names; at most {MostNames}: {string.Join(", ", names)}";
    }

    private static IEnumerable<string> IsShort(Lesson lesson)
    {
        if (!lesson.IsForBeginners) yield break;
        if (lesson.Cells.Count > MostCells) yield return $"{lesson.Cells.Count} cells; at most {MostCells}";
        foreach (LessonCell cell in lesson.Code.Skip(1).Where(cell => cell.Lines.Length > MostLines))
            yield return $"cell {cell.Id} has {cell.Lines.Length} lines; at most {MostLines}";
        // What is wider has to be scrolled, and nobody does.
        foreach (LessonCell cell in lesson.Code.Where(cell => cell.Lines.Any(line => line.Length > MostColumns)))
            yield return $"cell {cell.Id} has a line of {cell.Lines.Max(line => line.Length)} columns; at most {MostColumns}";
    }
}
