using System.Text.RegularExpressions;

namespace HackLab.Cli.Lint.Rules;

/// <summary>Words that a newcomer cannot guess.</summary>
internal static partial class WordRules
{
    // Not short for anything that a lesson has to explain: what everybody knows, units of size, and the licences' own names.
    private static readonly HashSet<string> Plain =
        ["OK", "AM", "PM", "TV", "UK", "US", "USA", "EU", "KB", "MB", "GB", "TB", "CC", "BY", "SA", "NC", "MIT", "BSD", "II",
            "III", "IV", "VI", "VII"];

    public static IEnumerable<LintRule> All => [new("has_every_acronym_in_the_glossary", AcronymsAreKnown)];

    /// <summary>The acronyms in a text: words of two or more capitals, digits allowed after the first; a plural's s does not count.</summary>
    public static IEnumerable<string> Acronyms(string markdown) =>
        Acronym().Matches(ExerciseId().Replace(Shouted().Replace(PlainText.Of(markdown), " "), " "))
            .Select(match => match.Groups[1].Value)
            .Where(word => !Plain.Contains(word));

    private static IEnumerable<Complaint> AcronymsAreKnown(Lesson lesson)
    {
        var seen = new HashSet<string>();
        foreach (LessonCell cell in lesson.Taught.Where(cell => cell.IsMarkdown))
        {
            foreach (string word in Acronyms(LicenceRow().Replace(cell.Source, "")).Where(seen.Add))
            {
                if (!lesson.Course.Glossary.Knows(word) && !IsDataSet(lesson.Course, word))
                    yield return new($"the acronym {word} is not in the glossary",
                        "Add it to notebooks/glossary.json, or write what it stands for.", cell);
            }
        }
    }

    /// <summary>Names of the catalogue's data sets, such as HIGGS, are explained by their cards.</summary>
    private static bool IsDataSet(Course course, string word) =>
        Directory.Exists(Path.Combine(course.Root, "datasets", "catalog"))
        && Directory.EnumerateFiles(Path.Combine(course.Root, "datasets", "catalog"), "*.json")
            .Any(file => Path.GetFileNameWithoutExtension(file).Split('-').Contains(word.ToLowerInvariant()));

    // Within a longer name (B-2, TRAPPIST-1, HD 142527, m_WW, x.CSV) or beside a Greek letter it is a symbol or a name, not a word.
    [GeneratedRegex(@"(?<![\p{L}\p{N}_.#@/^-])([A-Z][A-Z0-9]*[A-Z][A-Z0-9]*)(?:s|'s|’s)?(?![\p{L}\p{N}_^⁰⁺⁻]|-\d| \d{4})")]
    private static partial Regex Acronym();

    [GeneratedRegex(@"\b[A-Z0-9]{2,}-[A-Z0-9]-\w+\b")]
    private static partial Regex ExerciseId();

    // Three or more words in capitals in a row are a heading that shouts, or a file's first line.
    [GeneratedRegex(@"(?:\b[A-Z]+\b[ \t]+){2,}\b[A-Z]{2,}\b")]
    private static partial Regex Shouted();

    [GeneratedRegex(@"^\|\s*\*\*Licence\*\*.*$", RegexOptions.Multiline)]
    private static partial Regex LicenceRow();
}
