using System.Security.Cryptography;
using System.Text;
using HackLab.Data;
using HackLab.Lessons.Internals;

namespace HackLab.Lessons.Authoring;

/// <summary>Makes the exercises that learners get out of a draft.</summary>
internal static class DraftRelease
{
    /// <summary>The exercises before anything has run: judged by everything but marks.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="solutions">The answer's lines of each exercise.</param>
    public static LessonExercises WithoutMarks(LessonDraft draft, IReadOnlyDictionary<string, string> solutions)
    {
        string salt = SaltOf(draft.Lesson);
        return new LessonExercises
        {
            Lesson = draft.Lesson,
            Salt = salt,
            Exercises = [.. draft.Exercises.Select(exercise => new Exercise
            {
                Id = exercise.Id,
                Title = exercise.Title,
                Stars = exercise.Stars,
                Minutes = exercise.Minutes,
                BudgetSeconds = exercise.BudgetSeconds,
                Probes = [.. exercise.Probes.Select(probe => new Probe
                {
                    Kind = probe.Kind,
                    Message = probe.Message,
                    Shape = probe.Shape,
                    Min = probe.Min,
                    Max = probe.Max,
                    Sum = probe.Sum,
                    Tolerance = probe.Tolerance,
                    Calls = probe.Calls is { } calls ? [.. calls.Select(call => new FunctionCall(call.Inputs, []))] : null,
                })],
                Hints = exercise.Hints,
                Solution = Veil.Over(solutions.GetValueOrDefault(exercise.Id, ""), salt),
                Why = Veil.Over(exercise.Why, salt),
            })],
            Quizzes = [.. draft.Quizzes.Select(quiz =>
                new QuizQuestion(quiz.Id, quiz.Question, quiz.Options, AnswerMarks.OfChoice(char.ToLowerInvariant(quiz.Right) - 'a', salt + quiz.Id)))],
        };
    }

    /// <summary>The exercises with the marks that a run has shown.</summary>
    /// <param name="bare">From <see cref="WithoutMarks"/>.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="catalogue">The messages of named misconceptions.</param>
    /// <param name="seen">What the checks saw, by exercise.</param>
    public static LessonExercises WithMarks(
        LessonExercises bare, LessonDraft draft, MisconceptionCatalogue catalogue, IReadOnlyDictionary<string, ExerciseSeen> seen) => new()
        {
            Lesson = bare.Lesson,
            Salt = bare.Salt,
            Quizzes = bare.Quizzes,
            Exercises = [.. bare.Exercises.Zip(draft.Exercises, (exercise, source) =>
                seen.TryGetValue(exercise.Id, out ExerciseSeen? one) ? Marked(exercise, source, catalogue, one) : exercise)],
        };

    private static Exercise Marked(Exercise exercise, DraftExercise source, MisconceptionCatalogue catalogue, ExerciseSeen seen) => exercise with
    {
        Probes = [.. exercise.Probes.Select((probe, i) => Marked(exercise.Id, probe, seen.Solved.Probes?[i]))],
        Given = seen.Given?.Whole,
        Misconceptions = [.. source.Wrong.Zip(seen.Wrong)
            .Select(pair => (Message: catalogue.MessageOf(exercise.Id, pair.First), pair.Second.Whole))
            // What a probe says itself needs no marks; and an answer that cannot be compared has none.
            .Where(one => one.Whole is not null && exercise.Probes.All(probe => probe.Message != one.Message))
            .Select(one => new Misconception(one.Whole!, one.Message))],
    };

    private static Probe Marked(string id, Probe probe, ProbeMarks? marks)
    {
        if (probe.Kind is not (ProbeKinds.Reference or ProbeKinds.Calls)) return probe;
        if (marks is null)
        {
            throw new DataFormatException(
                id, probe.Kind == ProbeKinds.Calls ? "a function as the answer" : "an answer that can be compared", "another kind of answer in the solved cell",
                "Numbers, texts, lists, tensors and functions can be; otherwise choose another probe.");
        }
        return probe.Kind == ProbeKinds.Reference
            ? probe with { Marks = marks.Marks }
            : probe with { Calls = [.. probe.Calls!.Zip(marks.Calls!, (call, result) => call with { Marks = result })] };
    }

    // The same every time, so that a lesson released again shows no difference where nothing has changed.
    private static string SaltOf(string lesson) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("HackLab exercises: " + lesson)))[..16];
}

/// <summary>What the checks of one exercise saw.</summary>
/// <param name="Solved">With the answer.</param>
/// <param name="Given">Untouched, where the cell has no blank; else null.</param>
/// <param name="Wrong">With each wrong answer, in the draft's order.</param>
internal sealed record ExerciseSeen(CheckWitness Solved, CheckWitness? Given, IReadOnlyList<CheckWitness> Wrong);
