using System.Text;
using System.Text.Json.Nodes;
using HackLab.Cli.Notebooks;

namespace HackLab.Cli.Lint;

/// <summary>One edition of a lesson: a notebook file, what it is called, and its cells.</summary>
internal sealed class Lesson
{
    private readonly Lazy<IReadOnlyList<Passage>> _passages;

    /// <exception cref="NotebookFormatException">The text is no notebook.</exception>
    public Lesson(string path, string fileText)
    {
        Path = System.IO.Path.GetFullPath(path);
        FileText = fileText;
        byte[] utf8 = Encoding.UTF8.GetBytes(fileText);
        Cells = [.. NotebookReader.ParseIpynb(utf8, path).Cells.Select((cell, i) => new LessonCell(i + 1, cell))];
        Root = (JsonObject)JsonNode.Parse(fileText.TrimStart('\uFEFF'))!;
        string topicFolder = Folder;
        Edition = Editions.Student;
        foreach ((string name, Editions edition) in EditionFolders.All)
        {
            if (System.IO.Path.GetFileName(Folder) == name)
                (Edition, topicFolder) = (edition, System.IO.Path.GetDirectoryName(Folder)!);
        }
        Course = Course.At(System.IO.Path.GetDirectoryName(topicFolder)!);
        Name = $"{System.IO.Path.GetFileName(topicFolder)}/{System.IO.Path.GetFileNameWithoutExtension(Path)}";
        Kind = LessonKinds.Of(Name);
        _passages = new(() => Passage.In(Taught));
    }

    public string Path { get; }

    /// <summary>The file as it is, for rules about its layout.</summary>
    public string FileText { get; }

    public JsonObject Root { get; }

    public IReadOnlyList<LessonCell> Cells { get; }

    /// <summary>Topic and notebook, as in <c>higgs/1-beginner</c>; the same for each edition.</summary>
    public string Name { get; }

    public Editions Edition { get; }

    public LessonKind Kind { get; }

    public Anatomy Anatomy => Anatomy.Of(Kind);

    /// <summary>The notebooks it stands among.</summary>
    public Course Course { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    /// <summary>What learners get to see.</summary>
    public IEnumerable<LessonCell> Taught => Cells.Where(cell => !cell.IsForTutors);

    public IEnumerable<LessonCell> Code => Cells.Where(cell => cell.IsCode);

    public IEnumerable<LessonCell> Markdown => Cells.Where(cell => cell.IsMarkdown);

    /// <summary>Its headings, each with what follows.</summary>
    public IReadOnlyList<Passage> Passages => _passages.Value;

    /// <summary>Lessons for people who are new to this have limits of their own.</summary>
    public bool IsForBeginners => Kind is LessonKind.Start or LessonKind.WarmUp or LessonKind.Beginner;

    /// <summary>The file with this edition's exercises, whether it is there or not.</summary>
    public string ExercisePath => Edition == Editions.Authored
        ? System.IO.Path.ChangeExtension(Path, ".json")
        : Course.ExercisesOf(Name);

    public LessonCell Cell(string id) =>
        Cells.FirstOrDefault(cell => cell.Id == id) ?? throw new ArgumentException($"{Path} has no cell '{id}'.");

    /// <summary>Everything under the first heading that fits, its own smaller headings included; null if there is none.</summary>
    public Passage? Section(System.Text.RegularExpressions.Regex title) => Passage.Section(Passages, title);

    public static Lesson Read(string path) => new(path, File.ReadAllText(path));
}
