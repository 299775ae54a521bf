using HackLab.Cli.Lint;

namespace HackLab.Cli.NewLesson;

/// <summary>Writes a new lesson among the others.</summary>
internal static class SkeletonFiles
{
    /// <summary>Writes its files; all or, if one is there already, none.</summary>
    /// <returns>What was written.</returns>
    /// <exception cref="UsageException">The lesson is there.</exception>
    public static IReadOnlyList<string> Write(LessonName name, string? title, string notebooks)
    {
        Course course = Course.At(notebooks);
        string authored = course.PathOf(name.Full, Editions.Authored), exercises = Path.ChangeExtension(authored, ".json");
        if (new[] { authored, exercises }.Concat(course.FilesOf(name.Full)).FirstOrDefault(File.Exists) is { } there)
            throw new UsageException($"{name.Full} is there already: {there}. Choose another name, or work on that one.");
        var skeleton = new Skeleton(name.Among(course.ExerciseNames()), string.IsNullOrWhiteSpace(title) ? TitleOf(name) : title.Trim());
        var files = new List<(string Path, string Text)> { (authored, skeleton.Notebook()), (exercises, skeleton.Exercises()) };
        if (skeleton.Picture is { } picture)
        {
            string path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(authored)!, picture));
            if (!File.Exists(path)) files.Add((path, Skeleton.PictureText));   // a drawing that somebody made stays
        }
        foreach ((string path, string text) in files) AtomicFile.Write(path, text);
        return [.. files.Select(file => file.Path)];
    }

    /// <summary>higgs/1-beginner becomes "Higgs 1 · Say it in five words".</summary>
    private static string TitleOf(LessonName name)
    {
        string topic = name.Topic.TrimStart('0', '1', '-').Replace('-', ' ');
        return $"{char.ToUpperInvariant(topic[0])}{topic[1..]} {name.Level[0]} · Say it in five words";
    }
}
