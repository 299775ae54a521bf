using System.Text.Json;
using System.Text.Json.Serialization;
using HackLab.Data;

namespace HackLab.Lessons.Authoring;

/// <summary>A lesson's exercises as their author writes them, in <c>solutions/LEVEL.json</c>: with wrong answers in code, and no marks.</summary>
internal sealed record LessonDraft
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,   // a misspelt name is otherwise a check that never happens
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The lesson, such as <c>higgs/1-beginner</c>.</summary>
    public required string Lesson { get; init; }

    public IReadOnlyList<DraftExercise> Exercises { get; init; } = [];

    public IReadOnlyList<DraftQuiz> Quizzes { get; init; } = [];

    /// <summary>What the solved lesson must reach.</summary>
    public IReadOnlyList<MetricBand> Bands { get; init; } = [];

    /// <summary>Reads it.</summary>
    /// <exception cref="DataFormatException">It is missing, or is not a draft; the message says where and what.</exception>
    public static LessonDraft Load(string path)
    {
        const string Advice = "notebooks/writing-lessons.md says what belongs there.";
        try
        {
            return JsonSerializer.Deserialize<LessonDraft>(File.ReadAllText(path), Json)
                ?? throw new DataFormatException(path, "a lesson's exercises", "null", Advice);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataFormatException(path, "a lesson's exercises", "no such file", Advice, inner: e);
        }
        catch (JsonException e)
        {
            throw new DataFormatException(path, "a lesson's exercises as JSON", e.Message, Advice, inner: e);
        }
    }
}

/// <summary>An exercise as its author writes it.</summary>
internal sealed record DraftExercise
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public int Stars { get; init; } = 1;

    public int Minutes { get; init; } = 5;

    public double BudgetSeconds { get; init; } = 2;

    public required IReadOnlyList<DraftProbe> Probes { get; init; }

    public IReadOnlyList<WrongAnswer> Wrong { get; init; } = [];

    public IReadOnlyList<string> Hints { get; init; } = [];

    public string Why { get; init; } = "";
}

/// <summary>A probe without marks.</summary>
internal sealed record DraftProbe
{
    public required string Kind { get; init; }

    public string? Message { get; init; }

    public IReadOnlyList<int>? Shape { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    public double? Sum { get; init; }

    public double Tolerance { get; init; } = 1e-6;

    public IReadOnlyList<DraftCall>? Calls { get; init; }
}

/// <summary>What a learner's function is called with.</summary>
/// <param name="Inputs">The arguments, each a list of numbers, or one number in a list.</param>
internal sealed record DraftCall(IReadOnlyList<double[]> Inputs);

/// <summary>A wrong answer that people give.</summary>
/// <param name="Code">What stands in place of the answer's lines.</param>
/// <param name="Message">What it must be told; or null for that of the misconception.</param>
/// <param name="Misconception">The name of the thought behind it in the catalogue; null if it is of this exercise alone.</param>
internal sealed record WrongAnswer(string Code, string? Message = null, string? Misconception = null);

/// <summary>A question with options.</summary>
/// <param name="Id">Its name, such as <c>HIG-B-Q1</c>.</param>
/// <param name="Question">What is asked.</param>
/// <param name="Options">What can be chosen, each with the reply to whom chose it.</param>
/// <param name="Right">The right option's letter.</param>
internal sealed record DraftQuiz(string Id, string Question, IReadOnlyList<QuizOption> Options, char Right);

/// <summary>Limits of a number that the solved lesson gives.</summary>
/// <param name="What">What it is.</param>
/// <param name="Value">An expression with the lesson's variables.</param>
/// <param name="Smoke">Least and most at smoke scale; null to leave it out there.</param>
/// <param name="Class">The same at class scale.</param>
/// <param name="Full">The same at full scale.</param>
/// <param name="Reported">Whether it stands in the course's table of results.</param>
internal sealed record MetricBand(string What, string Value, double[]? Smoke = null, double[]? Class = null, double[]? Full = null, bool Reported = false)
{
    /// <summary>The limits at a scale; null if there are none.</summary>
    public double[]? At(string scale) => scale switch { "smoke" => Smoke, "class" => Class, _ => Full };
}
