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
