using System.Text.Json;
using System.Text.Json.Nodes;
using HackLab.Cli.Lint;
using HackLab.Cli.NewLesson;
using HackLab.Notebooks.Tests.Lessons;

namespace HackLab.Notebooks.Tests.Rules;

/// <summary>A lesson in a course of its own that keeps to all rules, as <c>hacklab new lesson</c> makes it, to be spoilt in one place.</summary>
internal sealed class SampleLesson : IDisposable
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly TemporaryFolder _folder = new();
    private readonly string _path;

    public SampleLesson(string name = "higgs/1-beginner")
    {
        Notebooks = Path.Combine(_folder.Path, "notebooks");
        Directory.CreateDirectory(Notebooks);
        foreach (string shared in new[] { "glossary.json", "misconceptions.json", "README.md" })
        {
            string from = Path.Combine(HackLabRepository.Notebooks, shared);
            if (File.Exists(from)) File.Copy(from, Path.Combine(Notebooks, shared));
        }
        SkeletonFiles.Write(LessonName.Parse(name), "Find the signal", Notebooks);
        _path = Course.At(Notebooks).PathOf(name, Editions.Authored);
        Root = (JsonObject)JsonNode.Parse(File.ReadAllText(_path))!;
        Exercises = (JsonObject)JsonNode.Parse(File.ReadAllText(ExercisePath))!;
    }

    public string Notebooks { get; }

    /// <summary>The notebook, to be changed.</summary>
    public JsonObject Root { get; }

    /// <summary>Its exercises, to be changed.</summary>
    public JsonObject Exercises { get; }

    public JsonArray Cells => (JsonArray)Root["cells"]!;

    private string ExercisePath => Path.ChangeExtension(_path, ".json");

    /// <summary>The lesson as it is now, with its exercises.</summary>
    public Lesson Lesson()
    {
        File.WriteAllText(ExercisePath, Exercises.ToJsonString());
        return new Lesson(_path, Text());
    }

    /// <summary>Writes it as it is now.</summary>
    /// <returns>The notebook's path.</returns>
    public string Save()
    {
        File.WriteAllText(_path, Lesson().FileText);
        return _path;
    }

    /// <summary>The notebook's text as it is now.</summary>
    public string Text() => Root.ToJsonString(Indented) + "\n";

    public JsonObject Cell(string id) => (JsonObject)Cells.Single(cell => (string?)cell!["id"] == id)!;

    public JsonObject Exercise(int index) => (JsonObject)Exercises["exercises"]![index]!;

    /// <summary>Gives a cell another source.</summary>
    public void Write(string id, string source) => Cell(id)["source"] = Lines(source);

    /// <summary>Changes what a cell says; the words must be there, or nothing would be spoilt.</summary>
    public void Replace(string id, string words, string instead)
    {
        string source = string.Concat(((JsonArray)Cell(id)["source"]!).Select(line => (string)line!));
        Assert.Contains(words, source, StringComparison.Ordinal);
        Write(id, source.Replace(words, instead, StringComparison.Ordinal));
    }

    /// <summary>Changes the words wherever they stand.</summary>
    public void ReplaceAll(string words, string instead)
    {
        foreach (string id in Cells.Select(cell => (string)cell!["id"]!))
        {
            if (string.Concat(((JsonArray)Cell(id)["source"]!).Select(line => (string)line!)).Contains(words,
                StringComparison.Ordinal))
                Replace(id, words, instead);
        }
    }

    public void Append(string id, string source) =>
        Write(id, string.Concat(((JsonArray)Cell(id)["source"]!).Select(line => (string)line!)) + "\n" + source);

    public void Add(JsonObject cell) => Cells.Add(cell);

    /// <summary>Puts another lesson beside it, of which only the name of one exercise matters.</summary>
    public void AddLesson(string name, string exercise)
    {
        SkeletonFiles.Write(LessonName.Parse(name), null, Notebooks);
        string path = Path.ChangeExtension(Course.At(Notebooks).PathOf(name, Editions.Authored), ".json");
        var exercises = (JsonObject)JsonNode.Parse(File.ReadAllText(path))!;
        exercises["exercises"]![0]!["id"] = exercise;
        File.WriteAllText(path, exercises.ToJsonString());
    }

    public static JsonObject Code(string id, string source) => new()
    {
        ["cell_type"] = "code",
        ["id"] = id,
        ["metadata"] = new JsonObject
        {
            ["dotnet_interactive"] = new JsonObject { ["language"] = "csharp" },
            ["polyglot_notebook"] = new JsonObject { ["kernelName"] = "csharp" },
        },
        ["execution_count"] = null,
        ["outputs"] = new JsonArray(),
        ["source"] = Lines(source),
    };

    public void Dispose() => _folder.Dispose();

    private static JsonArray Lines(string source)
    {
        string[] lines = source.Split('\n');
        return [.. lines.Select((line, i) => (JsonNode)(i < lines.Length - 1 ? line + "\n" : line))];
    }
}
