using System.Text.Json.Nodes;

namespace HackLab.Notebooks.Tests.Lessons;

/// <summary>A lesson: a notebook file and its cells.</summary>
internal sealed class Lesson
{
    public Lesson(string path, string fileText)
    {
        (Path, FileText) = (path, fileText);
        Root = (JsonObject)JsonNode.Parse(fileText)!;
        Cells = [.. ((JsonArray)Root["cells"]!).Select(cell => new LessonCell((JsonObject)cell!))];
    }

    public string Path { get; }

    /// <summary>The file as it is, for rules about its layout.</summary>
    public string FileText { get; }

    public JsonObject Root { get; }

    public IReadOnlyList<LessonCell> Cells { get; }

    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public IEnumerable<LessonCell> Code => Cells.Where(cell => cell.IsCode);

    public IEnumerable<LessonCell> Markdown => Cells.Where(cell => cell.IsMarkdown);

    /// <summary>Lessons for people who are new to this have limits of their own.</summary>
    public bool IsForBeginners =>
        System.IO.Path.GetFileName(Path).StartsWith("1-beginner", StringComparison.Ordinal)
        || System.IO.Path.GetFileName(Folder) is "0-start" or "1-warm-up";

    public LessonCell Cell(string id) =>
        Cells.FirstOrDefault(cell => cell.Id == id) ?? throw new ArgumentException($"{Path} has no cell '{id}'.");

    public static Lesson Read(string path) => new(path, File.ReadAllText(path));
}
