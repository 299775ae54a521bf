namespace HackLab.Cli.Lint.Rules;

/// <summary>How much a beginner's lesson may ask for.</summary>
internal static class BeginnerRules
{
    private const int MostCells = 40, MostLines = 12, MostColumns = 110, MostNames = 15;

    public static IEnumerable<LintRule> All =>
    [
        new("has_a_sentence_between_code_cells", HasSentencesBetween),
        new("is_short_enough_for_beginners", IsShort),
        new("introduces_few_names", IntroducesFewNames),
    ];

    private static IEnumerable<Complaint> HasSentencesBetween(Lesson lesson) =>
        lesson.IsForBeginners
            ? lesson.Taught.Zip(lesson.Taught.Skip(1)).Where(pair => pair.First.IsCode && pair.Second.IsCode)
                .Select(pair => new Complaint(
                    $"nothing is said between the cells {pair.First.Id} and {pair.Second.Id}",
                    "Write a sentence that says what this cell will do.", pair.Second))
            : [];

    /// <summary>Names that an earlier lesson has introduced are known.</summary>
    private static IEnumerable<Complaint> IntroducesFewNames(Lesson lesson)
    {
        if (!lesson.IsForBeginners) yield break;
        string[] names = [.. ApiNames.Of(lesson).Except(lesson.Course.Before(lesson.Name).SelectMany(lesson.Course.ApiNamesOf))];
        if (names.Length <= MostNames) yield break;
        yield return new(
            $"{names.Length} new names; at most {MostNames}: {string.Join(", ", names)}",
            "Do without some, or give the library a better default.");
    }

    private static IEnumerable<Complaint> IsShort(Lesson lesson)
    {
        if (!lesson.IsForBeginners) yield break;
        int cells = lesson.Taught.Count();
        if (cells > MostCells)
            yield return new($"{cells} cells; at most {MostCells}", "Join or drop some, or move a part to the next level.");
        foreach (LessonCell cell in lesson.Code.Where(cell => !cell.IsForTutors))
        {
            // What learners get in place of an answer stands in a comment of the same cell.
            string[] lines = [.. cell.Lines.Where(line => !line.TrimStart().StartsWith("//?", StringComparison.Ordinal))];
            bool loads = cell == lesson.Code.First();
            if (lines.Length > MostLines && !loads)
                yield return new($"it has {lines.Length} lines; at most {MostLines}",
                    "Split it, or let the library do more.", cell);
            // What is wider has to be scrolled, and nobody does.
            int columns = lines.Max(line => line.Replace("//!", "", StringComparison.Ordinal).TrimEnd().Length);
            if (columns > MostColumns)
                yield return new($"it has a line of {columns} columns; at most {MostColumns}", "Break the line.", cell);
        }
    }
}
