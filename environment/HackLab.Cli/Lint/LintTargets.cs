namespace HackLab.Cli.Lint;

/// <summary>A lesson to look at.</summary>
/// <param name="Course">The notebooks it stands among.</param>
/// <param name="Name">Topic and notebook.</param>
/// <param name="Files">Its editions.</param>
internal sealed record LintTarget(Course Course, string Name, IReadOnlyList<string> Files);

/// <summary>Turns what was asked for (nothing, lesson names, folders, files) into lessons.</summary>
/// <param name="root">HackLab's own folder; null if there is none.</param>
internal sealed class LintTargets(string? root)
{
    /// <summary>Each lesson once, in the order asked.</summary>
    /// <exception cref="UsageException">A path leads to no lesson.</exception>
    public IReadOnlyList<LintTarget> Find(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0)
            return [.. All(OwnCourse ?? throw new UsageException("There is no HackLab folder here: name lessons, folders or files."))];
        return [.. paths.SelectMany(One).GroupBy(target => (target.Course, target.Name))
            .Select(same => new LintTarget(same.Key.Course, same.Key.Name,
                [.. same.SelectMany(target => target.Files).Distinct()]))];
    }

    private Course? OwnCourse => root is null ? null : Course.At(Path.Combine(root, "notebooks"));

    private IEnumerable<LintTarget> One(string path)
    {
        if (File.Exists(path))
        {
            if (!path.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase))
                throw new UsageException($"{path}: not a lesson; expected a file that ends in .ipynb.");
            return [Target(Path.GetFullPath(path))];
        }
        string name = path.Replace('\\', '/').TrimEnd('/');
        if (OwnCourse is { } course && name.Split('/').Length == 2 && course.FilesOf(name).Any())
            return [new(course, name, [.. course.FilesOf(name)])];
        string amongLessons = OwnCourse is { } own ? Path.Combine(own.Notebooks, path) : path;
        string? folder = new[] { path, amongLessons }.FirstOrDefault(Directory.Exists);
        if (folder is null) throw new UsageException($"{path}: there is no such lesson, folder or file.{Known()}");
        return Below(Path.GetFullPath(folder)) is { Count: > 0 } found
            ? found
            : throw new UsageException($"{path}: there is no lesson in this folder.{Known()}");
    }

    /// <summary>The lessons of a folder of topics, of a topic, or of one of its editions.</summary>
    private static IReadOnlyList<LintTarget> Below(string folder)
    {
        if (Directory.EnumerateFiles(folder, "*.ipynb").Any() || Directory.Exists(Path.Combine(folder, "solutions")))
        {
            bool isEdition = EditionFolders.All.ContainsKey(Path.GetFileName(folder));
            if (isEdition) return [.. Directory.EnumerateFiles(folder, "*.ipynb").Order(StringComparer.Ordinal).Select(Target)];
            return [.. All(Course.At(Path.GetDirectoryName(folder)!))
                .Where(target => target.Name.StartsWith(Path.GetFileName(folder) + "/", StringComparison.Ordinal))];
        }
        return [.. All(Course.At(folder))];
    }

    private static LintTarget Target(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        string topic = EditionFolders.All.ContainsKey(Path.GetFileName(folder)) ? Path.GetDirectoryName(folder)! : folder;
        return new(Course.At(Path.GetDirectoryName(topic)!),
            $"{Path.GetFileName(topic)}/{Path.GetFileNameWithoutExtension(file)}", [file]);
    }

    private static IEnumerable<LintTarget> All(Course course) =>
        course.Names().Select(name => new LintTarget(course, name, [.. course.FilesOf(name)]));

    private string Known()
    {
        IReadOnlyList<string> names = OwnCourse is { } course && Directory.Exists(course.Notebooks) ? course.Names() : [];
        return names.Count == 0 ? "" : $" There are {string.Join(", ", names.Take(12))}{(names.Count > 12 ? " …" : "")}.";
    }
}
