namespace HackLab.Lessons;

/// <summary>
/// Where a lesson's exercises lie: <c>exercises/LEVEL.json</c> in the folder of its notebooks. A translation, with the same exercises and
/// marks, lies beside it as <c>LEVEL.it.json</c> and is taken where that is the language in use.
/// </summary>
public static class ExerciseFile
{
    /// <summary>The environment variable that names the folder of all notebooks.</summary>
    public const string Variable = "HACKLAB_NOTEBOOKS";

    /// <summary>The file of a lesson's exercises.</summary>
    /// <param name="lesson">Topic and notebook, as in <c>higgs/1-beginner</c>.</param>
    /// <param name="from">Where to begin; null for the working directory, which in a notebook is the notebook's folder.</param>
    /// <returns>
    /// The full path; null if there is none in the folder that HACKLAB_NOTEBOOKS names, or, without it, in the folder to begin with,
    /// in a parent of it or its <c>notebooks</c>, or in a parent of this library's folder.
    /// </returns>
    /// <exception cref="ArgumentException">The lesson is not a topic and a name.</exception>
    public static string? Find(string lesson, string? from = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(lesson);
        string[] parts = lesson.Split('/');
        if (parts.Length != 2 || parts.Any(part => part.Length == 0 || part.AsSpan().IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || part is "." or ".."))
            throw new ArgumentException($"A lesson is a topic and a name, as in higgs/1-beginner; this is '{lesson}'.", nameof(lesson));
        string within = Path.Combine("exercises", parts[1] + ".json");
        string? found = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named
            ? Existing(Path.Combine(named, parts[0], within))
            : Above(from ?? Directory.GetCurrentDirectory(), parts[0], within)
                ?? Above(Path.GetDirectoryName(typeof(ExerciseFile).Assembly.Location), parts[0], within);
        return found is null ? null : Existing(Path.ChangeExtension(found, $".{Texts.Language}.json")) ?? found;
    }

    private static string? Above(string? folder, string topic, string within)
    {
        if (string.IsNullOrEmpty(folder)) return null;   // an assembly loaded from memory has no place
        DirectoryInfo? at = new(folder);
        // Beside the notebook itself, whatever its folder is called in the learner's copy; above it only under the topic's name.
        if (Existing(Path.Combine(at.FullName, within)) is { } beside) return beside;
        for (; at is not null; at = at.Parent)
        {
            string? found = Existing(Path.Combine(at.FullName, topic, within)) ?? Existing(Path.Combine(at.FullName, "notebooks", topic, within));
            if (found is not null) return found;
        }
        return null;
    }

    private static string? Existing(string path) => File.Exists(path) ? Path.GetFullPath(path) : null;
}
