using HackLab.Kernel.Directives;
using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Running;

/// <summary>A notebook to run.</summary>
/// <param name="Path">The file.</param>
/// <param name="Name">What to call it, and where its results go below the output folder: "higgs/1-beginner".</param>
internal sealed record NotebookFile(string Path, string Name);

/// <summary>Turns what was asked for (files, folders, lesson names) into notebooks.</summary>
/// <param name="root">HackLab's own folder, in whose notebooks/ lesson names are looked up; null if there is none.</param>
internal sealed class NotebookFinder(string? root)
{
    // What programs leave beside notebooks: copies and results, never lessons.
    private static readonly string[] NotSearched = [".ipynb_checkpoints", "artifacts", "hacklab-output", "bin", "obj", "node_modules"];

    private string? Lessons => root is null ? null : Path.Combine(root, "notebooks");

    /// <summary>Every notebook asked for, once, in the order asked; those of a folder in the order of their names.</summary>
    /// <exception cref="UsageException">A path leads to no notebook.</exception>
    public IReadOnlyList<NotebookFile> Find(IEnumerable<string> paths)
    {
        var found = new List<NotebookFile>();
        foreach (string path in paths)
        {
            foreach (NotebookFile notebook in FindOne(path))
            {
                if (!found.Any(other => other.Path == notebook.Path)) found.Add(notebook);
            }
        }
        return Distinct(found);
    }

    private IEnumerable<NotebookFile> FindOne(string path)
    {
        string? at = Candidates(path).FirstOrDefault(candidate => File.Exists(candidate) || Directory.Exists(candidate));
        if (at is null) throw new UsageException($"{path}: there is no such notebook, folder or lesson.{Suggestion(path)}");
        at = Path.GetFullPath(at);
        if (File.Exists(at))
        {
            if (!IsNotebook(at)) throw new UsageException($"{path}: not a notebook; expected a file that ends in .ipynb or .dib.");
            return [new NotebookFile(at, NameOf(at, Path.GetDirectoryName(at)!))];
        }
        List<NotebookFile> below = [.. Below(at).Order(StringComparer.Ordinal).Select(file => new NotebookFile(file, NameOf(file, at)))];
        return below.Count > 0 ? below : throw new UsageException($"{path}: there is no .ipynb or .dib file in this folder.");
    }

    private IEnumerable<string> Candidates(string path)
    {
        string[] bases = Lessons is null || Path.IsPathRooted(path) ? [path] : [path, Path.Combine(Lessons, path)];
        foreach (string at in bases)
        {
            yield return at;
            yield return at + ".ipynb";
            yield return at + ".dib";
        }
    }

    private static bool IsNotebook(string file) =>
        file.EndsWith(".ipynb", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".dib", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Below(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder)) if (IsNotebook(file) && !IsEdition(file)) yield return file;
        foreach (string child in Directory.EnumerateDirectories(folder))
        {
            string name = Path.GetFileName(child);
            if (NotSearched.Contains(name) || name.StartsWith('.')) continue;
            foreach (string file in Below(child)) yield return file;
        }
    }

    /// <summary>Whether it is the solved or the code-only edition of the notebook above it, which has the same cells to run.</summary>
    private static bool IsEdition(string file) =>
        Path.GetDirectoryName(file) is { } folder && Path.GetFileName(folder) is "solutions" or "code"
        && Path.GetDirectoryName(folder) is { } above && File.Exists(Path.Combine(above, Path.GetFileName(file)));

    /// <summary>Lessons by their place below notebooks/, files of a folder by their place below it.</summary>
    private string NameOf(string file, string folder)
    {
        if (Lessons is not null && Path.GetRelativePath(Lessons, file) is var lesson && !lesson.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(lesson))
        {
            folder = Lessons;
        }
        return Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace('\\', '/');
    }

    /// <summary>Two files of one name (a/x.ipynb and b/x.ipynb, or x.ipynb and x.dib) must not write over each other's results.</summary>
    private static List<NotebookFile> Distinct(List<NotebookFile> notebooks)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var distinct = new List<NotebookFile>();
        foreach (NotebookFile notebook in notebooks)
        {
            string name = notebook.Name;
            for (int copy = 2; !taken.Add(name); copy++) name = $"{notebook.Name}-{copy}";
            distinct.Add(notebook with { Name = name });
        }
        return distinct;
    }

    private string Suggestion(string path)
    {
        if (Lessons is null || !Directory.Exists(Lessons)) return "";
        List<string> lessons = [.. Below(Lessons).Select(file => NameOf(file, Lessons)).Order(StringComparer.Ordinal)];
        if (lessons.Count == 0) return "";
        string nearest = Nearest.To(path, lessons);
        return $" The nearest lesson is {nearest}; there are {lessons.Count}: {string.Join(", ", lessons.Take(12))}{(lessons.Count > 12 ? " …" : "")}.";
    }
}
