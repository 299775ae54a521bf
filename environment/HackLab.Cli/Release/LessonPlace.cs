namespace HackLab.Cli.Release;

/// <summary>Where the files of a lesson lie.</summary>
/// <param name="Notebooks">The folder of all lessons.</param>
/// <param name="Topic">Its folder there, such as <c>higgs</c>.</param>
/// <param name="Level">The notebook, such as <c>1-beginner</c>.</param>
internal sealed record LessonPlace(string Notebooks, string Topic, string Level)
{
    /// <summary>As learners open it: <c>higgs/1-beginner</c>.</summary>
    public string Name => $"{Topic}/{Level}";

    public string Folder => Path.Combine(Notebooks, Topic);

    /// <summary>The notebook with its answers.</summary>
    public string Authored => Path.Combine(Folder, "solutions", Level + ".ipynb");

    /// <summary>Its exercises as their author writes them.</summary>
    public string Draft => Path.Combine(Folder, "solutions", Level + ".json");

    public string Student => Path.Combine(Folder, Level + ".ipynb");

    public string CodeOnly => Path.Combine(Folder, "code", Level + ".ipynb");

    /// <summary>The exercises with marks in place of answers.</summary>
    public string Exercises => Path.Combine(Folder, "exercises", Level + ".json");

    public static string Misconceptions(string notebooks) => Path.Combine(notebooks, "misconceptions.json");

    /// <summary>The lessons asked for by name or topic; all if none are.</summary>
    /// <exception cref="UsageException">There is no such lesson; the message names those there are.</exception>
    public static IReadOnlyList<LessonPlace> Find(string notebooks, IReadOnlyList<string> asked)
    {
        LessonPlace[] all = [.. All(notebooks)];
        if (asked.Count == 0) return all;
        var found = new List<LessonPlace>();
        foreach (string name in asked.Select(name => name.Replace('\\', '/').TrimEnd('/')))
        {
            LessonPlace[] fitting = [.. all.Where(place => place.Name == name || place.Topic == name)];
            if (fitting.Length == 0)
                throw new UsageException($"{name}: there is no such lesson with solutions. There is: {string.Join(", ", all.Select(place => place.Name))}.");
            found.AddRange(fitting.Except(found));
        }
        return found;
    }

    private static IEnumerable<LessonPlace> All(string notebooks) =>
        from topic in Directory.EnumerateDirectories(notebooks).Order(StringComparer.Ordinal)
        let solutions = Path.Combine(topic, "solutions")
        where Directory.Exists(solutions)
        from file in Directory.EnumerateFiles(solutions, "*.ipynb").Order(StringComparer.Ordinal)
        select new LessonPlace(notebooks, Path.GetFileName(topic), Path.GetFileNameWithoutExtension(file));
}
