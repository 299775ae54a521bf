using System.Globalization;

namespace HackLab.Notebooks.Tests.Lessons;

/// <summary>Every lesson in the notebooks folder, found and not listed, so that a new one is tested from its first day.</summary>
internal static class LessonFinder
{
    /// <summary>Names such as <c>higgs/1-beginner</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = Find();

    /// <summary>The same as rows for a theory.</summary>
    public static TheoryData<string> Rows => new(Names);

    public static string PathOf(string name) => Path.Combine(HackLabRepository.Notebooks, name.Replace('/', Path.DirectorySeparatorChar) + ".ipynb");

    public static Lesson Read(string name) => Lesson.Read(PathOf(name));

    /// <summary>What comes before a lesson on every path: the first folders, and lower numbers in its own folder.</summary>
    public static IEnumerable<Lesson> Before(Lesson lesson) =>
        Names.Select(PathOf)
            .Where(path => Order(path).CompareTo(Order(lesson.Path)) < 0)
            .Where(path => IsFirst(path) || Path.GetDirectoryName(path) == lesson.Folder)
            .Select(Lesson.Read);

    private static bool IsFirst(string path) => Path.GetFileName(Path.GetDirectoryName(path)) is "0-start" or "1-warm-up";

    /// <summary>The first folders by their own number and then their lessons', all others after them.</summary>
    private static (int Folder, int Number) Order(string path) =>
        (IsFirst(path) ? LeadingNumber(Path.GetFileName(Path.GetDirectoryName(path)!)) : int.MaxValue,
            LeadingNumber(Path.GetFileName(path)));

    private static int LeadingNumber(string name) =>
        int.TryParse(string.Concat(name.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out int number)
            ? number : int.MaxValue;

    private static string[] Find()
    {
        string folder = HackLabRepository.Notebooks;
        return [.. Directory.EnumerateFiles(folder, "*.ipynb", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part.StartsWith('.')))   // .ipynb_checkpoints
            .Select(path => path[..^".ipynb".Length])
            .Order(StringComparer.Ordinal)];
    }
}
