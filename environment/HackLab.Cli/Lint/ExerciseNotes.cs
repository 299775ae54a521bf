using System.Text.Json;
using System.Text.Json.Nodes;

namespace HackLab.Cli.Lint;

/// <summary>
/// A lesson's file of exercises as far as it can be read: what is missing is for the rules to say, each where it belongs, and not one
/// fault for the whole file.
/// </summary>
internal sealed class ExerciseNotes
{
    // As release reads what authors write.
    private static readonly JsonDocumentOptions Lenient =
        new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly JsonObject _root;

    private ExerciseNotes(JsonObject root) => _root = root;

    public string? Lesson => Text(_root, "lesson");

    public IReadOnlyList<ExerciseNote> Exercises => [.. Objects(_root, "exercises").Select(one => new ExerciseNote(one))];

    public IReadOnlyList<QuizNote> Quizzes => [.. Objects(_root, "quizzes").Select(one => new QuizNote(one))];

    /// <summary>Reads a file; if there is none, or it is no JSON, says so in words.</summary>
    public static ExerciseNotes? Read(string path, out string? problem)
    {
        problem = null;
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path), documentOptions: Lenient) is JsonObject root)
                return new ExerciseNotes(root);
            problem = "is not an object { … }";
        }
        catch (JsonException e)
        {
            problem = $"is not valid JSON: line {(e.LineNumber ?? 0) + 1}";
        }
        catch (IOException)
        {
            problem = "is not there";
        }
        return null;
    }

    internal static string? Text(JsonObject from, string name) =>
        from[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    internal static IReadOnlyList<string> Texts(JsonObject from, string name) =>
        from[name] is JsonArray list ? [.. list.OfType<JsonValue>().Select(value => value.ToString())] : [];

    internal static IEnumerable<JsonObject> Objects(JsonObject from, string name) =>
        (from[name] as JsonArray ?? []).OfType<JsonObject>();
}

/// <summary>One exercise of the file.</summary>
internal sealed class ExerciseNote(JsonObject json)
{
    public string Id => ExerciseNotes.Text(json, "id") ?? "";

    public string? Title => ExerciseNotes.Text(json, "title");

    public string? Why => ExerciseNotes.Text(json, "why");

    public int Stars => json["stars"] is JsonValue value && value.TryGetValue(out int stars) ? stars : 1;

    public int Probes => ExerciseNotes.Objects(json, "probes").Count();

    public IReadOnlyList<string> Hints => ExerciseNotes.Texts(json, "hints");

    /// <summary>The wrong answers: their code, and the message or misconception that each must get.</summary>
    public IReadOnlyList<(string? Code, string? Message, string? Misconception)> Wrong =>
        [.. ExerciseNotes.Objects(json, "wrong").Select(one =>
            (ExerciseNotes.Text(one, "code"), ExerciseNotes.Text(one, "message"), ExerciseNotes.Text(one, "misconception")))];
}

/// <summary>One question of the file.</summary>
internal sealed class QuizNote(JsonObject json)
{
    public string Id => ExerciseNotes.Text(json, "id") ?? "";

    public string? Question => ExerciseNotes.Text(json, "question");

    public string? Right => ExerciseNotes.Text(json, "right");

    public IReadOnlyList<(string? Text, string? Reply)> Options =>
        [.. ExerciseNotes.Objects(json, "options")
            .Select(one => (ExerciseNotes.Text(one, "text"), ExerciseNotes.Text(one, "reply")))];
}
