using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HackLab.Cli.Release;

namespace HackLab.Cli.Lint;

/// <summary>A folder of lessons, <c>TOPIC/LEVEL.ipynb</c> each, and what they share.</summary>
internal sealed class Course
{
    private static readonly ConcurrentDictionary<string, Course> Known = new(StringComparer.Ordinal);

    private readonly Lazy<CourseGlossary> _glossary;
    private readonly Lazy<IReadOnlySet<string>> _misconceptions;
    private readonly ConcurrentDictionary<string, IReadOnlyList<string>> _apiNames = new(StringComparer.Ordinal);

    private Course(string notebooks)
    {
        Notebooks = notebooks;
        _glossary = new(() => CourseGlossary.Read(Path.Combine(Notebooks, "glossary.json")));
        _misconceptions = new(ReadMisconceptions);
    }

    /// <summary>The folder of all topics.</summary>
    public string Notebooks { get; }

    /// <summary>The folder around it: links must not leave it.</summary>
    public string Root => Path.GetDirectoryName(Notebooks) ?? Notebooks;

    /// <summary>Where lessons load the library from.</summary>
    public string LabFolder => Path.Combine(Root, "artifacts", "lab");

    public CourseGlossary Glossary => _glossary.Value;

    /// <summary>The wrong turns that exercises may name.</summary>
    public IReadOnlySet<string> Misconceptions => _misconceptions.Value;

    /// <summary>The course whose topics lie in this folder.</summary>
    public static Course At(string notebooks) => Known.GetOrAdd(Path.GetFullPath(notebooks), folder => new Course(folder));

    /// <summary>Names such as <c>higgs/1-beginner</c>: found and not listed, so that a new lesson is looked at from its first day.</summary>
    public IReadOnlyList<string> Names() => [.. Directory.EnumerateDirectories(Notebooks)
        .Where(topic => !Path.GetFileName(topic).StartsWith('.'))
        .SelectMany(topic => new[] { topic, Path.Combine(topic, "solutions") }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.ipynb"))
            .Select(file => $"{Path.GetFileName(topic)}/{Path.GetFileNameWithoutExtension(file)}"))
        .Where(name => !name.Split('/')[1].StartsWith('.'))
        .Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The file of an edition, whether it is there or not.</summary>
    public string PathOf(string name, Editions edition = Editions.Student) => edition switch
    {
        Editions.Authored => PlaceOf(name).Authored,
        Editions.CodeOnly => PlaceOf(name).CodeOnly,
        _ => PlaceOf(name).Student,
    };

    /// <summary>The file of exercises that learners get.</summary>
    public string ExercisesOf(string name) => PlaceOf(name).Exercises;

    /// <summary>The names of all exercises and questions as their authors wrote them; a file that cannot be read has none.</summary>
    public IEnumerable<(string Lesson, string Exercise)> ExerciseNames() =>
        from name in Names()
        let notes = ExerciseNotes.Read(Path.ChangeExtension(PathOf(name, Editions.Authored), ".json"), out _)
        where notes is not null
        from exercise in notes.Exercises.Select(one => one.Id).Concat(notes.Quizzes.Select(one => one.Id))
        select (name, exercise);

    /// <summary>The editions of a lesson that are there.</summary>
    public IEnumerable<string> FilesOf(string name) =>
        new[] { Editions.Authored, Editions.Student, Editions.CodeOnly }.Select(edition => PathOf(name, edition))
            .Where(File.Exists);

    /// <summary>The students' edition, or the authored one where that is all there is.</summary>
    public Lesson Read(string name) =>
        Lesson.Read(File.Exists(PathOf(name)) ? PathOf(name) : PathOf(name, Editions.Authored));

    /// <summary>What comes before a lesson on every path: the first folders, and lower numbers in its own folder.</summary>
    public IEnumerable<string> Before(string lesson) =>
        Names().Where(name => Order(name).CompareTo(Order(lesson)) < 0)
            .Where(name => IsFirst(name) || name.Split('/')[0] == lesson.Split('/')[0]);

    /// <summary>The library's names that a lesson of the course uses.</summary>
    public IReadOnlyList<string> ApiNamesOf(string name) => _apiNames.GetOrAdd(name, key => ApiNames.Of(Read(key)));

    private LessonPlace PlaceOf(string name) => new(Notebooks, name.Split('/')[0], name.Split('/')[1]);

    private static bool IsFirst(string name) => LessonKinds.FirstFolders.Contains(name.Split('/')[0]);

    /// <summary>The first folders by their own number and then their lessons', all others after them.</summary>
    private static (int Folder, int Number) Order(string name) =>
        (IsFirst(name) ? LeadingNumber(name.Split('/')[0]) : int.MaxValue, LeadingNumber(name.Split('/')[1]));

    private static int LeadingNumber(string name) =>
        int.TryParse(string.Concat(name.TakeWhile(char.IsAsciiDigit)), CultureInfo.InvariantCulture, out int number)
            ? number : int.MaxValue;

    private IReadOnlySet<string> ReadMisconceptions()
    {
        string path = LessonPlace.Misconceptions(Notebooks);
        if (!File.Exists(path)) return new HashSet<string>();
        try
        {
            return ((JsonArray)JsonNode.Parse(File.ReadAllText(path))!).Select(one => (string)one!["name"]!).ToHashSet();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or InvalidCastException or ArgumentNullException)
        {
            throw new UsageException($"{path}: expected a list of objects with a name: {e.Message}");
        }
    }
}
