using System.Text.Json;
using HackLab.Lessons.Internals;

namespace HackLab.Lessons.Authoring;

/// <summary>
/// What a check saw, for whoever releases a lesson: how it judged and, for the exercises file, the marks of the answer. Written as
/// one line of JSON to the file that HACKLAB_WITNESS names; without it, which is how learners work, nothing is written.
/// </summary>
/// <param name="Id">The exercise or question.</param>
/// <param name="State">How it was judged.</param>
/// <param name="Sentence">What the learner was told.</param>
/// <param name="Seconds">How long the check took.</param>
/// <param name="Whole">Marks of the answer as wrong answers are recognised by; null if it cannot be compared.</param>
/// <param name="Probes">For each probe: the marks of the answer, or those of each call; null for probes that have none.</param>
internal sealed record CheckWitness(
    string Id, CheckState State, string Sentence, double Seconds, IReadOnlyList<string>? Whole, IReadOnlyList<ProbeMarks?>? Probes)
{
    /// <summary>The environment variable that names the file.</summary>
    internal const string Variable = "HACKLAB_WITNESS";

    private static string? Path => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? path : null;

    internal static void Write(CheckResult result)
    {
        if (Path is { } path) Append(path, new CheckWitness(result.Id, result.State, result.Sentence, 0, null, null));
    }

    internal static void Write(LessonExercises lesson, Exercise exercise, object? answer, CheckResult result, TimeSpan elapsed)
    {
        if (Path is not { } path) return;
        IReadOnlyList<string>? whole = null;
        IReadOnlyList<ProbeMarks?>? probes = null;
        if (result.State != CheckState.Error)
        {
            whole = AnswerValue.Of(AnswerMarks.Comparable(exercise, answer)) is { } value
                ? AnswerMarks.Of(value, exercise.ComparisonTolerance, lesson.Salt) : null;
            probes = [.. exercise.Probes.Select(probe => ProbeMarks.Of(probe, answer, lesson.Salt))];
        }
        Append(path, new CheckWitness(result.Id, result.State, result.Sentence, elapsed.TotalSeconds, whole, probes));
    }

    /// <summary>What was written so far, in order.</summary>
    internal static IReadOnlyList<CheckWitness> ReadAll(string path) =>
        File.Exists(path) ? [.. File.ReadLines(path).Select(line => JsonSerializer.Deserialize<CheckWitness>(line)!)] : [];

    private static void Append(string path, CheckWitness witness) => File.AppendAllText(path, JsonSerializer.Serialize(witness) + "\n");
}

/// <summary>What a probe has to remember of the right answer.</summary>
/// <param name="Marks">For agreement with the reference.</param>
/// <param name="Calls">For a function: the marks of each call's result.</param>
internal sealed record ProbeMarks(IReadOnlyList<string>? Marks, IReadOnlyList<IReadOnlyList<string>>? Calls)
{
    /// <summary>Of one answer; null if the probe needs none, or the answer cannot give them.</summary>
    internal static ProbeMarks? Of(Probe probe, object? answer, string salt)
    {
        if (probe.Kind == ProbeKinds.Reference)
            return AnswerValue.Of(answer) is { } value ? new ProbeMarks(AnswerMarks.Of(value, probe.Tolerance, salt), null) : null;
        if (probe.Kind != ProbeKinds.Calls || answer is not Delegate function) return null;
        AnswerValue?[] results = [.. probe.Calls!.Select(call => AnswerValue.Of(FunctionProbes.Invoke(function, call)))];
        return results.Any(result => result is null) ? null : new ProbeMarks(null, [.. results.Select(result => AnswerMarks.Of(result!, probe.Tolerance, salt))]);
    }
}
