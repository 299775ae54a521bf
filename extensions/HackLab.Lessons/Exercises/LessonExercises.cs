using System.Text.Json;
using HackLab.Data;
using HackLab.Lessons.Internals;

namespace HackLab.Lessons;

/// <summary>The exercises of one lesson, as its file holds them.</summary>
public sealed class LessonExercises
{
    // A lesson has a dozen exercises; 4 MB of them are no lesson.
    private const int LargestFile = 4 << 20;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The lesson, such as <c>higgs/1-beginner</c>.</summary>
    public required string Lesson { get; init; }

    /// <summary>What the marks of right answers are mixed with.</summary>
    public required string Salt { get; init; }

    /// <summary>The exercises in the order of the lesson.</summary>
    public required IReadOnlyList<Exercise> Exercises { get; init; }

    /// <summary>The questions with one right option.</summary>
    public IReadOnlyList<QuizQuestion> Quizzes { get; init; } = [];

    /// <summary>Reads a file of exercises.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataFormatException">It is missing, or does not hold exercises; the message says what.</exception>
    public static LessonExercises Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        const string Advice = "Make it anew with 'hacklab release', or fetch the lesson again.";
        try
        {
            if (new FileInfo(path).Length > LargestFile) throw new DataFormatException(path, "a file of exercises", "one of more than 4 MB", Advice);
            using FileStream file = File.OpenRead(path);
            LessonExercises lesson = JsonSerializer.Deserialize<LessonExercises>(file, Json)
                ?? throw new DataFormatException(path, "exercises", "null", Advice);
            if (lesson.Fault() is { } fault) throw new DataFormatException(path, "exercises that are whole", fault, Advice);
            return lesson;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFormatException(path, "a file of exercises", "none of that name", Advice, inner: e);
        }
        catch (JsonException e)
        {
            throw new DataFormatException(path, "exercises as JSON", e.Message, Advice, inner: e);
        }
    }

    /// <summary>The exercise of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message names those there are.</exception>
    public Exercise Find(string id) => Exercises.FirstOrDefault(exercise => exercise.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(Texts.Of("exercise.unknown", id, Lesson, string.Join(", ", Exercises.Select(exercise => exercise.Id))), nameof(id));

    internal string ToJson() => JsonSerializer.Serialize(this, Json);

    private string? Fault()
    {
        if (Exercises.GroupBy(exercise => exercise.Id).FirstOrDefault(same => same.Count() > 1) is { } twice) return $"{twice.Key} twice";
        foreach (Exercise exercise in Exercises)
        {
            if (exercise.Probes.FirstOrDefault(probe => !ProbeKinds.All.Contains(probe.Kind)) is { } probe)
                return $"a probe '{probe.Kind}' in {exercise.Id}; there are {string.Join(", ", ProbeKinds.All)}";
            if (exercise.Probes.Any(p => !(p.Tolerance > 0))) return $"a tolerance in {exercise.Id} that is not above 0";
        }
        return Quizzes.FirstOrDefault(quiz => quiz.Options.Count < 2) is { } question ? $"fewer than two options in {question.Id}" : null;
    }
}
